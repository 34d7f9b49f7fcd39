import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assembleReport } from "../../../../core/document/assemble.ts";
import type { Block } from "../../../../core/document/blocks.ts";
import type { Meta } from "../../../../core/document/schema.ts";
import { layOutReport } from "../../../../core/layout/pages/lay-out-report.ts";
import type { Line, Page } from "../../../../core/layout/pages/page.ts";
import {
  everyKindOfBlock,
  goalsTable,
  heading,
  paragraph,
  sampleReport,
  text,
  title,
} from "../../export/sample-report.ts";
import { testFaces } from "../lines/test-faces.ts";

const layOut = (blocks: readonly Block[], meta: Partial<Meta> = {}, stamped = false): readonly Page[] =>
  layOutReport(assembleReport(sampleReport(blocks, meta)), {
    faces: testFaces,
    program: "libreoffice",
    hasImage: () => true,
    stamped,
  });

const textLines = (page: Page | undefined): readonly Line[] =>
  (page?.items ?? []).filter((item): item is Line => item.kind === "line" && item.part !== null);
const wordsOf = (line: Line | undefined): string => (line?.runs ?? []).map((run) => run.text).join("");
const linesOn = (page: Page | undefined): readonly string[] => textLines(page).map(wordsOf);
const sentence = "各处室要把推进法治建设列入重要日程统筹谋划协调推进";
const long = (times: number): Block => paragraph(`${sentence.repeat(times)}。`);
const numbered = (count: number): readonly Block[] =>
  Array.from({ length: count }, (_, index) => paragraph(`第${index + 1}行文字。`));
const image: Block = {
  kind: "image",
  imageId: "a".repeat(64),
  widthPx: 800,
  heightPx: 400,
  displayWidthMm: null,
  altText: "图",
};

describe("the pages of a report", () => {
  it("hold 22 lines of 28 characters inside the type area", () => {
    const pages = layOut([long(100)]);
    expect(linesOn(pages[0])).toHaveLength(22);
    expect(
      linesOn(pages[0])
        .slice(1)
        .every((line) => line.replace(/。$/u, "").length === 28),
    ).toBe(true);
    const baselines = textLines(pages[0]).map(({ baselinePt }) => baselinePt);
    baselines.forEach((baseline, index) => {
      expect(baseline - (baselines[0] ?? 0)).toBeCloseTo(28.95 * index);
    });
    expect(baselines[0]).toBeGreaterThan((37 * 72) / 25.4);
    expect(baselines.at(-1)).toBeLessThan((262 * 72) / 25.4);
  });

  it("puts no empty page behind a page that is full", () => {
    const pages = layOut([...numbered(22), { kind: "pageBreak" }, ...numbered(22)]);
    expect(pages.map((page) => linesOn(page).length)).toEqual([22, 22]);
  });

  it("never leaves a heading at a page's foot", () => {
    for (const before of [19, 20, 21, 22]) {
      const pages = layOut([...numbered(before), heading(1, "主要举措"), heading(2, "健全制度"), long(3)]);
      const [first] = pages;
      expect(linesOn(first).at(-1)).not.toMatch(/主要举措|健全制度/u);
    }
  });

  it("begins a chain of headings that is longer than a page on a page of its own", () => {
    const headings = Array.from({ length: 30 }, (_, index) => heading(1, `第${index + 1}项举措`));
    const pages = layOut([...numbered(3), ...headings]);
    expect(pages.map((page) => linesOn(page).length)).toEqual([3, 22, 8]);
  });

  it.each([18, 19, 20, 21, 22])("never leaves a signature alone behind a text of %i lines", (count) => {
    const organ = "某某市某某区审计局办公室";
    const pages = layOut(numbered(count), { signatories: [organ], date: "2026-03-01" });
    const page = pages.find((one) => linesOn(one).includes(organ));
    expect(linesOn(page).slice(-2)).toEqual([organ, "2026年3月1日"]);
    expect(linesOn(page).length).toBeGreaterThan(2);
  });

  it("begins the date two characters right of the organ", () => {
    const organ = "某某市某某区审计局办公室";
    const [page] = layOut(numbered(3), { signatories: [organ], date: "2026-03-01" });
    const [organLine, date] = textLines(page).slice(-2);
    expect((date?.runs[0]?.xPt[0] ?? 0) - (organLine?.runs[0]?.xPt[0] ?? 0)).toBeCloseTo(31.5, 0);
    const right = (organLine?.runs[0]?.xPt.at(-1) ?? 0) + 16;
    expect(((210 - 26) * 72) / 25.4 - right).toBeCloseTo(31.5, 0);
  });

  it("numbers the pages outside the type area, at the right edge of odd ones and the left of even ones", () => {
    const pages = layOut([long(100)], {}, true);
    const marks = pages.map((page) =>
      page.items.filter((item): item is Line => item.kind === "line" && item.part === null),
    );
    expect(marks.map((lines) => lines.map(wordsOf))).toEqual(pages.map((_, index) => [`— ${index + 1} —`, "待核稿"]));
    const xs = marks.map(([number]) => number?.runs[0]?.xPt[0] ?? 0);
    expect(xs[1]).toBeCloseTo((28 * 72) / 25.4 + 14, 0);
    expect(xs[0]).toBeGreaterThan(400);
    const dashMm = (line: Line | undefined): number => (((line?.baselinePt ?? 0) - 0.3 * 14) * 25.4) / 72;
    expect(dashMm(marks[0]?.[0])).toBeCloseTo(269, 0);
  });

  it("breaks a title at word sense and leaves a line under it", () => {
    const [page] = layOut([title("某某市审计局关于法治政府建设情况和下一步工作安排的报告"), long(1)]);
    const lines = textLines(page);
    const titles = lines.filter(({ part }) => part?.role.kind === "title");
    expect(titles.map(wordsOf).join("")).toBe("某某市审计局关于法治政府建设情况和下一步工作安排的报告");
    expect(titles.length).toBe(2);
    for (const line of titles) {
      const run = line.runs[0];
      const middle = ((run?.xPt[0] ?? 0) + (run?.xPt.at(-1) ?? 0) + 22) / 2;
      expect(middle).toBeCloseTo(((28 + 78) * 72) / 25.4, 0);
    }
    expect((lines[2]?.baselinePt ?? 0) - (lines[1]?.baselinePt ?? 0)).toBeCloseTo(2 * 28.95);
  });

  it("repeats a table's header row as no part of the text, and loses no row", () => {
    const pages = layOut([title("规划"), long(9), goalsTable(29, 6), long(2)]);
    const all = pages.flatMap((page) => linesOn(page)).join("\n");
    for (let row = 1; row <= 29; row += 1) expect(all.split(`推进第${row}项重点任务落到实处`)).toHaveLength(2);
    const heads = pages.map((page) =>
      page.items
        .filter((item) => item.kind === "line" && wordsOf(item) === "重点任务")
        .map((item) => item.kind === "line" && item.part === null),
    );
    expect(heads).toEqual([[false], [true]]);
  });

  it("puts an image whole on one page, in the middle", () => {
    const pages = layOut([...numbered(18), image, long(2)]);
    const found = pages[1]?.items.find((item) => item.kind === "image");
    expect(found?.kind === "image" ? found.widthPt : 0).toBeCloseTo((156 * 72) / 25.4, 0);
  });

  it("gives every line its source and its stretch of the printed text", () => {
    const report = assembleReport(sampleReport(everyKindOfBlock, { mainRecipients: "市人民政府" }));
    const pages = layOutReport(report, { faces: testFaces, program: "word", hasImage: () => true });
    const recipients = pages.flatMap(textLines).find((line) => wordsOf(line) === "市人民政府：");
    expect(recipients?.part?.source).toEqual({ kind: "element", element: "mainRecipients" });
    const runIn = pages.flatMap(textLines).find((line) => wordsOf(line).startsWith("（一）"));
    expect(runIn?.part?.role).toMatchObject({ kind: "heading", headingLength: "（一）健全制度。".length });
    expect(runIn?.part).toMatchObject({ start: 0, end: wordsOf(runIn).length });
  });
});

const blocks = fc.oneof(
  { weight: 5, arbitrary: fc.integer({ min: 0, max: 12 }).map(long) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(1, 2, 3).map((level) => heading(level, `工作${"安排".repeat(level * 9)}`)),
  },
  { weight: 1, arbitrary: fc.constant(title("某市审计局关于法治政府建设情况的报告")) },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.integer({ min: 1, max: 70 }), fc.integer({ min: 1, max: 40 }))
      .map(([rows, group]) => goalsTable(rows, group)),
  },
  { weight: 1, arbitrary: fc.constant(image) },
  { weight: 1, arbitrary: fc.constant<Block>({ kind: "pageBreak" }) },
  { weight: 1, arbitrary: fc.constant<Block>({ kind: "paragraph", role: "date", content: [text("2026年3月1日")] }) },
);

describe("the pages of any report", () => {
  it("hold every character of the printed text once, in order, inside the type area", () => {
    fc.assert(
      fc.property(fc.array(blocks, { maxLength: 25 }), (list) => {
        const pages = layOut(list);
        const shown = new Map<string, string>();
        const order: number[] = [];
        for (const line of pages.flatMap(textLines)) {
          const { part } = line;
          if (part === null) continue;
          order.push(part.item);
          const key = `${part.item} ${part.cell === undefined ? "" : `${part.cell.row} ${part.cell.column}`} ${part.source.kind === "text" ? part.source.index : ""}`;
          const before = shown.get(key) ?? "";
          expect(part.start).toBe(before.length);
          shown.set(key, before + wordsOf(line));
        }
        expect(order).toEqual(order.toSorted((one, other) => one - other));
        const printed = list
          .flatMap((block) => {
            if (block.kind === "table") return block.rows.flatMap((row) => row.flatMap((cell) => cell.paragraphs));
            return "content" in block ? [block.content] : [];
          })
          .map((content) => content.map((inline) => ("text" in inline ? inline.text : "")).join(""))
          .toSorted();
        const withoutOrdinals = [...shown.values()].map((words) =>
          words.replace(/^(?:[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+\.)/u, ""),
        );
        expect(withoutOrdinals.toSorted()).toEqual(printed.filter((words) => words !== ""));
      }),
      { numRuns: 60 },
    );
  });

  it("are never overfull, and no two lines or rules of a page run into each other", () => {
    const [top, bottom] = [(37 * 72) / 25.4 - 0.1, (262 * 72) / 25.4 + 0.1];
    fc.assert(
      fc.property(fc.array(blocks, { maxLength: 25 }), (list) => {
        for (const page of layOut(list)) {
          for (const item of page.items) {
            if (item.kind === "line" && item.part !== null) {
              expect(item.baselinePt).toBeGreaterThan(top);
              expect(item.baselinePt).toBeLessThan(bottom);
            } else if (item.kind === "rule") {
              expect(Math.min(item.y1Pt, item.y2Pt)).toBeGreaterThanOrEqual(top);
              expect(Math.max(item.y1Pt, item.y2Pt)).toBeLessThanOrEqual(bottom);
            } else if (item.kind === "image") {
              expect(item.yPt).toBeGreaterThanOrEqual(top);
              expect(item.yPt + item.heightPt).toBeLessThanOrEqual(bottom);
            }
          }
          const plain = textLines(page).filter(({ part }) => part?.cell === undefined);
          plain.forEach(({ baselinePt }, index) => {
            const before = plain[index - 1];
            if (before !== undefined) expect(baselinePt - before.baselinePt).toBeGreaterThan(28);
          });
        }
      }),
      { numRuns: 60 },
    );
  });
});
