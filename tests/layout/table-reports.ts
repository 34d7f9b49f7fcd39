import type { Block, TableCell } from "../../core/document/blocks.ts";
import type { ReportDocument } from "../../core/document/schema.ts";
import { goalsTable, paragraph, sampleReport, text, title } from "../core/export/sample-report.ts";

type Named = readonly [name: string, report: ReportDocument];
type Align = TableCell["align"];

const cell = (words: string | readonly string[], rowSpan = 1, colSpan = 1, align: Align = "start"): TableCell => ({
  paragraphs: (typeof words === "string" ? [words] : words).map((one) => (one === "" ? [] : [text(one)])),
  rowSpan,
  colSpan,
  align,
});
type Role = Extract<Block, { kind: "paragraph" }>["role"];
const line = (role: Role, words: string): Block => ({ kind: "paragraph", role, content: [text(words)], counted: true });

const sentence = "督促责任单位逐项制定整改措施、明确整改时限并按季度报告进展情况，";
const table = (
  columnWidths: readonly number[],
  headerRows: number,
  rows: readonly (readonly TableCell[])[],
): Block => ({ kind: "table", columnWidths, headerRows, rows });

/** Forty rows: two merged columns beside each other, now and then one cell over two columns, amounts at the right. */
function mergedBothWays(): Block {
  const head = [
    [cell("领域", 2), cell("类别", 2), cell("任务", 2), cell("金额", 1, 2)],
    [cell("预算"), cell("决算")],
  ];
  const rows = Array.from({ length: 40 }, (_, index): readonly TableCell[] => [
    ...(index % 10 === 0 ? [cell(`第${index / 10 + 1}领域，${sentence.slice(0, 4)}`, 10)] : []),
    ...(index % 4 === 0 ? [cell(`第${index / 4 + 1}类`, 4, 1, "center")] : []),
    ...(index % 7 === 3
      ? [cell(`合并说明：${sentence}`, 1, 3)]
      : [
          cell(index % 3 === 0 ? sentence.slice(0, 12 + (index % 5)) : "完成任务"),
          cell((index * 137.5).toFixed(2), 1, 1, "end"),
          cell(`${index * 3}%`, 1, 1, "end"),
        ]),
  ]);
  return table([3, 2, 5, 3, 2], 2, [...head, ...rows]);
}

/** Cells of sentences of many lengths, so that rows of one to six lines fall on the page's end. */
const unevenRows = (count: number, seed: number): readonly (readonly TableCell[])[] =>
  Array.from({ length: count }, (_, index) => [
    cell(`${index + 1}`, 1, 1, "center"),
    cell(sentence.repeat(1 + ((index * 5 + seed) % 4)).slice(0, 20 + ((index * 37 + seed * 11) % 90))),
    cell(["责任单位", "配合单位"].slice(0, 1 + (index % 2))),
    cell(`${(index + 1) * 12.5}%`, 1, 1, "end"),
  ]);

/** A goal over several rows whose words are longer than one row, so that they cross the page's end. */
const longGoals = (rowsPerGoal: number): Block =>
  table([4, 1, 6], 1, [
    [cell("发展目标"), cell("序号"), cell("重点任务")],
    ...Array.from({ length: 40 }, (_, index) => [
      ...(index % rowsPerGoal === 0
        ? [cell([`目标${index / rowsPerGoal + 1}`, sentence.repeat(3)], Math.min(rowsPerGoal, 40 - index))]
        : []),
      cell(`${index + 1}`, 1, 1, "center"),
      cell(`推进第${index + 1}项任务，${sentence}`),
    ]),
  ]);

const lead = (count: number): readonly Block[] =>
  Array.from({ length: count }, (_, index) => paragraph(`第${index + 1}段文字。`));

const report = (...blocks: readonly Block[]): ReportDocument =>
  sampleReport([title("某市审计局年度项目情况"), ...blocks, paragraph(`以上情况，${sentence.repeat(3)}请审阅。`)], {});

/** Tables as they stand in plans and annexes of reports. */
export const tableReports: readonly Named[] = [
  ["forty rows with merged cells both ways", report(...lead(3), mergedBothWays())],
  ["forty rows in groups of six", report(...lead(9), goalsTable(40, 6))],
  ["rows of one to four lines", report(...lead(2), table([1, 7, 2, 2], 1, unevenRows(40, 1)))],
  ["rows of other lengths", report(...lead(7), table([1, 7, 2, 2], 1, unevenRows(40, 6)))],
  ["goals of several lines over four rows", report(...lead(5), longGoals(4))],
  ["goals of several lines over nine rows", report(...lead(5), longGoals(9))],
  ...[12, 14, 15, 16, 17, 18].map((count): Named => [
    `a title, a unit and a note around a small table behind ${count} lines`,
    report(
      ...lead(count),
      line("caption", "重点项目资金情况"),
      line("tableNote", "单位：万元"),
      table([1, 7, 2, 2], 1, [[cell("序号"), cell("项目"), cell("单位"), cell("比例")], ...unevenRows(3, 2)]),
      line("tableNote", "注：数据截至年底，比例按项目个数计算。"),
    ),
  ]),
];
