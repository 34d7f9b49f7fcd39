import { type DocumentItem, type DocumentParagraph, type DocumentRun, textOfRuns } from "./document-items.ts";
import { inlineOf, sliceRuns } from "./inline-content.ts";
import type { Line } from "../lines.ts";
import { isRecipients } from "../recipients.ts";
import { isDateLine } from "../sign-off.ts";
import type { BlockOf } from "../../document/blocks.ts";
import { parseOrdinal } from "../../document/parse-ordinal.ts";

/** A line of text as the readers of plain text take it, and what a Word file knows of it besides. */
export type TextLine = Line & {
  readonly kind: "line";
  /** Its text is `text`; a soft line break is a line feed. */
  readonly runs: readonly DocumentRun[];
  readonly paragraph: DocumentParagraph;
};
/** What is no line to be read: also the entries of a table of contents, which repeat the headings. */
export type ReadObject = BlockOf<"table"> | BlockOf<"image"> | BlockOf<"pageBreak"> | BlockOf<"paragraph">;
export type LineOrObject = TextLine | ReadObject;

function trimmed(runs: readonly DocumentRun[], paragraph: DocumentParagraph): readonly TextLine[] {
  const raw = textOfRuns(runs);
  const text = raw.trim();
  if (text === "") return [];
  const start = raw.length - raw.trimStart().length;
  const own = sliceRuns(runs, start, start + text.length);
  return [{ kind: "line", text, isTabbed: raw.startsWith("\t"), runs: own, paragraph }];
}

/** The runs between soft line breaks. */
function pieces(runs: readonly DocumentRun[]): readonly (readonly DocumentRun[])[] {
  const split: DocumentRun[][] = [[]];
  for (const run of runs) {
    if (run.kind === "break") split.push([]);
    else split.at(-1)?.push(run);
  }
  return split;
}

/** Soft breaks that stand for the ends of paragraphs: lists, signatures and whole texts are often typed so. */
function standsForParagraphs(paragraph: DocumentParagraph, parts: readonly string[]): boolean {
  if (paragraph.alignment !== "start") return true;
  return parts.some((part, index) => {
    const text = part.trim();
    if (isDateLine(text)) return true;
    return index === 0 ? isRecipients(text) : parseOrdinal(text) !== null;
  });
}

function linesOf(paragraph: DocumentParagraph): readonly TextLine[] {
  const parts = pieces(paragraph.runs);
  if (parts.length < 2 || !standsForParagraphs(paragraph, parts.map(textOfRuns))) {
    return trimmed(paragraph.runs, paragraph);
  }
  return parts.flatMap((runs, index) => trimmed(runs, index === 0 ? paragraph : { ...paragraph, label: "" }));
}

const plainLine = ({ runs }: TextLine): LineOrObject => ({
  kind: "paragraph",
  role: "body",
  content: inlineOf(runs, { keepsBold: "none" }),
});
const isContentsHeading = (item: LineOrObject): item is TextLine =>
  item.kind === "line" && /^目\s{0,8}录$/u.test(item.text);

/**
 * The text of a document line by line, with its tables, images and page breaks in their places. A table of contents and
 * 目录 above it are plain text.
 */
export function flowOfItems(items: readonly DocumentItem[]): readonly LineOrObject[] {
  const flow: LineOrObject[] = [];
  let isApart = false;
  for (const item of items) {
    if (item.kind !== "paragraph") {
      flow.push(item);
      isApart ||= item.kind !== "image";
    } else if (item.isContents !== true) {
      const lines = linesOf(item);
      flow.push(...lines.map((line, index) => (isApart && index === 0 ? { ...line, isApart } : line)));
      if (lines.length > 0) isApart = false;
    } else {
      isApart = true;
      const above = flow.at(-1);
      if (above !== undefined && isContentsHeading(above)) flow[flow.length - 1] = plainLine(above);
      flow.push(...linesOf(item).map(plainLine));
    }
  }
  return flow;
}

/** What most of the longer lines are set in: the look of body text. */
export function bodyFace(lines: readonly TextLine[]): string | null {
  const counts = new Map<string, number>();
  for (const { text, runs } of lines) {
    if (text.length < 40) continue;
    for (const run of runs) {
      if (run.kind !== "text" || run.face === null) continue;
      counts.set(run.face, (counts.get(run.face) ?? 0) + run.text.length);
    }
  }
  const [most] = [...counts].sort(([, one], [, other]) => other - one);
  return most?.[0] ?? null;
}
