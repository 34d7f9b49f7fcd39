import type { Destination } from "./group-state.ts";

/** Groups that hold no text of the document. */
const skipped = new Set([
  "annotation",
  "atnauthor",
  "atndate",
  "atnparent",
  "atnref",
  "atntime",
  "atrfend",
  "atrfstart",
  "background",
  "blipuid",
  "bkmkcolf",
  "bkmkcoll",
  "category",
  "colorschememapping",
  "company",
  "datastore",
  "defchp",
  "defpap",
  "docvar",
  "ebcend",
  "ebcstart",
  "factoidname",
  "fchars",
  "ffdeftext",
  "ffentrymcr",
  "ffexitmcr",
  "ffformat",
  "ffhelptext",
  "ffname",
  "ffstattext",
  "fontfile",
  "generator",
  "gridtbl",
  "hlinkbase",
  "htmltag",
  "latentstyles",
  "lchars",
  "levelnumbers",
  "leveltext",
  "listlevel",
  "listname",
  "listpicture",
  "listoverride",
  "liststylename",
  "mailmerge",
  "manager",
  "mhtmltag",
  "mmathPict",
  "nextfile",
  "objalias",
  "objattph",
  "objsect",
  "objtime",
  "oldcprops",
  "oldpprops",
  "oldsprops",
  "oldtprops",
  "passwordhash",
  "pgp",
  "pgptbl",
  "pgdsctbl",
  "pgdsc",
  "pgdscno",
  "expandedcolortbl",
  "updnprop",
  "xmlopen",
  "shpsrcpicture",
  "cocoartf",
  "pn",
  "pnseclvl",
  "pntxta",
  "pntxtb",
  "private",
  "propname",
  "protend",
  "protstart",
  "protusertbl",
  "rsidtbl",
  "staticval",
  "svb",
  "template",
  "themedata",
  "userprops",
  "wgrffmtfilter",
  "writereservation",
  "writereservhash",
  "xform",
  "xmlattrname",
  "xmlattrvalue",
  "xmlclose",
  "xmlname",
  "xmlnstbl",
  "ftnsepc",
  "keycode",
  "hsv",
  "fname",
  "gmvf",
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
const text = new Set(["fldrslt", "mmath", "moMathPara", "nesttableprops", "result", "shp", "shppict", "ud"]);

/** All words that say what a group is and that this reader knows. */
export const knownDestinations: readonly string[] = [
  ...skipped,
  ...quiet,
  ...text,
  "fonttbl",
  "stylesheet",
  "fldinst",
  "listtext",
  "pntext",
  "moMath",
  "formfield",
];

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
    case "moMath":
      return "math";
    case "formfield":
      return "formField";
    default:
      return null;
  }
}
