import { type FoundTitle, joinLines, titleEndingAt } from "./find-title.ts";
import type { Line } from "./lines.ts";
import { isDateLine, isNoteLine } from "./sign-off.ts";
import { endsLikeAttachedTitle, isTitleLine, startsLikeTitle } from "./title-line.ts";

const unquoted = (text: string): string => text.replaceAll(/[《》“”"'\s]/gu, "");
const announcesAttachment = /印发|转发|发布|公布|报送|附件/u;
const attachmentLabel = /^附\s{0,2}件\s{0,2}[0-9一二三四五六七八九十]{0,2}\s{0,2}[：:]?$/u;
const mostLines = 5;
/** So many lines under a title the text must have begun. */
const mostLinesUnder = 4;

/** Lines such as 附件1, which stand above the title of what is attached. */
export function isAttachmentLabel(text: string): boolean {
  return attachmentLabel.test(text);
}

/** An attached text begins with the line 附件 above its title, if there is one. */
export function startOfAttachment(lines: readonly Line[], titleStart: number): number {
  return isAttachmentLabel(lines[titleStart - 1]?.text ?? "") ? titleStart - 1 : titleStart;
}

/** The title right under 附件, also of a table or a list. */
function titleUnderLabel(lines: readonly Line[], start: number): FoundTitle | null {
  for (let end = start + 1; end <= Math.min(lines.length, start + mostLines); end += 1) {
    const last = lines[end - 1];
    if (last === undefined || !isTitleLine(last)) return null;
    const text = joinLines(lines.slice(start, end));
    if (endsLikeAttachedTitle(text)) return { start, end, text };
  }
  return null;
}

/** The title that the first one names, as 关于印发…规划的通知 does; it ends with line `last`. */
function namedTitle(lines: readonly Line[], last: number, from: number, announced: string): FoundTitle | null {
  for (let start = last; start >= Math.max(from, last - mostLines + 1); start -= 1) {
    const line = lines[start];
    if (line === undefined || !isTitleLine(line)) return null;
    const text = joinLines(lines.slice(start, last + 1));
    if (!announced.includes(unquoted(text))) return null;
    const isWhole = start === from || !announced.includes(unquoted(joinLines(lines.slice(start - 1, last + 1))));
    if (isWhole) return unquoted(text).length >= 6 ? titleLike({ start, end: last + 1, text }) : null;
  }
  return null;
}

const titleLike = (title: FoundTitle): FoundTitle | null => (endsLikeAttachedTitle(title.text) ? title : null);

/** A whole title right behind the day on which the text before it was signed, with text under it. */
function titleBehindSignOff(lines: readonly Line[], last: number): FoundTitle | null {
  const title = titleEndingAt(lines, last);
  const before = lines[(title?.start ?? 0) - 1]?.text ?? "";
  if (title === null || !startsLikeTitle(title.text) || !(isDateLine(before) || isNoteLine(before))) return null;
  const under = lines.slice(title.end, title.end + mostLinesUnder);
  return under.some(({ text }) => /。|[：:]$/u.test(text)) ? title : null;
}

/**
 * The titles of texts that follow the first one: what its title names, what stands under 附件, and what begins behind a
 * sign-off. `from`: the first line behind the first title.
 */
export function findAttachedTitles(
  lines: readonly Line[],
  first: FoundTitle | null,
  from: number,
): readonly FoundTitle[] {
  const announced = first !== null && announcesAttachment.test(first.text) ? unquoted(first.text) : "";
  const found: FoundTitle[] = [];
  for (let index = from; index < lines.length; index += 1) {
    const isLabelled = isAttachmentLabel(lines[index - 1]?.text ?? "");
    const title = isLabelled
      ? titleUnderLabel(lines, index)
      : (namedTitle(lines, index, Math.max(from, found.at(-1)?.end ?? 0), announced) ??
        titleBehindSignOff(lines, index));
    if (title === null) continue;
    found.push(title);
    index = title.end - 1;
  }
  return found;
}
