/** Words that stand for a character. */
const words: Readonly<Record<string, string>> = {
  bullet: "•",
  emdash: "—",
  emspace: "\u2003",
  endash: "–",
  enspace: "\u2002",
  ldblquote: "“",
  lquote: "‘",
  qmspace: " ",
  rdblquote: "”",
  rquote: "’",
  tab: "\t",
};

/** Control symbols that stand for a character: the three that mean something in RTF itself, and spaces and hyphens. */
const symbols: Readonly<Record<string, string>> = { "\\": "\\", "{": "{", "}": "}", "~": "\u00a0", _: "-", "\t": "\t" };

/** The character that a word stands for; undefined for any other word. */
export const characterOfWord = (name: string): string | undefined =>
  Object.hasOwn(words, name) ? words[name] : undefined;

/** The character that a control symbol stands for; undefined for one that only advises. */
export const characterOfSymbol = (sign: string): string | undefined => symbols[sign];
