import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block, Inline } from "../../../core/document/blocks.ts";
import { blocksFromBody } from "../../../core/document/from-lexical.ts";
import { readReport } from "../../../core/document/migrate.ts";
import { entriesOf } from "../../../core/document/review-entries.ts";
import { metaSchema, type ReportDocument } from "../../../core/document/schema.ts";
import { showBlocks, type ShownBlock } from "../../../core/document/show.ts";
import { bodyFromBlocks } from "../../../core/document/to-lexical.ts";
import { exportText } from "../../../core/export/text.ts";
import { findStaleTokens, type ReviewItem } from "../../../core/rollover/find-stale-tokens.ts";
import { reviewTexts } from "../../../core/rollover/review-texts.ts";
import { rollReport } from "../../../core/rollover/roll-report.ts";
import { arbitraryReport } from "../document/arbitrary-report.ts";
import { fixtureReport } from "./truth.ts";

const id = "12345678-0000-4000-8000-000000000001";
const now = new Date("2027-01-05T00:00:00Z");
const roll = (report: ReportDocument, toYear = report.year + 1) => rollReport(report, { toYear, id, now });

const paragraph = (...content: readonly Inline[]): Block => ({ kind: "paragraph", role: "body", content });
const text = (words: string): Inline => ({ kind: "text", text: words });
const base = fixtureReport("county");
const reportOf = (blocks: readonly Block[], meta: Partial<ReportDocument["meta"]> = {}): ReportDocument => ({
  ...base,
  year: 2023,
  meta: metaSchema.parse(meta),
  body: bodyFromBlocks(blocks, 2023),
});

function shownText(shown: readonly ShownBlock[], { block, cell }: ReviewItem): string {
  const row = shown[block];
  if (row?.kind === "table" && cell !== null) return row.rows[cell.row]?.[cell.cell]?.text ?? "";
  return row !== undefined && "text" in row ? row.text : "";
}

const pieces = fc.constantFrom(
  ..."2023年 2022年度 2024年 《2023年要点》 （2021—2025年） 〔2023〕 “2023年度” 2021—2023年 某发〔2023〕5号 三年行动计划（2023—2025年） 32个 黄涛局长 ， 。 和 截至 工作 二〇二三年 党的二十大 3月1日 9 年 《 》".split(
    " ",
  ),
);
const arbitraryWords = fc.array(pieces, { minLength: 1, maxLength: 14 }).map((parts) => parts.join(""));
const arbitraryLastYear = fc
  .array(arbitraryWords, { minLength: 1, maxLength: 4 })
  .map((paragraphs) => reportOf(paragraphs.map((words) => paragraph(text(words)))));

describe("the texts that are looked through", () => {
  it("are those of the block list", () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        const shown = showBlocks(report);
        const listed = shown.flatMap((row) =>
          row.kind === "table"
            ? row.rows.flat().map((cell) => cell.text)
            : row.kind === "pageBreak" || row.kind === "image"
              ? []
              : [row.text],
        );
        const texts = reviewTexts(report);
        // raised figures are listed as ², in as many characters
        expect(texts.map((found) => found.text.length)).toEqual(listed.map((text) => text.length));
        for (const found of texts) expect(shown[found.block]?.kind).not.toBe("image");
      }),
      { numRuns: 100 },
    );
  });
});

describe("the items of a report", () => {
  it("are slices of their blocks, in order, and do not overlap", () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryReport, arbitraryLastYear), (report) => {
        const shown = showBlocks(report);
        const items = findStaleTokens(report, { toYear: report.year + 1, idPrefix: "r" });
        let last: ReviewItem | null = null;
        for (const item of items) {
          expect(shownText(shown, item).slice(item.start, item.end)).toHaveLength(item.text.length);
          expect(item.end).toBeGreaterThan(item.start);
          if (item.proposed !== null) expect(item.proposed).toHaveLength(item.text.length);
          if (last?.block === item.block && JSON.stringify(last.cell) === JSON.stringify(item.cell)) {
            expect(item.start).toBeGreaterThanOrEqual(last.end);
          }
          last = item;
        }
        expect(new Set(items.map((item) => item.id)).size).toBe(items.length);
      }),
      { numRuns: 100 },
    );
  });
});

describe("rolling a report forward", () => {
  it("changes no year within 《》, 〔〕, “”, a span or a plan's name", () => {
    const kept = /《[^《》\n]*》|〔[^〔〕\n]*〕|“[^“”\n]*”|\d{4}—\d{4}年|三年行动计划（[^）\n]*）/gu;
    fc.assert(
      fc.property(arbitraryLastYear, (report) => {
        expect(exportText(roll(report).report).match(kept)).toEqual(exportText(report).match(kept));
      }),
      { numRuns: 200 },
    );
  });

  it("changes nothing outside what is proposed", () => {
    fc.assert(
      fc.property(arbitraryLastYear, (report) => {
        const { report: rolled, items } = roll(report);
        const before = showBlocks(report);
        for (const [index, row] of showBlocks(rolled).entries()) {
          let expected = shownText(before, { block: index, cell: null } as ReviewItem);
          for (const { block, start, end, proposed } of items) {
            if (block === index && proposed !== null)
              expected = expected.slice(0, start) + proposed + expected.slice(end);
          }
          expect("text" in row ? row.text : "").toBe(expected);
        }
      }),
      { numRuns: 100 },
    );
  });

  it("marks every item in the text, and says in the file what it is", () => {
    fc.assert(
      fc.property(arbitraryLastYear, (last) => {
        const { report, items } = roll(last);
        const marked = new Map<string, string>();
        for (const block of blocksFromBody(readReport(JSON.parse(JSON.stringify(report))).body)) {
          if (block.kind !== "paragraph") continue;
          for (const inline of block.content) {
            if (inline.kind === "text" && inline.reviewId !== undefined) marked.set(inline.reviewId, inline.text);
          }
        }
        expect([...marked]).toEqual(items.map((item) => [item.id, item.proposed ?? item.text]));
        expect(entriesOf(report).map((entry) => [entry.id, entry.text, entry.state])).toEqual(
          items.map((item) => [item.id, item.text, item.state]),
        );
      }),
    );
  });

  it("writes a report that opens, whatever it is made from", () => {
    fc.assert(
      fc.property(arbitraryReport, (last) => {
        const { report } = roll(last, Math.min(last.year + 1, 2199));
        expect(readReport(JSON.parse(JSON.stringify(report)))).toEqual(report);
      }),
    );
  });

  it("lets year variables follow, and turns them to digits where a year must stay", () => {
    const year: Inline = { kind: "year", offset: 0 };
    const last = reportOf([
      paragraph(
        year,
        text("年，落实《"),
        year,
        text("年要点》，截至"),
        year,
        text("年12月31日，"),
        year,
        text("—2025年。"),
      ),
    ]);
    const { report, changed } = roll(last);
    expect(exportText(report).trim()).toBe("2024年，落实《2023年要点》，截至2024年12月31日，2023—2025年。");
    expect(changed).toBe(2);
  });

  it("keeps bold, the heading part and blanks", () => {
    const blank: Inline = { kind: "blank", label: "2023年数据" };
    const heading: Block = {
      kind: "runInHeading",
      level: 2,
      ordinal: { kind: "computed" },
      heading: [text("2023年工作。")],
      content: [{ kind: "text", text: "20", bold: true }, text("23年我局共完成"), blank],
      done: true,
    };
    const [rolled] = blocksFromBody(roll(reportOf([heading])).report.body);
    expect(rolled).toMatchObject({
      heading: [{ text: "2024年", reviewId: "12345678-1" }, { text: "工作。" }],
      content: [
        { text: "20", bold: true, reviewId: "12345678-2" },
        { text: "24年", reviewId: "12345678-2" },
        { text: "我局共完成" },
        blank,
      ],
    });
    expect(rolled).not.toHaveProperty("done");
  });

  it("marks figures in tables, but neither row numbers nor labels", () => {
    const cell = (...lines: readonly string[]) => ({
      paragraphs: lines.map((words) => [text(words)]),
      rowSpan: 1,
      colSpan: 1,
      align: "start" as const,
    });
    const table: Block = {
      kind: "table",
      columnWidths: [1, 1, 1],
      headerRows: 1,
      rows: [
        [cell("序号"), cell("指标"), cell("2023年")],
        [cell("1"), cell("项目"), cell("共", "32")],
      ],
    };
    const { report, items } = roll(reportOf([table]));
    expect(items.map(({ cell: place, text: words, start }) => [place, words, start])).toEqual([
      [{ row: 0, cell: 2 }, "2023年", 0],
      [{ row: 1, cell: 2 }, "32", 2],
    ]);
    expect(blocksFromBody(report.body)[0]).toMatchObject({
      rows: [
        [{}, {}, { paragraphs: [[{ text: "2023年" }]] }],
        [{}, {}, { paragraphs: [[{ text: "共" }], [{ text: "32", reviewId: "12345678-2" }]] }],
      ],
    });
  });

  it("opens dates again and flags 发文字号, 签发人 and printed 公文要素", () => {
    const meta = {
      date: "2024-01-15",
      printingDate: "2024-01-16",
      documentNumber: "某审发〔2024〕2号",
      signedOffBy: ["黄涛"],
      attachmentNames: ["2023年统计表"],
    };
    const { report } = roll(reportOf([paragraph(text("正文"))], meta));
    expect(report.meta).toMatchObject({
      date: "",
      printingDate: "",
      documentNumber: "某审发〔2024〕2号",
      attachmentNames: ["2023年统计表"],
    });
    expect(
      entriesOf(report).map(({ element, text: words, proposed, state }) => [element, words, proposed, state]),
    ).toEqual([
      ["attachmentNames", "2023年", null, "pending"],
      ["date", "2024年1月15日", null, "pending"],
      ["documentNumber", "某审发〔2024〕2号", null, "pending"],
      ["signedOffBy", "黄涛", null, "pending"],
      ["printingDate", "2024年1月16日", null, "pending"],
    ]);
  });

  it("keeps last year's text with the new report, and starts afresh when it is rolled again", () => {
    const first = roll(reportOf([{ kind: "title", content: [text("2023年工作报告")] }])).report;
    const second = roll(first).report;
    expect(second).toMatchObject({
      year: 2025,
      revision: 0,
      previous: { year: 2024, title: "2024年工作报告", blocks: [{ content: [{ text: "2024年工作报告" }] }] },
    });
    expect(second.review?.items).toHaveLength(1);
    expect(JSON.stringify(second.previous)).not.toContain("reviewId");
  });
});
