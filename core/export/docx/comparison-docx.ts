import { type FileChild, Paragraph } from "docx";
import { compareReports } from "../../compare/compare-reports.ts";
import { viewComparison } from "../../compare/compare-view.ts";
import { sectionStates } from "../../compare/section-state.ts";
import type { PrintedBlock } from "../../document/printed-block.ts";
import { headTable, runTable, sectionTable, textTable } from "./comparison-tables.ts";
import type { DocxFaces } from "./docx-options.ts";
import { textRun } from "./runs.ts";
import { styleIds } from "./style-ids.ts";
import { workingPaper } from "./working-paper.ts";

/** A text to compare: as it is printed, see `printText` and `assembleReport`. */
export type ComparedText = {
  readonly title: string;
  readonly year: number;
  readonly blocks: readonly PrintedBlock[];
};

type ComparisonPaper = {
  readonly old: ComparedText;
  readonly now: ComparedText;
  readonly author: string;
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  readonly updatedAt: string;
};

const comparisonTitle = "对照稿";

const heading = (text: string): Paragraph => new Paragraph({ style: styleIds.heading(1), children: [textRun(text)] });
const line = (text: string): Paragraph => new Paragraph({ style: styleIds.tableText, children: [textRun(text)] });
const end = (): Paragraph => new Paragraph({ style: styleIds.tableEnd });

/**
 * 对照稿 of two reports as a Word document to print: 雷同度 of each section, 连续未改的句子, and both texts beside each
 * other, the words that went struck through and the words that came underlined. The same texts give the same bytes.
 */
export async function comparisonDocx(paper: ComparisonPaper, faces: DocxFaces): Promise<Uint8Array> {
  const { old, now } = paper;
  const comparison = compareReports(old, now);
  const view = viewComparison(comparison, { old: old.blocks, new: now.blocks });
  const states = sectionStates(comparison, { fromYear: old.year, toYear: now.year });
  const children: FileChild[] = [
    new Paragraph({ style: styleIds.title, children: [textRun(comparisonTitle)] }),
    headTable(old, now, comparison),
    heading("一、各节雷同度"),
    sectionTable(view, comparison, states),
    heading("二、连续未改的句子"),
    ...(view.runs.length === 0 ? [line("没有两句以上连续未改的句子。")] : [runTable(view)]),
    heading("三、逐句对照"),
    line("去年一栏中加删除线的字今年没有了，今年一栏中加下划线的字是今年新写的；标有“移动”的句子去年在别处。"),
    textTable(view),
    end(),
  ];
  const { author, createdAt, updatedAt } = paper;
  const properties = { title: `${now.title}${comparisonTitle}`, author, createdAt, updatedAt };
  return workingPaper(children, { properties, blocks: now.blocks }, faces);
}
