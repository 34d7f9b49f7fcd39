import { createAutoNumbers } from "./auto-numbers.ts";
import type { Tally } from "./document-items.ts";
import { drawEquation } from "./eq-field.ts";
import { symbolCharacter } from "./symbols.ts";
import { noteUnknown } from "./unknown.ts";

/** The words of a place to click: `MACROBUTTON name words`, `GOTOBUTTON place words`. */
const buttonWords = /^\s*(?:MACROBUTTON|GOTOBUTTON)\s+\S+\s([^]*)$/iu;

/** Fields that show nothing in the text: entries of an index, jumps, settings, and places that a result would stand in. */
const silentCodes =
  /^\s*(?:$|XE|TC|TA|RD|SET|ASK|ADVANCE|PRINT|PRIVATE|NEXT|NEXTIF|SKIPIF|BIDIOUTLINE|HTMLCONTROL|CONTROL|EMBED|SHAPE|LINK|DDE|DDEAUTO|FORMTEXT|FORMCHECKBOX|FORMDROPDOWN|HYPERLINK|REF|PAGEREF|NOTEREF|TOC|INDEX|BARCODE|GLOSSARY|AUTOTEXT|AUTOTEXTLIST|PAGE|NUMPAGES|SECTIONPAGES|SECTION|DATABASE|ADDIN|IMPORT|INCLUDE|INCLUDEPICTURE|INCLUDETEXT|INFO|MERGEREC|MERGESEQ|=)(?![a-z])/iu;

const quoted = (code: string): string => /^\s*QUOTE\s+"([^"]*)"/iu.exec(code)?.[1] ?? "";

function symbolOf(code: string): string | null {
  const [, value = "", options = ""] = /^\s*SYMBOL\s+(0x[0-9a-f]{1,5}|[0-9]{1,6}|\S)([^]*)$/iu.exec(code) ?? [];
  if (value === "") return null;
  const number = /^[0-9]/u.test(value) ? Number(value) : value.charCodeAt(0);
  const font = /\\f\s*"?([^"\\]+)/iu.exec(options)?.[1]?.trim() ?? "";
  return symbolCharacter(font, number) ?? "□";
}

/** Texts that Word draws from the code of a field, whose result no file holds. */
export function createFieldDrawer(tally: Tally): (code: string) => string {
  const numbers = createAutoNumbers();
  const equation = (code: string): string | null => {
    const drawn = drawEquation(code);
    if (drawn === null) return null;
    if (drawn.kind === "formula") tally.formulas += 1;
    if (drawn.kind === "reading") tally.readings += 1;
    return drawn.text;
  };
  return (code) => {
    const button = buttonWords.exec(code)?.[1];
    if (button !== undefined) return button;
    // a box of which the file does not say whether it is ticked
    if (/^\s*FORMCHECKBOX\b/iu.test(code)) {
      tally.unknownSymbols += 1;
      return "□";
    }
    const drawn = equation(code) ?? symbolOf(code);
    if (drawn !== null) return drawn;
    const number = numbers(code);
    if (number !== null) {
      tally.autoNumbers += 1;
      return number;
    }
    if (!silentCodes.test(code)) noteUnknown(tally, "域", /^\s*([a-z]{1,30})/iu.exec(code)?.[1]?.toUpperCase() ?? "？");
    return quoted(code);
  };
}
