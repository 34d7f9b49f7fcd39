import { beforeAll, describe, expect, it } from "vitest";
import type { Meta, ReportDocument } from "../../core/document/schema.ts";
import type { Line, Page, RuleLine } from "../../core/layout/pages/page.ts";
import { buildFaces } from "../backend/build-faces.ts";
import {
  attentionOf,
  type Damage,
  faceFor,
  inspectDamaged,
  rowOf,
  textOfLine,
  withLines,
  withRuns,
} from "../backend/inspect/inspected-export.ts";
import { heading, paragraph, sampleReport, title } from "../core/export/sample-report.ts";

beforeAll(buildFaces, 180_000);

const sentence = "各处室要把推进法治建设列入重要日程，与业务工作同部署、同推进、同检查，确保各项要求落到实处。";
const blocks = [
  title("关于印发工作要点的通知"),
  paragraph(sentence.repeat(4)),
  heading(1, "工作要点"),
  paragraph(sentence.repeat(20)),
];
const elements: Partial<Meta> = {
  issuingOrgan: "青石县审计局",
  copyNumber: "000012",
  secrecy: "秘密★1年",
  urgency: "特急",
  documentNumber: "青审发〔2026〕3号",
  mainRecipients: "各科室、各下属单位",
  signatories: ["青石县审计局"],
  date: "2026-03-01",
  note: "此件公开发布",
  copyRecipients: "县委办公室，县人大常委会办公室，\n县政府办公室。",
  printingOrgan: "青石县审计局办公室",
  printingDate: "2026-03-02",
};
const official = (meta: Partial<Meta> = elements): ReportDocument => ({
  ...sampleReport(blocks, meta),
  preset: "official-document",
});
const attention = async (report: ReportDocument, damage: Damage = {}): Promise<readonly string[]> =>
  attentionOf(await inspectDamaged(report, damage)).filter((id) => id !== "faces-substituted");

const withRules = (pages: readonly Page[], change: (rule: RuleLine) => RuleLine): readonly Page[] =>
  pages.map((page) => ({ ...page, items: page.items.map((item) => (item.kind === "rule" ? change(item) : item)) }));
const isMark = (line: Line): boolean => textOfLine(line) === "青石县审计局文件";

const damages: readonly (readonly [string, Damage["pages"], readonly string[]])[] = [
  [
    "a mark 5 mm too low",
    (pages) => withLines(pages, (line) => (isMark(line) ? { ...line, baselinePt: line.baselinePt + 14 } : line)),
    ["mark-top"],
  ],
  [
    "a black mark",
    (pages) =>
      withLines(pages, (line) => (isMark(line) ? withRuns(line, (run) => ({ ...run, colour: "black" })) : line)),
    ["mark-look"],
  ],
  [
    "a mark in 黑体",
    (pages) =>
      withLines(pages, (line) => (isMark(line) ? withRuns(line, (run) => ({ ...run, face: faceFor("heiti") })) : line)),
    ["mark-look"],
  ],
  [
    "a red 发文字号",
    (pages) =>
      withLines(pages, (line) =>
        textOfLine(line).startsWith("青审发") ? withRuns(line, (run) => ({ ...run, colour: "red" })) : line,
      ),
    ["colour"],
  ],
  [
    "a red rule that is too short",
    (pages) => withRules(pages, (rule) => (rule.colour === "red" ? { ...rule, x2Pt: rule.x2Pt - 20 } : rule)),
    ["red-rule"],
  ],
  [
    "a red rule 2 mm too low",
    (pages) =>
      withRules(pages, (rule) =>
        rule.colour === "red" ? { ...rule, y1Pt: rule.y1Pt + 5.7, y2Pt: rule.y2Pt + 5.7 } : rule,
      ),
    ["red-rule-place"],
  ],
  [
    "版记 too high",
    (pages) =>
      withRules(pages, (rule) =>
        rule.colour === "red" ? rule : { ...rule, y1Pt: rule.y1Pt - 8, y2Pt: rule.y2Pt - 8 },
      ),
    ["imprint"],
  ],
  [
    "版记 with hairlines",
    (pages) => withRules(pages, (rule) => (rule.colour === "red" ? rule : { ...rule, thicknessPt: 0.25 })),
    ["imprint"],
  ],
  [
    "份号 lost",
    (pages) => withLines(pages, (line) => (textOfLine(line) === "000012" ? null : line)),
    ["text", "elements"],
  ],
  [
    "抄送 lost",
    (pages) => withLines(pages, (line) => (textOfLine(line).startsWith("抄送") ? null : line)),
    ["text", "elements"],
  ],
];

describe("0773 版头 and 版记 are inspected", () => {
  it("finds nothing in an official document, and measures its head and its foot", async () => {
    const inspection = await inspectDamaged(official());
    expect(attentionOf(inspection)).toEqual(["faces-substituted"]);
    const measured = ["mark-top", "mark-look", "red-rule", "red-rule-place", "imprint"].map((id) =>
      rowOf(inspection, id),
    );
    expect(measured.map(({ measured: value }) => value)).toEqual([
      "72.0 mm",
      "程序自带的粗宋体，红色",
      "156.0 mm",
      "4.0 mm",
      "末条线在 261.8 mm，线粗 0.35、0.26、0.35 mm",
    ]);
  });

  it.each([
    ["joint organs", { jointOrgans: ["青石县财政局", "青石县人力资源和社会保障局"] }],
    ["签发人", { signedOffBy: ["张某", "李某某", "王某"] }],
    ["much 主送", { mainRecipients: Array.from({ length: 60 }, (_, index) => `第${index + 1}科室`).join("、") }],
  ] as const)("finds nothing in a document with %s", async (_, meta) => {
    const names = [...(elements.signatories ?? []), ...("jointOrgans" in meta ? meta.jointOrgans : [])];
    expect(await attention(official({ ...elements, ...meta, signatories: names }))).toEqual([]);
  });

  it.each(damages)("%s turns the rows that are about it, and no other", async (_, pages, expected) => {
    expect(await attention(official(), pages === undefined ? {} : { pages })).toEqual(expected);
  });

  it("says which element a report without 版头 does not print", async () => {
    const places = rowOf(await inspectDamaged(sampleReport(blocks, elements)), "elements").places;
    expect(places.map(({ words }) => words)).toEqual([
      "份号“000012”",
      "密级和保密期限“秘密★1年”",
      "紧急程度“特急”",
      "发文字号“青审发〔2026〕3号”",
      "抄送“县委办公室，县人大常委会办公室，县政府办公室”",
      "印发机关“青石县审计局办公室”",
      "印发日期“2026年3月2日”",
    ]);
  });
});
