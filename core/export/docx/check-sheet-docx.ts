import { type FileChild, Paragraph, type Table, type TextRun } from "docx";
import { checkReport, dismissedIn, sectionsOf } from "../../check/check-report.ts";
import type { House } from "../../check/house-lists.ts";
import type { KnownFinding } from "../../check/known-findings.ts";
import type { Rule } from "../../check/rule.ts";
import { MASK } from "../../document/content-text.ts";
import { blocksFromBody } from "../../document/from-lexical.ts";
import type { ReportDocument } from "../../document/schema.ts";
import { titleOf } from "../../document/title.ts";
import { comparisonSheet } from "../../layout/comparison-sheet.ts";
import type { DocxFaces } from "./docx-options.ts";
import { textRun } from "./runs.ts";
import { styleIds } from "./style-ids.ts";
import { workingPaper } from "./working-paper.ts";
import { row, table } from "./working-tables.ts";

const sheetTitle = "校核单";
/** A long sentence is shown around the words that are meant. */
const MOST_AROUND = 60;

const heading = (text: string): Paragraph => new Paragraph({ style: styleIds.heading(1), children: [textRun(text)] });
const line = (text: string): Paragraph => new Paragraph({ style: styleIds.tableText, children: [textRun(text)] });
const end = (): Paragraph => new Paragraph({ style: styleIds.tableEnd });
const shown = (text: string): string => text.replaceAll(MASK, "□").replaceAll("\n", " ");

/** The sentence with the words underlined that the finding is about. */
function wordsOf({ sentence, text, isOfOrdinal, message }: KnownFinding): readonly TextRun[] {
  if (isOfOrdinal) return [textRun(shown(text), { mark: "inserted" })];
  if (sentence === message) return [];
  const at = text === "" ? -1 : sentence.indexOf(text);
  if (at < 0) return [textRun(shown(sentence).slice(0, 2 * MOST_AROUND))];
  const before = sentence.slice(0, at);
  const after = sentence.slice(at + text.length);
  const cutBefore = before.length > MOST_AROUND ? `…${before.slice(-MOST_AROUND)}` : before;
  const cutAfter = after.length > MOST_AROUND ? `${after.slice(0, MOST_AROUND)}…` : after;
  return [textRun(shown(cutBefore)), textRun(shown(text), { mark: "inserted" }), textRun(shown(cutAfter))];
}

const ruleText = ({ message, source, strength, rule }: KnownFinding): string =>
  `${message}（${[...new Set([source, strength])].join("，")}，${rule}）`;

const fixText = ({ fix }: KnownFinding): string =>
  fix === null ? "" : fix.text === "" ? "（删去）" : shown(fix.text).slice(0, 2 * MOST_AROUND);

type NameSection = (finding: KnownFinding) => string;

function findingTable(findings: readonly KnownFinding[], sectionOf: NameSection): Table {
  return table(comparisonSheet.findingColumns, (widths) => [
    row(["序号", "所在部分", "原文", "问题和依据", "建议改为", "处理"], widths, true),
    ...findings.map((finding, index) =>
      row([String(index + 1), sectionOf(finding), wordsOf(finding), ruleText(finding), fixText(finding), ""], widths),
    ),
  ]);
}

function skippedTable(report: ReportDocument, findings: readonly KnownFinding[], sectionOf: NameSection): Table {
  const dismissed = dismissedIn(report);
  const reasonOf = ({ rule, sentence }: KnownFinding): string => {
    const found = dismissed.find((one) => one.rule === rule && one.sentence === sentence);
    return [found?.reason, found?.by].filter((words) => words !== undefined && words !== "").join("，");
  };
  return table(comparisonSheet.skippedColumns, (widths) => [
    row(["序号", "所在部分", "原文", "问题和依据", "不改的理由"], widths, true),
    ...findings.map((finding, index) =>
      row([String(index + 1), sectionOf(finding), wordsOf(finding), ruleText(finding), reasonOf(finding)], widths),
    ),
  ]);
}

/**
 * 校核单 of a report as a Word document to print: what is wrong, what is to be looked at, and what its writer does not
 * follow, each with its place, source and strength, and room for what was done. The same report gives the same bytes.
 */
export async function checkSheetDocx(
  report: ReportDocument,
  rules: readonly Rule[],
  faces: DocxFaces,
  house?: House,
): Promise<Uint8Array> {
  const { meta, year, createdAt, updatedAt } = report;
  const title = titleOf(blocksFromBody(report.body), year);
  const { findings, dismissed } = checkReport(report, rules, house);
  const sectionOf = sectionsOf(report);
  const part = (name: string, found: readonly KnownFinding[], none: string): readonly FileChild[] => [
    heading(name),
    ...(found.length === 0 ? [line(none)] : [findingTable(found, sectionOf)]),
  ];
  const errors = findings.filter(({ severity }) => severity === "错误");
  const hints = findings.filter(({ severity }) => severity === "提示");
  const children: readonly FileChild[] = [
    new Paragraph({ style: styleIds.title, children: [textRun(sheetTitle)] }),
    table(comparisonSheet.headColumns, (widths) => [
      row(["报告", `${title === "" ? "（无标题）" : title}（${year}年度）`], widths),
      row(["校核结果", `错误 ${errors.length} 处，提示 ${hints.length} 处，已略过 ${dismissed.length} 处`], widths),
      row(["校核人", ""], widths),
    ]),
    ...part("一、错误", errors, "没有发现错误。"),
    ...part("二、提示", hints, "没有提示。"),
    ...(dismissed.length === 0 ? [] : [heading("三、已略过"), skippedTable(report, dismissed, sectionOf)]),
    end(),
  ];
  const properties = { title: `${title}${sheetTitle}`, author: meta.issuingOrgan, createdAt, updatedAt };
  return workingPaper(children, { properties, blocks: [] }, faces);
}
