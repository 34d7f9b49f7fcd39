import type { TextLine } from "./text-lines.ts";
import type { FoundTitle } from "../find-title.ts";
import { isOrganName } from "../organ-name.ts";
import { residueOfLine } from "../residue.ts";
import { isDateLine } from "../sign-off.ts";
import { parseOrdinal } from "../../document/parse-ordinal.ts";

/** How many lines may stand above a title, on a cover or in a letterhead. */
const mostLinesAbove = 20;
const mostLines = 8;
const longestLine = 80;
/** 2号 is the size of titles; 小二 the smallest that stands out from text in 3号. */
const smallestTitlePt = 18;
const bodySizePt = 16;
const titleStyle = /^(?:title|标题|文章标题|公文标题|文件标题|大标题|总标题|主标题)$/iu;
const letterhead = /文件$|〔[0-9]{4}〕\s?[0-9]{1,5}\s?号|^(?:签发人|附件|目\s{0,8}录)/u;

function isTitleLook({ text, runs, paragraph }: TextLine): boolean {
  if (text.length > longestLine || /[。；;]/u.test(text)) return false;
  if (letterhead.test(text) || parseOrdinal(text) !== null || residueOfLine(text) !== null) return false;
  if (isDateLine(text) || /^[（(].*日[）)]$/u.test(text)) return false;
  if (titleStyle.test(paragraph.styleName)) return true;
  if (paragraph.alignment !== "center") return false;
  const written = runs.filter((run) => run.kind === "text");
  const isTitleFace = written.some(({ face, sizePt }) => face === "xiaobiaosong" && sizePt > bodySizePt);
  return isTitleFace || written.some(({ sizePt, text: part }) => sizePt >= smallestTitlePt && part.trim() !== "");
}

function joined(lines: readonly TextLine[]): string {
  return lines
    .map(({ text }, index) => {
      const above = lines[index - 1]?.text ?? "";
      // two organs that stand one below the other stay apart
      return isOrganName(above) && isOrganName(text) ? ` ${text}` : text;
    })
    .join("")
    .replaceAll("\n", "");
}

/** The title as a Word file shows it: by its style, or centred and larger than the text. Null: by nothing of these. */
export function findStyledTitle(lines: readonly TextLine[]): FoundTitle | null {
  const start = lines.slice(0, mostLinesAbove).findIndex(isTitleLook);
  if (start < 0 || lines.slice(0, start).some(({ text }) => text.includes("。") || parseOrdinal(text) !== null))
    return null;
  let end = start + 1;
  const goesOn = (line: TextLine | undefined): boolean =>
    line !== undefined && line.isApart !== true && isTitleLook(line);
  while (end < start + mostLines && goesOn(lines[end])) end += 1;
  const text = joined(lines.slice(start, end));
  return text.length < 4 ? null : { start, end, text };
}
