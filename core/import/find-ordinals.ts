import type { FoundTitle } from "./find-title.ts";
import type { Line } from "./lines.ts";
import { type Candidate, type PlacedOrdinal, placeOrdinals } from "./place-ordinals.ts";
import { residueAtStart } from "./residue.ts";
import { parseOrdinal, type ParsedOrdinal } from "../document/parse-ordinal.ts";

/** The ordinal of a line, also behind a bookmark or invisible characters, which then stay part of it. */
function ordinalOfLine(text: string): ParsedOrdinal | null {
  const hidden = residueAtStart(text);
  const parsed = parseOrdinal(text.slice(hidden));
  if (parsed === null || hidden === 0) return parsed;
  const before = text.slice(0, hidden).trim();
  return { ...parsed, text: `${before}${parsed.text}`, before: `${before}${parsed.before}` };
}

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

/** The ordinals of a text, by line. `isTaken`: lines that were found to be something else. */
export function findOrdinals(
  lines: readonly Line[],
  titles: ReadonlyMap<number, FoundTitle>,
  isTaken: (index: number) => boolean,
  isCell: readonly boolean[],
): ReadonlyMap<number, PlacedOrdinal> {
  const attachmentNames = findAttachmentNames(lines);
  const candidates: Candidate[] = [];
  for (const [index, { text }] of lines.entries()) {
    if (titles.has(index)) candidates.push({ index, parsed: "title" });
    if (isTaken(index) || attachmentNames.has(index)) continue;
    const parsed = ordinalOfLine(text);
    if (parsed === null) continue;
    // in a table dump only a chapter is surely none of its cells; a row of cells has tabs between them
    if ((isCell[index] === true && parsed.level > 0) || parsed.rest.includes("\t")) continue;
    candidates.push({ index, parsed });
  }
  return placeOrdinals(candidates);
}
