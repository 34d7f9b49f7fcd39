import { describe, expect, it } from "vitest";
import type { LayoutPreset, Meta } from "../../core/document/schema.ts";
import { ptToMm } from "../../core/layout/units.ts";
import { paragraph, title } from "../core/export/sample-report.ts";
import { exportedParts } from "../core/export/docx/read-package.ts";
import {
  leftMm,
  lineWith,
  linesBetween,
  linesOn,
  middleMm,
  pagesOf,
  rightMm,
  rulesOn,
  topMm,
  wordsOf,
} from "../layout/official-lines.ts";
import { imprintElements, linesOfText, officialReport } from "../layout/official-reports.ts";

const middleOfPaperMm = 210 / 2;
const middleOfTypeAreaMm = 28 + 156 / 2;
const made = (preset: LayoutPreset, meta: Partial<Meta> = {}, count = 3) =>
  officialReport(meta, [title("关于某事的函"), ...linesOfText(count)], preset);

describe("信函 (GB/T 9704-2012 10.1)", () => {
  const markings = { secrecy: "秘密", urgency: "特急" };
  const pages = pagesOf(made("letter", { ...imprintElements, ...markings }, 30));

  it("has its mark 30 mm below the paper's top edge, without 文件, and the first double rule 4 mm below it", () => {
    const mark = lineWith(pages, "某某市审计局");
    expect(wordsOf(mark)).toBe("某某市审计局");
    expect(topMm(mark)).toBeCloseTo(30, 1);
    const [thick, thin] = rulesOn(pages[0]);
    expect(ptToMm((thick?.y1Pt ?? 0) - (thick?.thicknessPt ?? 0) / 2 - mark.baselinePt - 42 * 0.1)).toBeCloseTo(4, 1);
    expect(thick?.thicknessPt ?? 0).toBeGreaterThan(thin?.thicknessPt ?? 0);
  });

  it("has rules of 170 mm in the paper's middle, the second ones 20 mm above its bottom edge", () => {
    const rules = rulesOn(pages[0]);
    expect(rules).toHaveLength(4);
    for (const { x1Pt, x2Pt, colour } of rules) {
      expect(ptToMm(x2Pt - x1Pt)).toBeCloseTo(170, 1);
      expect(ptToMm((x1Pt + x2Pt) / 2)).toBeCloseTo(middleOfPaperMm, 1);
      expect(colour).toBe("red");
    }
    const [, , thin, thick] = rules;
    expect(thin?.thicknessPt ?? 0).toBeLessThan(thick?.thicknessPt ?? 0);
    expect(Math.abs(ptToMm(((thin?.y1Pt ?? 0) + (thick?.y1Pt ?? 0)) / 2) - 277)).toBeLessThan(0.5);
  });

  it("has 密级 at the left and its number at the right, 7/8 of a character below the rule, the title two lines below", () => {
    const [first, second] = [lineWith(pages, "秘密"), lineWith(pages, "特急")];
    expect(wordsOf(first)).toBe("秘密某审发〔2026〕3号");
    expect([leftMm(first), rightMm(first)].map((mm) => Math.round(mm))).toEqual([28, 184]);
    expect(first.runs.map(({ face }) => face)).toEqual(
      ["heiti", "fangsong", "fangsong", "fangsong"].slice(0, first.runs.length),
    );
    const thin = rulesOn(pages[0])[1];
    const white = first.baselinePt - 16 * 0.85 - (thin?.y1Pt ?? 0) - (thin?.thicknessPt ?? 0) / 2;
    expect(white / 16).toBeCloseTo(7 / 8, 1);
    expect(linesBetween(second, lineWith(pages, "关于某事的函"))).toBeCloseTo(3);
  });

  it("has no number on its first page, and a 版记 without rules and 印发 at the foot of its last", () => {
    expect(
      pages.map((page) =>
        linesOn(page)
          .filter(({ part }) => part === null)
          .map(wordsOf),
      ),
    ).toEqual([[], ["— 2 —"]]);
    expect(rulesOn(pages[1])).toEqual([]);
    const texts = pages.flatMap(linesOn).map(wordsOf).join("");
    expect(texts).toContain("抄送：市委办公室");
    expect(texts).not.toContain("印发");
  });

  it("says so to Word as well: a first page of its own, whose footer is empty", async () => {
    const parts = await exportedParts(made("letter", imprintElements));
    expect(parts["word/document.xml"]).toContain("<w:titlePg/>");
    const first = /<w:footerReference w:type="first" r:id="(\w+)"/u.exec(parts["word/document.xml"] ?? "")?.[1];
    const file = new RegExp(`Id="${first}"[^>]*Target="([^"]+)"|Target="([^"]+)"[^>]*Id="${first}"`, "u").exec(
      parts["word/_rels/document.xml.rels"] ?? "",
    );
    expect(parts[`word/${file?.[1] ?? file?.[2] ?? ""}`]).not.toContain("PAGE");
  });
});

describe("命令 (10.2)", () => {
  const meta = { orderNumber: "第3号", signedOffBy: ["李某某", "王某"], signerPosts: ["市长", "市财政局局长"] };
  const report = officialReport(
    { ...meta, documentNumber: "", mainRecipients: "", issuingOrgan: "某某市人民政府" },
    linesOfText(3),
    "order",
  );
  const pages = pagesOf(report);

  it("has its mark 20 mm below the type area's top, 令号 two lines below it and the text two lines below that", () => {
    const [mark, number] = [lineWith(pages, "某某市人民政府令"), lineWith(pages, "第3号")];
    expect(topMm(mark)).toBeCloseTo(57, 1);
    expect(mark.runs[0]?.colour).toBe("red");
    expect(middleMm(number)).toBeCloseTo(middleOfTypeAreaMm, 0);
    expect(number.baselinePt - 0.8 * 28.95 - (mark.baselinePt + 42 * 0.1)).toBeCloseTo(2 * 28.95, 0);
    expect(linesBetween(number, lineWith(pages, "第1行文字"))).toBeCloseTo(3);
    expect(rulesOn(pages[0])).toEqual([]);
  });

  it("is signed by 职务 and name, one below the other, the date one blank line below", () => {
    const [first, second, date] = [
      lineWith(pages, "市长"),
      lineWith(pages, "市财政局局长"),
      lineWith(pages, "2026年3月1日"),
    ];
    expect([wordsOf(first), wordsOf(second)]).toEqual(["市长　　李某某", "市财政局局长　　王某"]);
    expect(linesBetween(lineWith(pages, "第3行文字"), first)).toBeCloseTo(3);
    expect(linesBetween(second, date)).toBeCloseTo(2);
    const nameAt = (one: typeof first, name: string): number => {
      const at = Array.from(wordsOf(one)).length - Array.from(name).length;
      return one.runs.flatMap(({ xPt }) => xPt)[at] ?? 0;
    };
    expect(Math.abs(nameAt(first, "李某某") - nameAt(second, "王某"))).toBeLessThan(0.5);
    for (const line of [first, date]) expect(Math.abs(rightMm(line) - (184 - ptToMm(4 * 15.75)))).toBeLessThan(2);
  });

  it("takes a mark as it is given where it says 命令 or 令 itself", () => {
    const given = officialReport({ ...meta, issuingOrgan: "某某市人民政府命令" }, linesOfText(1), "order");
    expect(wordsOf(lineWith(pagesOf(given), "命令"))).toBe("某某市人民政府命令");
  });
});

describe("纪要 (10.3)", () => {
  const names = Array.from({ length: 24 }, (_, index) => `张某${"甲乙丙丁"[index % 4] ?? ""}`).join("、");
  const meta = { issuingOrgan: "某某市审计局局长办公会议", attendees: names, absentees: "钱某某", observers: "孙某某" };
  const pages = pagesOf(
    officialReport(
      { ...meta, signatories: [], mainRecipients: "" },
      [title("议定事项"), paragraph("会议议定如下。")],
      "minutes",
    ),
  );

  it("has its mark 35 mm below the type area's top and ends it with 纪要", () => {
    const mark = lineWith(pages, "纪要");
    expect(wordsOf(mark)).toBe("某某市审计局局长办公会议纪要");
    expect(topMm(mark)).toBeCloseTo(72, 1);
  });

  it("lists 出席, 请假, 列席 one line below the text, 2字 in, names below names, labels in 黑体", () => {
    const [attendees, absentees, observers] = ["出席：", "请假：", "列席："].map((label) => lineWith(pages, label));
    if (!attendees || !absentees || !observers) throw new Error("a list is missing");
    expect(linesBetween(lineWith(pages, "会议议定"), attendees)).toBeCloseTo(2);
    for (const line of [attendees, absentees, observers]) {
      expect(leftMm(line)).toBeCloseTo(28 + ptToMm(2 * 15.75), 1);
      expect(line.runs[0]).toMatchObject({ face: "heiti" });
      expect(line.runs[0]?.text).toHaveLength(2);
      expect(line.runs[1]?.face).toBe("fangsong");
    }
    const all = linesOn(pages[0]);
    const further = all[all.indexOf(attendees) + 1];
    const firstName = attendees.runs.flatMap(({ xPt }) => xPt)[3] ?? 0;
    expect(Math.abs((further?.runs[0]?.xPt[0] ?? 0) - firstName)).toBeLessThan(0.6);
  });
});
