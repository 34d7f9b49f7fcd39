import type { FoundTitle } from "./find-title.ts";
import type { Line } from "./lines.ts";
import { type OutlineLine, readOutline } from "./ordinals/read-outline.ts";
import { type PlacedOrdinal, placeOrdinals } from "./place-ordinals.ts";
import { isFileName } from "./web-fragments.ts";
import { parseOrdinal } from "../document/parse-ordinal.ts";

/** Lines 2. 3. … under 附件：1. name attachments. They are no headings. */
function findAttachmentNames(lines: readonly Line[]): ReadonlySet<number> {
  const names = new Set<number>();
  let inside = false;
  for (const [index, { text }] of lines.entries()) {
    if (/^附\s{0,2}件\s{0,2}[：:]\s{0,4}(?:1|１)/u.test(text)) inside = true;
    else if (inside && parseOrdinal(text)?.level === 3) names.add(index);
    else inside = false;
  }
  return names;
}

/** Longest 目录, and how many a file may have. */
const mostContents = 300;
const mostContentsHeadings = 3;
/** Dots up to a page number. */
const leader = /[.．…·]{3,200}\s{0,20}[0-9]{1,4}$/u;

/** Lines of a 目录: from its heading up to where its first entry comes again as a heading. */
function findContents(lines: readonly Line[]): ReadonlySet<number> {
  const contents = new Set<number>();
  let headings = 0;
  const entryAt = (index: number): string =>
    (lines[index]?.text ?? "")
      .slice(0, mostContents)
      .replace(leader, "")
      .replace(/\s{1,20}[0-9]{1,4}$/u, "")
      .replaceAll(/\s/gu, "");
  for (const [index, { text }] of lines.entries()) {
    if (leader.test(text.slice(-mostContents))) contents.add(index);
    if (!/^目\s{0,8}录$/u.test(text) || headings >= mostContentsHeadings) continue;
    headings += 1;
    const first = entryAt(index + 1);
    const last = Math.min(lines.length, index + mostContents);
    for (let again = index + 2; again < last; again += 1) {
      if (first === "" || entryAt(again) !== first) continue;
      for (let entry = index + 1; entry < again; entry += 1) contents.add(entry);
      break;
    }
  }
  return contents;
}

/** The ordinals of a text, by line. `isTaken`: lines that were found to be something else. */
export function findLineOrdinals(
  lines: readonly Line[],
  titles: ReadonlyMap<number, FoundTitle>,
  isTaken: (index: number) => boolean,
  isCell: readonly boolean[],
): ReadonlyMap<number, PlacedOrdinal> {
  const notHeadings = new Set([...findAttachmentNames(lines), ...findContents(lines)]);
  const read: OutlineLine[] = [];
  for (const [index, { text }] of lines.entries()) {
    if (titles.has(index)) read.push({ index, isTitle: true });
    if (isTaken(index) || notHeadings.has(index) || isFileName(text)) continue;
    const parsed = parseOrdinal(text);
    // in a table dump only a chapter is surely none of its cells; a row of cells has tabs between them
    if ((isCell[index] === true && parsed?.level !== 0) || parsed?.rest.includes("\t") === true) continue;
    read.push({ index, text });
  }
  return placeOrdinals(readOutline(read));
}
