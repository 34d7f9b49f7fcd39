import { startOfAttachment } from "./find-attached-titles.ts";
import type { FoundTitle } from "./find-title.ts";
import type { Line } from "./lines.ts";
import { isDateLine, isNoteLine, isSignedDay, type SignOff, signOffBefore } from "./sign-off.ts";

/** Where the text ends: what conversions and web pages leave behind it does not count. */
function endOfText(isResidue: readonly boolean[], from: number): number {
  let end = isResidue.length;
  while (end > from && isResidue[end - 1] === true) end -= 1;
  return end;
}

/** Behind this line a sign-off may end in the middle of a text. Under a title, organ and day are no signature. */
const isSignedLine = (lines: readonly Line[], index: number, hasSentence: boolean): boolean => {
  const text = lines[index]?.text ?? "";
  return isDateLine(text) || (hasSentence && isSignedDay(text));
};

/** Where sign-offs may end: before an attached text, at the end of the text, and behind any date line. */
export function findSignOffs(
  lines: readonly Line[],
  from: number,
  attached: readonly FoundTitle[],
  isResidue: readonly boolean[],
): readonly SignOff[] {
  const lastEnd = endOfText(isResidue, from);
  const textEnds = new Set(attached.map(({ start }) => startOfAttachment(lines, start)));
  textEnds.add(lastEnd);
  const found: SignOff[] = [];
  let hasSentence = false;
  for (let index = from + 1; index <= lastEnd; index += 1) {
    hasSentence ||= lines[index - 2]?.text.includes("。") === true;
    const isDate = isSignedLine(lines, index - 1, hasSentence);
    // a 附注 goes with the date above it
    let next = index;
    while (isDate && isResidue[next] === true) next += 1;
    const end = isDate && isNoteLine(lines[next]?.text ?? "") ? next + 1 : index;
    if (!isDate && !textEnds.has(end)) continue;
    const limit = Math.max(from, found.at(-1)?.end ?? 0);
    // what stands in brackets under the date may be something else, as （共印20份）
    const signOff = signOffBefore(lines, isResidue, limit, end) ?? signOffBefore(lines, isResidue, limit, index);
    if (signOff === null) continue;
    // in the middle of a text a date alone is a line like any other
    if (!textEnds.has(signOff.end) && !signOff.lines.some(({ role }) => role === "signatory")) continue;
    found.push(signOff);
    index = signOff.end;
  }
  return found;
}
