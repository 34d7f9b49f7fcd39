import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { assembleReport } from "../../core/document/assemble.ts";
import type { Meta, ReportDocument } from "../../core/document/schema.ts";
import { layOutDocument } from "../../core/layout/pages/lay-out-report.ts";
import type { Line, Page, RuleLine } from "../../core/layout/pages/page.ts";
import { ptToMm } from "../../core/layout/units.ts";
import { title } from "../core/export/sample-report.ts";
import { testFaces } from "../core/layout/lines/test-faces.ts";
import { imprintElements, linesOfText, officialReport } from "../layout/official-reports.ts";

const layOut = (report: ReportDocument, isLastPageEven = false) =>
  layOutDocument(assembleReport(report), { faces: testFaces, program: "word", hasImage: () => true, isLastPageEven });
const endingOnLine = (count: number, meta: Partial<Meta> = {}): ReportDocument =>
  officialReport({ ...imprintElements, ...meta }, [title("关于某事的报告"), ...linesOfText(count)]);
const linesOf = (page: Page | undefined): readonly Line[] =>
  (page?.items ?? []).filter((item): item is Line => item.kind === "line");
const textOf = (line: Line): string => line.runs.map(({ text }) => text).join("");
const blackRules = (page: Page | undefined): readonly RuleLine[] =>
  (page?.items ?? []).filter((item): item is RuleLine => item.kind === "rule" && item.colour === "black");
const numbersOf = (pages: readonly Page[]): readonly string[] =>
  pages.map((page) =>
    linesOf(page)
      .filter(({ part }) => part === null)
      .map(textOf)
      .join(" "),
  );

describe("版记", () => {
  it("ends on the type area's last line with rules of 0.35 and 0.25 mm", () => {
    const { pages, imprint } = layOut(officialReport(imprintElements));
    const rules = blackRules(pages.at(-1));
    expect(rules.map(({ thicknessPt }) => ptToMm(thicknessPt).toFixed(2))).toEqual(["0.35", "0.26", "0.35"]);
    const last = rules.at(-1);
    expect(ptToMm((last?.y1Pt ?? 0) + (last?.thicknessPt ?? 0) / 2)).toBeCloseTo(262, 1);
    for (const { x1Pt, x2Pt } of rules) expect(ptToMm(x2Pt - x1Pt)).toBeCloseTo(156, 1);
    expect(imprint?.blankPageBefore).toBe(false);
  });

  it("begins the lines of 抄送 behind its label, one character in from either side", () => {
    const lines = linesOf(layOut(officialReport(imprintElements)).pages.at(-1));
    const at = lines.findIndex((line) => textOf(line).startsWith("抄送："));
    const [first, second] = [lines[at], lines[at + 1]];
    expect(ptToMm(first?.runs[0]?.xPt[0] ?? 0)).toBeCloseTo(28 + ptToMm(14), 1);
    expect((second?.runs[0]?.xPt[0] ?? 0) - (first?.runs[0]?.xPt[0] ?? 0)).toBeCloseTo(3 * 14, 1);
    expect(textOf(second as Line)).toMatch(/各区县审计局。$/u);
    expect(first?.runs[0]?.sizePt).toBe(14);
  });

  it("has 印发机关 and 印发日期 at the ends of its last line", () => {
    const line = linesOf(layOut(officialReport(imprintElements)).pages.at(-1)).find((one) =>
      textOf(one).includes("印发"),
    );
    expect(textOf(line as Line)).toBe("某某市审计局办公室2026年3月2日印发");
    expect(ptToMm(line?.runs[0]?.xPt[0] ?? 0)).toBeCloseTo(28 + ptToMm(14), 1);
    expect(ptToMm((line?.runs.at(-1)?.xPt.at(-1) ?? 0) + 14)).toBeCloseTo(184 - ptToMm(14), 0);
  });

  it("takes a further page where the last one lacks the room, wherever the text ends", () => {
    const seen = new Set<string>();
    for (let count = 1; count <= 40; count += 1) {
      const { pages, imprint } = layOut(endingOnLine(count));
      seen.add(imprint?.place ?? "");
      const last = pages.at(-1);
      const rules = blackRules(last);
      const top = (rules[0]?.y1Pt ?? 0) - 1;
      const isText = ({ part }: Line) => part !== null && part.source.kind !== "frame";
      for (const { baselinePt } of linesOf(last).filter(isText)) expect(baselinePt).toBeLessThan(top);
      expect(linesOf(last).some(isText)).toBe(imprint?.place === "foot");
      expect(numbersOf(pages)).toEqual(pages.map((_, index) => `— ${index + 1} —`));
    }
    expect([...seen].toSorted()).toEqual(["foot", "ownPage"]);
  });

  it("stands on an even page where that is wished, and neither it nor an empty page before it has a number", () => {
    const seen = new Set<boolean>();
    for (let count = 1; count <= 60; count += 1) {
      const { pages, imprint } = layOut(endingOnLine(count), true);
      expect(pages.length % 2).toBe(0);
      expect(blackRules(pages.at(-1))).toHaveLength(3);
      seen.add(imprint?.blankPageBefore === true);
      const numbered = imprint?.blankPageBefore === true ? pages.length - 2 : pages.length;
      expect(numbersOf(pages)).toEqual(pages.map((_, index) => (index < numbered ? `— ${index + 1} —` : "")));
    }
    expect(seen.size).toBe(2);
  });

  it("stands below the text where no page could hold it", () => {
    const many = (word: string) => Array.from({ length: 40 }, (_, index) => `某某第${index + 1}${word}`).join("，");
    const report = officialReport({
      ...imprintElements,
      mainRecipients: many("区人民政府"),
      copyRecipients: many("区审计局"),
    });
    const { pages, imprint } = layOut(report);
    expect(imprint?.place).toBe("inline");
    const shown = pages.flatMap(linesOf).filter(({ part }) => part !== null);
    expect(shown.map(textOf).join("")).toContain(`${many("区审计局")}。`);
  });

  it("loses no word of any length of text", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 45 }), fc.integer({ min: 0, max: 60 }), (lines, copies) => {
        const copyRecipients = Array.from({ length: copies }, (_, index) => `第${index + 1}局`).join("，");
        const { pages } = layOut(endingOnLine(lines, { copyRecipients }));
        const shown = pages.flatMap(linesOf).filter(({ part }) => part !== null);
        const text = shown.map(textOf).join("");
        if (copies > 0) expect(text).toContain(`抄送：${copyRecipients}。`);
        expect(text).toContain(`第${lines}行文字。`);
        expect(text).toContain("2026年3月2日印发");
      }),
      { numRuns: 30 },
    );
  });
});
