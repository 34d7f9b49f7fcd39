import { describe, expect, it } from "vitest";
import { assembleReport } from "../../core/document/assemble.ts";
import type { ReportDocument } from "../../core/document/schema.ts";
import { exportText } from "../../core/export/text.ts";
import { strokesEm } from "../../core/layout/gbt9704.ts";
import { layOutReport } from "../../core/layout/pages/lay-out-report.ts";
import type { Line, Page, RuleLine } from "../../core/layout/pages/page.ts";
import { ptToMm } from "../../core/layout/units.ts";
import { testFaces } from "../core/layout/lines/test-faces.ts";
import { officialReport } from "../layout/official-reports.ts";

const firstPage = (report: ReportDocument): Page => {
  const [page] = layOutReport(assembleReport(report), { faces: testFaces, program: "word", hasImage: () => true });
  if (page === undefined) throw new Error("no page");
  return page;
};
const linesOf = (page: Page): readonly Line[] => page.items.filter((item): item is Line => item.kind === "line");
const textOf = (line: Line): string => line.runs.map(({ text }) => text).join("");
const sizeOf = (line: Line): number => line.runs[0]?.sizePt ?? 0;
const topMm = (line: Line): number => ptToMm(line.baselinePt - sizeOf(line) * strokesEm.above);
const bottomMm = (line: Line): number => ptToMm(line.baselinePt + sizeOf(line) * strokesEm.below);
const leftMm = (line: Line): number => ptToMm(line.runs[0]?.xPt[0] ?? 0);
const rightMm = (line: Line): number => ptToMm((line.runs.at(-1)?.xPt.at(-1) ?? 0) + sizeOf(line));
const middleMm = (line: Line): number => (leftMm(line) + rightMm(line)) / 2;
const lineWith = (page: Page, text: string): Line => {
  const found = linesOf(page).find((line) => textOf(line).includes(text));
  if (found === undefined) throw new Error(`no line with ${text}`);
  return found;
};
const redLines = (page: Page): readonly Line[] => linesOf(page).filter(({ runs }) => runs[0]?.colour === "red");
const redRules = (page: Page): readonly RuleLine[] =>
  page.items.filter((item): item is RuleLine => item.kind === "rule" && item.colour === "red");
const typeAreaMiddleMm = 28 + 156 / 2;

describe("版头 of an official document", () => {
  const markings = [{}, { urgency: "特急" }, { copyNumber: "000123", secrecy: "机密★1年", urgency: "特急" }];

  it.each(markings)(
    "has the upper edge of its mark 35 mm below the type area's, in the middle, whatever stands above it",
    (meta) => {
      const page = firstPage(officialReport(meta));
      const mark = lineWith(page, "某某市审计局文件");
      expect(topMm(mark)).toBeCloseTo(72, 1);
      expect(middleMm(mark)).toBeCloseTo(typeAreaMiddleMm, 0);
      expect([sizeOf(mark), mark.runs[0]?.face, mark.runs[0]?.colour]).toEqual([42, "xiaobiaosong", "red"]);
    },
  );

  it("lists 份号, 密级 and 紧急程度 one a line from the type area's first line", () => {
    const page = firstPage(officialReport(markings[2]));
    const [copy, secrecy, urgency] = linesOf(page);
    expect([copy, secrecy, urgency].map((line) => line && [textOf(line), line.runs[0]?.face])).toEqual([
      ["000123", "fangsong"],
      ["机密★1年", "heiti"],
      ["特急", "heiti"],
    ]);
    expect(ptToMm(copy?.baselinePt ?? 0)).toBeCloseTo(37 + ptToMm(28.95 * 0.8), 1);
    expect((urgency?.baselinePt ?? 0) - (secrecy?.baselinePt ?? 0)).toBeCloseTo(28.95);
    for (const line of [copy, secrecy, urgency]) expect(line && leftMm(line)).toBeCloseTo(28, 1);
  });

  it("has its number two lines below the mark, the red rule 4 mm below that and the title two lines below the rule", () => {
    const page = firstPage(officialReport());
    const [mark, number] = [lineWith(page, "文件"), lineWith(page, "〔2026〕")];
    expect(middleMm(number)).toBeCloseTo(typeAreaMiddleMm, 0);
    const blank = number.baselinePt - 0.8 * 28.95 - (mark.baselinePt + sizeOf(mark) * strokesEm.below);
    expect(blank).toBeCloseTo(2 * 28.95, 0);
    const [rule] = redRules(page);
    expect(redRules(page)).toHaveLength(1);
    expect(ptToMm(rule?.y1Pt ?? 0) - bottomMm(number)).toBeCloseTo(4, 1);
    expect(ptToMm(rule?.x1Pt ?? 0)).toBeCloseTo(28, 1);
    expect(ptToMm(rule?.x2Pt ?? 0)).toBeCloseTo(28 + 156, 1);
    const title = linesOf(page).find(({ part }) => part?.role.kind === "title");
    const white = (title?.baselinePt ?? 0) - 0.8 * 28.95 - ((rule?.y1Pt ?? 0) + (rule?.thicknessPt ?? 0) / 2);
    expect(white).toBeCloseTo(2 * 28.95, 0);
  });

  it("puts 签发人 at the right and the number at the left of the same line", () => {
    const page = firstPage(officialReport({ signedOffBy: ["李某某"] }));
    const line = lineWith(page, "签发人：李某某");
    expect(textOf(line)).toBe("某审发〔2026〕3号签发人：李某某");
    expect(leftMm(line)).toBeCloseTo(28 + ptToMm(15.75), 1);
    expect(rightMm(line)).toBeCloseTo(28 + 156 - ptToMm(15.75), 0);
    expect(line.runs.map(({ face }) => face)).toEqual(["fangsong", "fangsong", "kaiti"]);
  });

  it("puts two 签发人 a line, names under names, the number on the last line", () => {
    const page = firstPage(officialReport({ signedOffBy: ["李某某", "王某某", "赵某某"] }));
    const [first, last] = [lineWith(page, "李某某"), lineWith(page, "赵某某")];
    expect([textOf(first), textOf(last)]).toEqual(["签发人：李某某王某某", "某审发〔2026〕3号赵某某"]);
    expect(last.baselinePt - first.baselinePt).toBeCloseTo(28.95);
    const names = first.runs.filter(({ face }) => face === "kaiti");
    expect(last.runs.at(-1)?.xPt[0]).toBeCloseTo(names[0]?.xPt[0] ?? 0, 0);
    expect(rightMm(first)).toBeCloseTo(28 + 156 - ptToMm(15.75), 0);
  });

  it("sets joint organs below each other at one width, 文件 to their right in the middle of their height", () => {
    const jointOrgans = ["某某市财政局", "中共某某市委组织部"];
    const page = firstPage(officialReport({ jointOrgans, copyNumber: "000123", secrecy: "秘密" }));
    const lines = redLines(page);
    expect(lines.map(textOf)).toEqual(["某某市审计局", ...jointOrgans, "文件"]);
    const [first, middle, last, file] = lines;
    if (!first || !middle || !last || !file) throw new Error("no mark");
    expect(topMm(first)).toBeCloseTo(72, 1);
    for (const organ of [first, middle, last]) {
      expect(Math.abs(leftMm(organ) - leftMm(first))).toBeLessThan(0.1);
      expect(Math.abs(rightMm(organ) - rightMm(last))).toBeLessThan(0.3);
    }
    expect(file.baselinePt).toBeCloseTo((first.baselinePt + last.baselinePt) / 2);
    expect(leftMm(file)).toBeGreaterThan(rightMm(last));
    expect((leftMm(first) + rightMm(file)) / 2).toBeCloseTo(typeAreaMiddleMm, 0);
  });

  it.each([3, 6, 9, 12])("shrinks the mark of %i organs until the first page shows body text", (count) => {
    const jointOrgans = Array.from({ length: count - 1 }, (_, index) => `某某市第${index + 1}委员会办公室`);
    const page = firstPage(officialReport({ jointOrgans }));
    expect(linesOf(page).some((line) => textOf(line).startsWith("各处室"))).toBe(true);
    expect(linesOf(page).some((line) => textOf(line) === "市人民政府：")).toBe(true);
    expect(redLines(page)).toHaveLength(count + 1);
  });

  it("takes 主送 that leaves no room for body text from the first page to 版记", () => {
    const mainRecipients = Array.from({ length: 30 }, (_, index) => `某某第${index + 1}区人民政府`).join("，");
    const report = officialReport({ mainRecipients });
    const pages = layOutReport(assembleReport(report), { faces: testFaces, program: "word", hasImage: () => true });
    const texts = pages.map((page) => linesOf(page).map(textOf).join(""));
    expect(texts[0]).not.toContain("某某第1区人民政府");
    expect(texts.at(-1)).toContain(`主送：${mainRecipients}。`);
    expect(linesOf(pages[0] as Page).some((line) => textOf(line).startsWith("各处室"))).toBe(true);
  });

  it("breaks a mark that its line cannot hold at word sense, and never makes it smaller than the title", () => {
    const issuingOrgan = "某某省某某自治州某某县人民政府办公室审计委员会办公室";
    const lines = redLines(firstPage(officialReport({ issuingOrgan })));
    expect(lines.map(textOf).join("")).toBe(`${issuingOrgan}文件`);
    expect(lines.length).toBe(2);
    for (const line of lines) expect(sizeOf(line)).toBeGreaterThanOrEqual(22);
  });

  it("stands around a notice once it is numbered, and never around a public report", () => {
    const redOf = (report: ReportDocument) => redLines(firstPage(report)).map(textOf);
    expect(redOf(officialReport({}, undefined, "notice-with-attachment"))).toEqual(["某某市审计局文件"]);
    expect(redOf(officialReport({ documentNumber: "" }, undefined, "notice-with-attachment"))).toEqual([]);
    expect(redOf(officialReport({}, undefined, "public-report"))).toEqual([]);
  });

  it("stands above the text in files without pages", () => {
    expect(
      exportText(officialReport({ secrecy: "秘密", signedOffBy: ["李某某"] }))
        .split("\n")
        .slice(0, 4),
    ).toEqual([
      "秘密",
      "某某市审计局文件",
      "某审发〔2026〕3号　签发人：李某某",
      "某某市审计局关于2025年法治政府建设情况的报告",
    ]);
  });
});
