import { chineseFont } from "./fonts.ts";
import { formatNumber } from "./number-formats.ts";
import type { NumberReference, Styles } from "./styles.ts";
import { symbolCharacter } from "./symbols.ts";
import { attributeOf, childOf, elementsOf, numberFrom, switchOf, valueOf, type XmlElement } from "./xml.ts";

/** One of the nine levels of a list. */
type Level = {
  readonly start: number;
  readonly format: string;
  /** `（%1）`: the numbers of this and higher levels in their places. */
  readonly text: string;
  readonly separator: string;
  /** All numbers in digits, whatever the formats of their levels. */
  readonly isLegal: boolean;
  /** Begins again after a level up to this one (1 = the highest); 0 = never. Undefined: after any higher one. */
  readonly restart: number | undefined;
  readonly styleId: string | undefined;
  readonly symbolFont: string;
};
type Levels = ReadonlyMap<number, Level>;
type List = {
  /** Lists of one definition count together. */
  readonly definition: string;
  readonly levels: Levels;
  readonly starts: ReadonlyMap<number, number>;
};

/** Writes the numbers of a document in the order of its paragraphs, as Word shows them. */
export type ListCounter = {
  /** The ordinal of the next paragraph with what separates it from its text; "" for one without. */
  readonly next: (reference: NumberReference | null, styleId: string) => string;
};

const mostLevels = 9;
const longestText = 80;

function readLevel(element: XmlElement): Level {
  const alternative = childOf(childOf(element, "mc:AlternateContent"), "mc:Choice");
  const customised = attributeOf(childOf(alternative, "w:numFmt"), "w:format");
  // 01, 02 are given by example
  const custom = customised === undefined ? undefined : /^0[01]\b/u.test(customised) ? "decimalZero" : "decimal";
  const font = childOf(element, "w:rPr");
  return {
    start: numberFrom(valueOf(element, "w:start")) ?? 0,
    format: custom ?? valueOf(element, "w:numFmt") ?? "decimal",
    text: (valueOf(element, "w:lvlText") ?? "").slice(0, longestText),
    separator: valueOf(element, "w:suff") ?? "tab",
    isLegal: switchOf(element, "w:isLgl") ?? false,
    restart: numberFrom(valueOf(element, "w:lvlRestart")),
    styleId: valueOf(element, "w:pStyle"),
    symbolFont: attributeOf(childOf(font, "w:rFonts"), "w:ascii") ?? chineseFont(font, { major: "", minor: "" }) ?? "",
  };
}

function readLevels(parent: XmlElement | undefined): Levels {
  return new Map(
    elementsOf(parent)
      .filter(({ name }) => name === "w:lvl")
      .map((level): [number, Level] => [numberFrom(attributeOf(level, "w:ilvl")) ?? 0, readLevel(level)])
      .filter(([index]) => index >= 0 && index < mostLevels),
  );
}

const byId = (root: XmlElement | undefined, name: string, id: string): ReadonlyMap<string, XmlElement> =>
  new Map(
    elementsOf(root)
      .filter((element) => element.name === name)
      .map((element) => [attributeOf(element, id) ?? "", element]),
  );

/** The lists of `numbering.xml` by their numbers. */
function readLists(root: XmlElement | undefined, styles: Styles): (numId: string) => List | null {
  const definitions = byId(root, "w:abstractNum", "w:abstractNumId");
  const numbers = byId(root, "w:num", "w:numId");
  /** A definition may refer to a style that refers to the list that is meant. */
  const definitionOf = (numId: string, links = 0): string | null => {
    const id = valueOf(numbers.get(numId), "w:abstractNumId");
    if (id === undefined || links > 4) return null;
    const link = valueOf(definitions.get(id), "w:numStyleLink");
    const linked = link === undefined ? undefined : styles.numIdOf(link);
    return linked === undefined || linked === numId ? id : (definitionOf(linked, links + 1) ?? id);
  };
  const read = (numId: string): List | null => {
    const definition = definitionOf(numId);
    if (definition === null) return null;
    const levels = new Map(readLevels(definitions.get(definition)));
    const starts = new Map<number, number>();
    for (const change of elementsOf(numbers.get(numId))) {
      if (change.name !== "w:lvlOverride") continue;
      const index = numberFrom(attributeOf(change, "w:ilvl")) ?? 0;
      const own = childOf(change, "w:lvl");
      if (index < 0 || index >= mostLevels) continue;
      if (own !== undefined) levels.set(index, readLevel(own));
      const start = numberFrom(valueOf(change, "w:startOverride"));
      if (start !== undefined) starts.set(index, start);
    }
    return { definition, levels, starts };
  };
  const lists = new Map<string, List | null>();
  return (numId) => {
    const known = lists.get(numId);
    if (known !== undefined) return known;
    const list = read(numId);
    lists.set(numId, list);
    return list;
  };
}

/** Numbers of a level stand apart from the text where their own marks do not do it. */
function separated(text: string, separator: string): string {
  if (text === "" || separator === "nothing") return text;
  return separator === "tab" && /[、．.）)，,：:]$/u.test(text) && !/[0-9]\.[0-9]/u.test(text) ? text : `${text} `;
}

function bulletText({ text, symbolFont }: Level): string {
  return Array.from(text, (sign) => symbolCharacter(symbolFont, sign.codePointAt(0) ?? 0) ?? "•").join("");
}

/** How far each level of one definition has counted; undefined = not yet. */
type Counts = (number | undefined)[];

function countUp(counts: Counts, at: number, level: Level, { levels }: List): void {
  const before = counts[at];
  counts[at] = before === undefined ? level.start : before + 1;
  for (let below = at + 1; below < mostLevels; below += 1) {
    const restart = levels.get(below)?.restart;
    if (restart === undefined || (restart !== 0 && at < restart)) counts[below] = undefined;
  }
}

function labelOf(counts: Counts, level: Level, { levels }: List): string {
  if (level.format === "bullet") return separated(bulletText(level), "tab");
  const text = level.text.replaceAll(/%([1-9])/gu, (_, digit: string) => {
    const at = Number(digit) - 1;
    const named = levels.get(at);
    // a level that has not begun counts as its first
    const value = counts[at] ?? named?.start ?? 1;
    const format = named?.format ?? "decimal";
    return formatNumber(level.isLegal && format !== "none" ? "decimal" : format, value);
  });
  return separated(text.trim(), level.separator);
}

export function createListCounter(root: XmlElement | undefined, styles: Styles): ListCounter {
  const listOf = readLists(root, styles);
  const countsByDefinition = new Map<string, Counts>();
  const begun = new Set<string>();
  return {
    next: (reference, styleId) => {
      const numId = reference?.numId;
      if (reference === null || numId === undefined || numId === "0") return "";
      const list = listOf(numId);
      if (list === null) return "";
      const ofStyle = [...list.levels].find(([, { styleId: id }]) => id !== undefined && id === styleId)?.[0];
      const at = reference.level ?? ofStyle ?? 0;
      const level = list.levels.get(at);
      if (level === undefined) return "";
      const counts = countsByDefinition.get(list.definition) ?? [];
      countsByDefinition.set(list.definition, counts);
      const start = list.starts.get(at);
      const key = `${numId}/${at}`;
      // a list with a start of its own begins where it is first used
      if (start !== undefined && !begun.has(key)) counts[at] = start - 1;
      begun.add(key);
      countUp(counts, at, level, list);
      return labelOf(counts, level, list);
    },
  };
}
