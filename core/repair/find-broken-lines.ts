import { maskedText } from "../document/content-text.ts";
import { cutsWord } from "./cuts-word.ts";
import { lineExcerpt } from "./excerpt.ts";
import { isNumbered } from "./recast-block.ts";
import type { Repair } from "./repair.ts";
import type { RepairText } from "./repair-text.ts";
import type { FoundInText, Tally } from "./text-finding.ts";
import { paragraphsOf } from "../document/block-content.ts";
import type { Block } from "../document/blocks.ts";
import { parseOrdinal } from "../document/numbering.ts";
import { isDateLine } from "../import/sign-off.ts";

const ended = /[。！？；：…!?;:.][”’"）)》」]*$/u;
const goesOn = /[，、,（(《“]$/u;
const pairs = [
  ["“", "”"],
  ["《", "》"],
  ["（", "）"],
] as const;
const shortest = 10;
/** Two characters more or less, because marks hang over and Western words do not break. */
const slackInHalves = 5;
/** Narrower files are lists or tables; wider ones have whole paragraphs. */
const narrowest = 36;
const widestLine = 120;
const fewestFull = 3;
const excerptLength = 16;

/** Width in halves of a Chinese character. */
function widthOf(text: string): number {
  let width = 0;
  for (let at = 0; at < text.length; at += 1) width += text.charCodeAt(at) > 0x2000 ? 2 : 1;
  return width;
}

/** A pair of marks that one line opens and the next closes. */
function isPairCut(above: string, below: string): boolean {
  return pairs.some(([open, close]) => {
    const opened = above.lastIndexOf(open);
    const closed = below.indexOf(close);
    if (opened < 0 || opened < above.lastIndexOf(close) || closed < 0 || closed > 40) return false;
    const next = below.indexOf(open);
    return next < 0 || next > closed;
  });
}

const beginsAnew = (text: string): boolean =>
  parseOrdinal(text) !== null || isDateLine(text) || /^(?:附件|附表|[（(]此件|[0-9])|^.{0,6}[：:]|\t/u.test(text);

/** What two lines alone say about whether they are one sentence: surely, perhaps, or no. */
function judgeWords(above: string, below: string): "sure" | "open" | "no" {
  if (above.length < shortest || above.includes("\t") || ended.test(above)) return "no";
  // …报告如 / 下：
  if (/^.{1,3}[：:]$/u.test(below) && cutsWord(above, above.length, below, 0)) return "sure";
  if (beginsAnew(below)) return "no";
  if (isPairCut(above, below)) return "sure";
  const isSentence = /[，。；、：]/u.test(above) && /[，。；、]/u.test(below);
  if (!isSentence) return "no";
  // …。二、下一步工作 ends with a heading
  if (parseOrdinal(above.slice(above.lastIndexOf("。") + 1)) !== null && above.includes("。")) return "no";
  if (goesOn.test(above)) return "sure";
  return cutsWord(above, above.length, below, 0) ? "sure" : "open";
}

/** A line of the text that may be broken, or go on. */
type Line = {
  readonly block: number;
  readonly text: string;
  readonly isParagraph: boolean;
  readonly isHeading: boolean;
};

/** Blocks that go, and blocks that are cells of tables. */
type Known = { readonly isRemoved: (block: number) => boolean; readonly isCell: (block: number) => boolean };

function linesOf(blocks: readonly Block[], { isRemoved, isCell }: Known, year: number): readonly (Line | null)[] {
  return blocks.flatMap((block, index): readonly (Line | null)[] => {
    if (isRemoved(index)) return [];
    const isParagraph = block.kind === "paragraph" && block.role === "body";
    if (isCell(index) || (!isParagraph && !isNumbered(block))) return [null];
    const content = paragraphsOf(block).flat();
    return [{ block: index, text: maskedText(content, year).trim(), isParagraph, isHeading: block.kind === "heading" }];
  });
}

/** The width at which a file breaks all its lines; null where paragraphs are whole. */
function widthOfFile(lines: readonly (Line | null)[]): number | null {
  const widths = lines.flatMap((line) => (line === null ? [] : [widthOf(line.text)]));
  const widest = widths.reduce((most, width) => Math.max(most, width), 0);
  const open = lines.filter(
    (line) => line !== null && !ended.test(line.text) && widthOf(line.text) >= widest - slackInHalves,
  );
  return open.length >= fewestFull && widest >= narrowest && widest <= widestLine ? widest : null;
}

/** Lines that end in the middle of a sentence, as copies from PDF files and web pages have them. */
export function findBrokenLines(blocks: readonly Block[], known: Known, year: number, tally: Tally): readonly Repair[] {
  const lines = linesOf(blocks, known, year);
  const width = widthOfFile(lines);
  return lines.flatMap((line, at): readonly Repair[] => {
    const next = lines[at + 1];
    if (line === null || next === null || next === undefined || !next.isParagraph || next.text === "") return [];
    const isFull = width !== null && widthOf(line.text) >= width - slackInHalves;
    if (isFull && ended.test(line.text) && !beginsAnew(next.text)) tally.add("line-unclear");
    // a heading has no mark at its end: only one that it cannot end with shows that it goes on
    const words = line.isHeading && !goesOn.test(line.text) ? "no" : judgeWords(line.text, next.text);
    const isFullAndOpen = isFull && !ended.test(line.text) && !beginsAnew(next.text);
    if (words === "open" && !isFullAndOpen) tally.add("line-unclear");
    if (words !== "sure" && !isFullAndOpen) return [];
    const [head, tail] = [line.text.slice(-excerptLength), next.text.slice(0, excerptLength)];
    return [
      {
        id: `broken-line-${next.block}`,
        kind: "broken-line",
        isSafe: true,
        block: line.block,
        before: `…${lineExcerpt(head)}↵${lineExcerpt(tail)}…`,
        after: `…${lineExcerpt(head)}${lineExcerpt(tail)}…`,
        actions: [{ kind: "join", block: next.block, onto: line.block }],
      },
    ];
  });
}

/** Soft line breaks in the middle of a sentence. */
export function findSoftBreaks({ text, form }: RepairText): readonly FoundInText[] {
  if (form !== "text" || !text.includes("\n")) return [];
  const lines = text.split("\n");
  const found: FoundInText[] = [];
  let end = 0;
  for (const [at, line] of lines.entries()) {
    end += line.length;
    const below = lines[at + 1];
    if (below !== undefined && judgeWords(line.trim(), below.trim()) === "sure") {
      found.push({ kind: "broken-line", isSafe: true, edits: [{ start: end, end: end + 1, text: "" }] });
    }
    end += 1;
  }
  return found;
}
