import type { Line } from "./lines.ts";
import { isOrganName } from "./organ-name.ts";
import { residueOfLine } from "./residue.ts";
import { parseOrdinal } from "../document/parse-ordinal.ts";

/** Lines `start` up to `end` (not included) of a title, and its text on one line. */
export type FoundTitle = { readonly start: number; readonly end: number; readonly text: string };

/** 文种 and other words that titles end with. */
const titleEnd =
  /(?:报告|规划|通知|意见|方案|总结|计划|纲要|要点|办法|决定|请示|函|批复|公告|通告|通报|公报|条例|规定|细则|说明|汇报|材料|讲话|建议|决议|议案|纪要|清单|制度|白皮书|情况|综述|年报|指南|规程|准则|指引)$/u;
/** （试行） or （2021—2025年） behind the last word. */
const titleSuffix = /[（(][^（）()。]{1,30}[）)]$/u;
const sentenceMark = /[。；：！？，;:!?,]/u;
const longestLine = 60;
const longestTitle = 120;
const mostLines = 5;
/** How many lines of a letterhead or a web page may stand above the title. */
const mostLinesAbove = 15;

/** 发文字号, 文件 and other lines of a letterhead, which stand above the title. */
const letterhead =
  /〔[0-9]{4}〕\s?[0-9]{1,5}\s?号|[[（(【][0-9]{4}[\]）)】]\s?[0-9]{1,5}\s?号$|文件$|^(?:机密|秘密|绝密|特急|加急|急件|平急|签发人|附件[0-9一二三四五六七八九十]{0,2}[：:]?$)|^[0-9]{6}$/u;

function isTitleLine({ text, isTabbed }: Line): boolean {
  return (
    !isTabbed &&
    text.length <= longestLine &&
    !sentenceMark.test(text) &&
    parseOrdinal(text) === null &&
    residueOfLine(text) === null
  );
}

function endsLikeTitle(text: string): boolean {
  const bare = text.replace(titleSuffix, "");
  return bare.length >= 4 && titleEnd.test(bare.replace(/[》”]$/u, ""));
}

/** Lines of one title on one line; two organs that stood on lines of their own stay apart. */
function joinLines(lines: readonly Line[]): string {
  let text = "";
  let previous = "";
  for (const line of lines) {
    const gap = isOrganName(previous) && isOrganName(line.text) ? " " : "";
    text += `${gap}${line.text}`;
    previous = line.text;
  }
  return text;
}

/** The next line goes on with the title: …规划 / 的通知, …总结 / 和明年计划, or a suffix in brackets. */
function goesOn(next: Line | undefined, joined: (next: Line) => string): boolean {
  if (next === undefined || !isTitleLine(next)) return false;
  if (
    /^[（(](?:试行|暂行|修订|征求意见|送审|草案|讨论|[0-9]{4}\s?年?\s?[-—–－～~至])[^（）()]{0,30}[）)]$/u.test(
      next.text,
    )
  )
    return true;
  return /^(?:的|和|及|与|暨|以及)/u.test(next.text) && endsLikeTitle(joined(next));
}

/** A title that begins at line `start`, broken over several lines or not. */
function titleAt(lines: readonly Line[], start: number): FoundTitle | null {
  for (let end = start + 1; end <= Math.min(lines.length, start + mostLines); end += 1) {
    const last = lines[end - 1];
    if (last === undefined || !isTitleLine(last)) return null;
    const text = joinLines(lines.slice(start, end));
    if (text.length > longestTitle) return null;
    if (!endsLikeTitle(text)) continue;
    if (goesOn(lines[end], (next) => joinLines([...lines.slice(start, end), next]))) continue;
    return { start, end, text };
  }
  // the continuation was announced, but the limit came first
  return null;
}

/** The title of a text: its first lines, below a letterhead or the head of a web page. */
export function findTitle(lines: readonly Line[]): FoundTitle | null {
  for (let start = 0; start < Math.min(lines.length, mostLinesAbove); start += 1) {
    const line = lines[start];
    if (line === undefined) return null;
    const isAbove = letterhead.test(line.text) || residueOfLine(line.text) !== null;
    if (isAbove && line.text.length <= longestTitle) continue;
    return titleAt(lines, start);
  }
  return null;
}

const unquoted = (text: string): string => text.replaceAll(/[《》“”"'\s]/gu, "");
const announcesAttachment = /印发|转发|发布|公布|报送|附件/u;
const attachmentLabel = /^附\s{0,2}件\s{0,2}[0-9一二三四五六七八九十]{0,2}\s{0,2}[：:]?$/u;

/** Lines such as 附件1, which stand above the title of what is attached. */
export function isAttachmentLabel(text: string): boolean {
  return attachmentLabel.test(text);
}

/** An attached text begins with the line 附件 above its title, if there is one. */
export function startOfAttachment(lines: readonly Line[], titleStart: number): number {
  return isAttachmentLabel(lines[titleStart - 1]?.text ?? "") ? titleStart - 1 : titleStart;
}

/**
 * The titles of texts attached to the first one: a line (or several) that the first title names, as 关于印发…规划的通知
 * does, or any title right under 附件. `from`: the first line behind the first title.
 */
export function findAttachedTitles(
  lines: readonly Line[],
  first: FoundTitle | null,
  from: number,
): readonly FoundTitle[] {
  const announced = first !== null && announcesAttachment.test(first.text) ? unquoted(first.text) : "";
  const found: FoundTitle[] = [];
  for (let start = from; start < lines.length; start += 1) {
    const line = lines[start];
    if (line === undefined || !isTitleLine(line)) continue;
    const title = titleAt(lines, start);
    if (title === null) continue;
    const previous = lines[start - 1]?.text ?? "";
    const isNamed = unquoted(title.text).length >= 6 && announced.includes(unquoted(title.text));
    const isLabelled = isAttachmentLabel(previous);
    if (!isNamed && !isLabelled) continue;
    found.push(title);
    start = title.end - 1;
  }
  return found;
}
