import { startOfAttachment } from "./find-attached-titles.ts";
import type { FoundTitle } from "./find-title.ts";
import type { Line } from "./lines.ts";
import { isDateLine, isNoteLine, type SignOff, signOffBefore } from "./sign-off.ts";

/** Where sign-offs may end: before an attached text, at the end of the text, and behind any date line. */
export function findSignOffs(
  lines: readonly Line[],
  from: number,
  attached: readonly FoundTitle[],
  isResidue: readonly boolean[],
): readonly SignOff[] {
  let lastEnd = lines.length;
  while (lastEnd > from && isResidue[lastEnd - 1] === true) lastEnd -= 1;
  const textEnds = new Set(attached.map(({ start }) => startOfAttachment(lines, start)));
  textEnds.add(lastEnd);
  const found: SignOff[] = [];
  for (let index = from + 1; index <= lastEnd; index += 1) {
    const isDate = isDateLine(lines[index - 1]?.text ?? "");
    // a 附注 goes with the date above it
    const end = isDate && isNoteLine(lines[index]?.text ?? "") ? index + 1 : index;
    if (!isDate && !textEnds.has(end)) continue;
    const signOff = signOffBefore(lines, Math.max(from, found.at(-1)?.end ?? 0), end);
    if (signOff === null) continue;
    // in the middle of a text a date alone is a line like any other
    if (!textEnds.has(end) && !signOff.lines.some(({ role }) => role === "signatory")) continue;
    found.push(signOff);
    index = end;
  }
  return found;
}
