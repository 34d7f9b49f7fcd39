import { MASK } from "../document/content-text.ts";
import { invisibleCharacters, unreadableCharacters } from "./characters.ts";

/** So many characters are shown around what changes. */
const around = 14;
const longest = 80;

const names: Readonly<Record<string, string>> = {
  "\n": "↵",
  "\t": "→",
  "\u200b": "〔零宽空格〕",
  "\ufeff": "〔零宽空格〕",
  "\u00ad": "〔软连字符〕",
};

const unseen = new RegExp(`\\ufffc+|[\\n\\t${invisibleCharacters}${unreadableCharacters}]`, "gu");

/** A text in which everything can be seen. */
function visibleText(text: string): string {
  return text.replaceAll(unseen, (character) => {
    if (character.startsWith(MASK)) return "【】";
    const isLost = /[\ue000-\uf8ff\ufffd]/u.test(character);
    return names[character] ?? (isLost ? character : "〔控制字符〕");
  });
}

function shorten(text: string): string {
  return text.length <= longest ? text : `${text.slice(0, longest / 2)}…${text.slice(-longest / 2)}`;
}

/** A whole line, shortened in its middle. */
export const lineExcerpt = (text: string): string => visibleText(shorten(text));

/** The words around a change as they are, and as they will be. */
export function excerptsOf(
  text: string,
  edits: readonly { readonly start: number; readonly end: number; readonly text: string }[],
): { readonly before: string; readonly after: string } {
  const first = edits[0]?.start ?? 0;
  const last = edits.at(-1)?.end ?? 0;
  const from = Math.max(0, first - around);
  const to = Math.min(text.length, last + around);
  let after = "";
  let at = from;
  for (const edit of edits) {
    after += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  after += text.slice(at, to);
  const frame = (words: string): string => `${from > 0 ? "…" : ""}${lineExcerpt(words)}${to < text.length ? "…" : ""}`;
  return { before: frame(text.slice(from, to)), after: frame(after) };
}
