import type { FileInformation } from "./file-information.ts";
import type { Pieces } from "./pieces.ts";

const signs = { begin: 0x13, separator: 0x14, end: 0x15 } as const;
const stories = ["text", "footnotes", "endnotes", "textBoxes"] as const;

/** The text without the codes of its fields; all of it where fields begin that do not end. */
export function withoutCodes(text: string): string {
  const open: boolean[] = [];
  let hidden = 0;
  let start = 0;
  const kept: string[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (code < signs.begin || code > signs.end) continue;
    if (hidden === 0) kept.push(text.slice(start, at));
    if (code === signs.begin) {
      open.push(true);
      hidden += 1;
    } else if (open.length > 0) {
      if (open.at(-1) === true) hidden -= 1;
      if (code === signs.separator) open[open.length - 1] = false;
      else open.pop();
    }
    start = at + 1;
  }
  return open.length > 0 ? text : [...kept, text.slice(start)].join("");
}

/** The characters of a file paragraph by paragraph, whatever they mean; headers and comments are counted by themselves. */
export function rawLines({ text }: Pieces, { rangeOf }: FileInformation): readonly string[] {
  return stories.flatMap((story) => {
    const { start, end } = rangeOf(story);
    // eslint-disable-next-line no-control-regex -- paragraphs, cells and pages end so
    return withoutCodes(text.slice(start, end)).split(/[\r\u0007\u000c]/u);
  });
}
