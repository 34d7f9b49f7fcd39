import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { readReportFile } from "../../backend/read-report-file.ts";
import type { Block, Inline } from "../../core/document/blocks.ts";
import type { ReportDocument } from "../../core/document/schema.ts";
import { goalsTable, heading, paragraph, sampleReport, text, title } from "../core/export/sample-report.ts";
import { templates } from "../templates/built-in-templates.ts";

type Named = readonly [name: string, report: ReportDocument];

const signed = { issuingOrgan: "某市审计局", signatories: ["某市审计局"], date: "2026-03-01" } as const;

/** Words for a blank, longer and shorter by turns, with figures among them. */
const fillings = [
  "全面推进",
  "37项",
  "依法行政工作领导小组办公室",
  "12.5%",
  "《关于加强审计监督的实施办法》",
  "2个",
  "持续",
];

/** Blanks filled in, and a paragraph or two wherever a heading stands over nothing. */
function filled(blocks: readonly Block[]): readonly Block[] {
  let count = 0;
  const fill = (content: readonly Inline[]): readonly Inline[] =>
    content.map((inline) => (inline.kind === "blank" ? text(fillings[(count += 1) % fillings.length] ?? "") : inline));
  return blocks.flatMap((block, index): readonly Block[] => {
    if (block.kind === "runInHeading")
      return [{ ...block, heading: fill(block.heading), content: fill(block.content) }];
    if (block.kind === "heading") {
      const own = { ...block, content: fill(block.content) };
      const next = blocks[index + 1]?.kind;
      return next === "heading" || next === undefined ? [own, paragraph(words(60 + (index % 5) * 45, index))] : [own];
    }
    if (block.kind === "title" || block.kind === "listItem" || block.kind === "paragraph") {
      return [{ ...block, content: fill(block.content) }];
    }
    return [block];
  });
}

const phrases = [
  "坚持党对审计工作的全面领导，",
  "全年完成审计项目37个，审计查出主要问题金额12.5亿元，",
  "“放管服”改革持续深化；",
  "制定《行政执法公示办法》《重大行政决策程序规定》等制度，",
  "推动整改率达到98.6%，",
  "对照“十四五”规划——特别是2025年度目标——逐项对账销号，",
  "组织专题培训6次、参训1200余人次，",
  "严格落实“三项制度”，做到全过程留痕、可回溯管理。",
  "一是抓教育、强队伍，二是抓制度、促规范……",
  "依托“互联网+监督”平台（网址https://example.invalid/a/b-c）公开信息，",
  "按ISO9001和GB/T 9704-2012的要求统一格式，",
  "（见附件1、附件2），",
];
/** A text of about so many characters; another for each seed, the same in every run. */
function words(length: number, seed: number): string {
  let value = "";
  for (let index = seed; value.length < length; index += 1)
    value += phrases[(index * 7 + (seed % 5)) % phrases.length] ?? "";
  return `${value.slice(0, -1)}。`;
}

const runIn = (seed: number): Block => ({
  kind: "runInHeading",
  level: 2,
  ordinal: { kind: "computed" },
  heading: [text("健全依法决策机制。")],
  content: [text(words(200, seed))],
});
const scripted = (seed: number): Block => ({
  kind: "paragraph",
  role: "body",
  content: [
    text(words(60, seed)),
    text("建筑面积120m"),
    { kind: "text", text: "2", script: "super" },
    text("，减排CO"),
    { kind: "text", text: "2", script: "sub" },
    text("三成。"),
    text("重点任务全部完成", true),
    text(words(80, seed + 3)),
  ],
});
const titles = [
  "年度工作报告",
  "某市审计局关于2025年法治政府建设情况的报告",
  "某某市某某区审计局关于2025年度推进法治政府建设暨落实主要负责人履行第一责任人职责情况的报告",
  "关于印发《某某市“十四五”审计工作发展规划》和《某某市审计局2025年度审计项目计划安排》的通知",
];

/** What long Western words, figures, marks and brackets at the ends of lines do, and headings, tables and raised text. */
function generated(seed: number): readonly Block[] {
  const sections = Array.from({ length: 10 }, (_, index): readonly Block[] => [
    heading(1, `第${index + 1}项主要工作举措和成效`),
    paragraph(words(150 + ((seed * 37 + index * 61) % 240), seed + index)),
    heading(2, "存在的突出问题"),
    scripted(seed * 3 + index),
    runIn(seed + 2 * index),
    heading(3, "下一步打算"),
    paragraph(words(90 + ((seed * 53 + index * 17) % 200), seed * 5 + index)),
  ]);
  const table = goalsTable(40, 4);
  return [title(titles[seed % titles.length] ?? ""), ...sections.flat(), table, paragraph(words(120, seed + 9))];
}

const samplesFolder = join(import.meta.dirname, "../../../shared/samples");
const ownFolder = join(import.meta.dirname, "../fixtures/rollover");
/** Published reports where they lie beside the project, and those of our own in the same forms where they do not. */
const [from, names] = existsSync(samplesFolder)
  ? ([samplesFolder, ["audit-plan-145", "fazhi-district-2023", "fazhi-municipal-2023"]] as const)
  : ([ownFolder, ["plan", "district", "municipal"]] as const);
const samples = names.flatMap((name): readonly Named[] => {
  const file = join(from, `${name}.txt`);
  if (!existsSync(file)) return [];
  const bytes = readFileSync(file);
  return [[`the sample ${name}`, readReportFile({ name: `${name}.txt`, year: null, bytes }, new Date(0)).report]];
});

/** Reports whose pages have to be equal: templates, generated ones, and whole ones as they are published. */
export const equalityReports: readonly Named[] = [
  ...templates.flatMap(({ id, blocks }): readonly Named[] => [
    [`the template ${id}`, sampleReport(blocks, signed)],
    [`the template ${id}, filled in`, sampleReport(filled(blocks), signed)],
  ]),
  ...titles.map((name, seed): Named => [`a report called ${name}`, sampleReport(generated(seed), signed)]),
  ...samples,
];
