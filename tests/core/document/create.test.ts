import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block, Inline } from "../../../core/document/blocks.ts";
import { createReport, reportFromImport, templateFromReport } from "../../../core/document/create.ts";
import { blocksFromBody } from "../../../core/document/from-lexical.ts";
import { readReport, readTemplate } from "../../../core/document/migrate.ts";
import { summariseReport, summariseTemplate } from "../../../core/document/summarise.ts";
import { TEMPLATE_FORMAT_VERSION, templateSchema } from "../../../core/document/template.ts";
import { withoutId } from "../../../core/document/to-template.ts";
import { withTitle } from "../../../core/document/title.ts";
import { importText } from "../../../core/import/text.ts";
import { arbitraryReport } from "./arbitrary-report.ts";

const id = "6f1c1f0e-8f5c-4a8e-9d8e-3f3f0a6b2c11";
const now = new Date("2026-12-20T08:00:00Z");
const words = (text: string): Inline => ({ kind: "text", text });
const heading = (text: string, rest: { sectionId?: string; done?: true } = {}): Block => ({
  kind: "heading",
  level: 1,
  ordinal: { kind: "computed" },
  content: [words(text)],
  ...rest,
});
const template = templateSchema.parse({
  format: "nianbao-template",
  formatVersion: TEMPLATE_FORMAT_VERSION,
  id: "sample",
  name: "样例",
  summary: "",
  reportType: "fazhi",
  preset: "public-report",
  deadlines: ["3月1日前报送"],
  meta: { note: "此件公开发布" },
  blocks: [
    {
      kind: "title",
      content: [{ kind: "blank", label: "单位名称" }, { kind: "year", offset: 0 }, words("年报告")],
    },
    {
      kind: "paragraph",
      role: "body",
      content: [
        { kind: "blank", label: "发文机关" },
        { kind: "blank", label: "引言" },
      ],
    },
    heading("情况", { sectionId: "a" }),
  ],
  guides: { a: { required: true, note: "写什么", evidence: [], departments: [] } },
});

describe("a new report", () => {
  it("is a valid file with the template's text, guides and 公文要素", () => {
    const report = createReport({ template, year: 2026, organ: "某某市审计局", id, now });
    expect(readReport(JSON.parse(JSON.stringify(report)))).toEqual(report);
    expect(report).toMatchObject({ templateId: "sample", guides: template.guides, createdAt: now.toISOString() });
    expect(report.meta).toMatchObject({
      issuingOrgan: "某某市审计局",
      signatories: ["某某市审计局"],
      note: "此件公开发布",
    });
    expect(summariseReport(report)).toMatchObject({ title: "某某市审计局2026年报告", status: "todo", blanks: 1 });
  });

  it("keeps the blanks for the organ when it is not known", () => {
    const report = createReport({ template, year: 2026, organ: " ", id, now });
    expect(blocksFromBody(report.body).map(withoutId)).toEqual(template.blocks);
    expect(report.meta).toEqual(template.meta);
  });

  it("does not sign twice what the template signs by a line of its own", () => {
    const blocks: readonly Block[] = [
      { kind: "paragraph", role: "signatory", content: [{ kind: "blank", label: "单位名称" }] },
    ];
    const report = createReport({ template: { ...template, blocks }, year: 2026, organ: "某局", id, now });
    expect(report.meta).toMatchObject({ issuingOrgan: "某局", signatories: [] });
    expect(blocksFromBody(report.body).map(withoutId)).toEqual([
      { kind: "paragraph", role: "signatory", content: [words("某局")] },
    ]);
  });
});

describe("a report from a text", () => {
  it("takes the year and the kind of report from the title", () => {
    const imported = importText("某某市审计局关于2024年法治政府建设情况的报告\n2025年，我局继续推进。\n2025年1月8日");
    const report = reportFromImport({ imported, year: null, id, now });
    expect(report).toMatchObject({ year: 2024, reportType: "fazhi", preset: "public-report" });
    expect(report.meta).toMatchObject({ issuingOrgan: "某某市审计局", date: "2025-01-08" });
    expect(reportFromImport({ imported, year: 2023, id, now }).year).toBe(2023);
  });

  it("takes the year that the text names most often, but none after its date", () => {
    const imported = importText(
      "我局2024年推进法治政府建设。2024年完成项目。到2030年和2030年、2030年。\n某某市审计局\n2025年1月8日",
    );
    expect(reportFromImport({ imported, year: null, id, now })).toMatchObject({ year: 2024, reportType: "fazhi" });
  });
});

describe("the year of a text without one in its title", () => {
  it("is no later than the date line in its middle", () => {
    const notice =
      "关于印发审计规划的通知\n现印发。\n某某市审计局\n2026年7月16日\n审计规划\n到2030年，2030年。\n一、2030年目标";
    expect(reportFromImport({ imported: importText(notice), year: null, id, now }).year).toBe(2026);
  });
});

describe("a template from a report", () => {
  it("is a valid template, whatever the report", () => {
    fc.assert(
      fc.property(arbitraryReport, fc.boolean(), (report, keepText) => {
        const saved = templateFromReport({ report, id: "own-1", name: "自存", keepText });
        expect(readTemplate(JSON.parse(JSON.stringify(saved)))).toEqual(saved);
      }),
    );
  });

  const imported = importText(
    [
      "某某市审计局关于2025年法治政府建设情况的报告",
      "2025年，我局落实《三年行动计划（2024—2026年）》，2024年至2026年持续推进，比2024年增长5%。",
      "一、2026年安排",
      "（一）加强学习。全年学习4次。",
      "继续学习。",
      "某某市审计局",
      "2026年2月1日",
    ].join("\n"),
  );
  const report = reportFromImport({ imported, year: null, id, now });

  it("follows 报告年度 with its years, but not inside names of documents and spans", () => {
    const saved = templateFromReport({ report, id: "own-1", name: "自存", keepText: true });
    const moved = createReport({ template: saved, year: 2030, organ: "", id, now });
    expect(summariseReport(moved).title).toBe("某某市审计局关于2030年法治政府建设情况的报告");
    const text = JSON.stringify(blocksFromBody(moved.body));
    expect(text).toContain("（2024—2026年）");
    expect(text).toContain("至2026年");
    expect(saved.meta.date).toBe("");
  });

  it("keeps the outline alone when the text is not wanted", () => {
    const saved = templateFromReport({ report, id: "own-1", name: "自存", keepText: false });
    const blank = { kind: "blank", label: "正文" };
    expect(saved.blocks).toMatchObject([
      { kind: "title" },
      { kind: "paragraph", content: [blank] },
      { kind: "heading", content: [{ kind: "year", offset: 1 }, words("年安排")] },
      { kind: "runInHeading", heading: [words("加强学习。")], content: [blank] },
    ]);
    expect(saved.blocks).toHaveLength(4);
  });

  it("forgets what was done, and images", () => {
    const image: Block = {
      kind: "image",
      imageId: "0".repeat(64),
      widthPx: 1,
      heightPx: 1,
      displayWidthMm: null,
      altText: "",
    };
    const done = createReport({
      template: { ...template, blocks: [heading("甲", { done: true }), image] },
      year: 2026,
      organ: "",
      id,
      now,
    });
    expect(templateFromReport({ report: done, id: "own-1", name: "自存", keepText: true }).blocks).toEqual([
      heading("甲"),
    ]);
  });
});

describe("the list of reports", () => {
  const status = (blocks: readonly Block[]): string =>
    summariseReport(createReport({ template: { ...template, blocks }, year: 2026, organ: "", id, now })).status;
  const written: Block = { kind: "paragraph", role: "body", content: [words("写好。")] };

  it("says how far a report is", () => {
    expect(status([heading("甲"), heading("乙")])).toBe("todo");
    expect(status([heading("甲"), written, heading("乙")])).toBe("writing");
    expect(status([heading("甲", { done: true }), heading("乙", { done: true })])).toBe("done");
    expect(status([written, heading("甲", { done: true })])).toBe("writing");
  });
});

describe("the list of templates", () => {
  it("shows the outline with its ordinals", () => {
    expect(summariseTemplate(template, 2026, true)).toMatchObject({
      id: "sample",
      builtIn: true,
      outline: [{ level: 1, number: "一、", text: "情况" }],
    });
  });
});

describe("another title", () => {
  it("replaces the first one and keeps following 报告年度", () => {
    expect(withTitle(template.blocks, "2026年总结", 2026)[0]).toEqual({
      kind: "title",
      content: [{ kind: "year", offset: 0 }, words("年总结")],
    });
    expect(withTitle(template.blocks, "总结", 2026)[0]).toEqual({ kind: "title", content: [words("总结")] });
  });

  it("is put in front of a text that has none", () => {
    expect(withTitle([heading("甲")], "2026年总结", 2026)).toEqual([
      { kind: "title", content: [words("2026年总结")] },
      heading("甲"),
    ]);
  });
});
