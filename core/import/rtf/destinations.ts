import type { Destination } from "./group-state.ts";

/** Groups that hold no text of the document. */
const skipped = new Set([
  "annotation",
  "atnauthor",
  "atnid",
  "bkmkend",
  "bkmkstart",
  "colortbl",
  "datafield",
  "falt",
  "filetbl",
  "fontemb",
  "ftncn",
  "ftnsep",
  "ftnsepc",
  "aftncn",
  "aftnsep",
  "aftnsepc",
  "info",
  "listoverridetable",
  "listtable",
  "mmathPr",
  "nonesttables",
  "nonshppict",
  "objclass",
  "objdata",
  "objname",
  "panose",
  "picprop",
  "revtbl",
  "rxe",
  "shprslt",
  "sn",
  "tc",
  "tcn",
  "txe",
  "xe",
]);

/** Groups whose own words are none of the text, but which may hold some. */
const quiet = new Set(["background", "do", "shpinst", "sp", "sv", "upr", "object", "field"]);

/** Groups that are marked as ignorable for readers that do not know them, and that this one reads. */
const text = new Set(["fldrslt", "moMath", "moMathPara", "nesttableprops", "result", "shp", "shppict", "ud"]);

/** Where the text of a group goes that begins with a word; null: it changes nothing. */
export function destinationOf(name: string): Destination | null {
  if (skipped.has(name)) return "skipped";
  if (quiet.has(name)) return "quiet";
  if (text.has(name)) return "text";
  switch (name) {
    case "fonttbl":
      return "fontTable";
    case "stylesheet":
      return "styleSheet";
    case "fldinst":
      return "fieldCode";
    case "listtext":
    case "pntext":
      return "label";
    default:
      return null;
  }
}
