import type { DecodeBytes } from "../word/decode-bytes.ts";
import { decodeXml } from "../word/xml.ts";

/** Parts whose words are none of the text, or are counted by themselves: what repeats a SmartArt, comments, headers. */
const otherParts =
  /(?:^|\/)(?:docProps|customXml|glossary|theme|embeddings|_rels)\/|\/(?:settings|webSettings|styles|stylesWithEffects|numbering|fontTable|people|comments\w*|header[0-9]*|footer[0-9]*|drawing[0-9]+|quickStyle[0-9]*|layout[0-9]*|colors[0-9]*)\.xml$|^\[Content_Types\]\.xml$|\.rels$/iu;

export const holdsText = (name: string): boolean => /\.xml$/iu.test(name) && !otherParts.test(name);

const named: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };
const unescaped = (text: string): string =>
  text.replaceAll(
    /&(?:#x([0-9a-f]{1,6})|#([0-9]{1,7})|([a-z]{2,4}));/giu,
    (whole, hex?: string, digits?: string, name?: string) => {
      if (name !== undefined) return named[name] ?? whole;
      const code = hex === undefined ? Number(digits) : Number.parseInt(hex, 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : "";
    },
  );

const tag = /<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:[^<>"']|"[^"]*"|'[^']*')*)>|([^<]+)/gu;

/**
 * The words of a part of the package by the names of its tags alone: all that stands in a tag `t`, and 艺术字. What
 * stands twice, for readers old and new, counts once.
 */
export function rawLines(bytes: Uint8Array, decode: DecodeBytes | null = null): readonly string[] {
  const lines: string[] = [];
  let line = "";
  let isText = false;
  let skipped = 0;
  for (const [, slash, name = "", attributes = "", text] of decodeXml(bytes, decode).matchAll(tag)) {
    if (text !== undefined) {
      if (isText && skipped === 0) line += unescaped(text);
      continue;
    }
    const isEmpty = attributes.endsWith("/");
    if (name === "Fallback" && !isEmpty) skipped += slash === "" ? 1 : -1;
    else if (name === "t") isText = slash === "" && !isEmpty;
    else if (name === "textpath" && slash === "" && skipped === 0)
      lines.push(unescaped(/\sstring=(?:"([^"]*)"|'([^']*)')/u.exec(attributes)?.slice(1).find(Boolean) ?? ""));
    else if (name === "p" && (slash !== "" || isEmpty)) {
      lines.push(line);
      line = "";
    }
  }
  return [...lines, line].filter((one) => one !== "");
}
