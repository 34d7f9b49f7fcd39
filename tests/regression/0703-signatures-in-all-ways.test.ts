import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Meta } from "../../core/document/schema.ts";
import { typeAreaWidthPt } from "../../core/layout/gbt9704.ts";
import { charactersToPt, standardLayout as layout } from "../../core/layout/rules/layout.ts";
import { placeSignature } from "../../core/layout/place-signature.ts";
import { textWidthPt } from "../../core/layout/signature.ts";
import { mmToPt, ptToMm } from "../../core/layout/units.ts";
import { paragraph, title } from "../core/export/sample-report.ts";
import {
  leftMm,
  lineWith,
  linesBetween,
  linesOn,
  middleMm,
  pagesOf,
  rightMm,
  wordsOf,
} from "../layout/official-lines.ts";
import { linesOfText, officialReport } from "../layout/official-reports.ts";

const signed = (meta: Partial<Meta>) => pagesOf(officialReport(meta, [title("关于某事的报告"), ...linesOfText(3)]));
const date = "2026年3月1日";
const sealMm = 42;

describe("a signature with a seal (GB/T 9704-2012 7.3.5.1)", () => {
  it("has the date 4字 from the edge, the organ over its middle, and room for the seal below the text", () => {
    const pages = signed({ sealForm: "seal" });
    const [organ, day] = [lineWith(pages, "某某市审计局"), lineWith(pages, date)].map(
      (_, index, found) => found[index],
    );
    const organs = pages.flatMap(linesOn).filter((line) => wordsOf(line) === "某某市审计局");
    const own = organs.at(-1) ?? organ;
    if (!own || !day) throw new Error("no signature");
    expect(Math.abs(rightMm(day) - (184 - ptToMm(4 * 15.75)))).toBeLessThan(2.5);
    expect(Math.abs(middleMm(own) - middleMm(day))).toBeLessThan(1.5);
    expect(linesBetween(own, day)).toBeCloseTo(1);
    expect(linesBetween(lineWith(pages, "第3行文字"), own)).toBeCloseTo(3);
    // with its top within a line of the text the seal's middle lies a little above the end of the organ's line
    const textEnd = ptToMm(lineWith(pages, "第3行文字").baselinePt + 28.95 / 5);
    const organEnd = ptToMm(own.baselinePt + 28.95 / 5);
    const highest = textEnd + sealMm / 2;
    const lowest = highest + ptToMm(28.95);
    expect(organEnd).toBeGreaterThan(highest);
    expect(organEnd).toBeLessThan(lowest + 5);
  });

  it("keeps an organ of any length inside the type area, and the date under its middle", () => {
    fc.assert(
      fc.property(fc.integer({ min: 2, max: 27 }), (length) => {
        const texts = [
          { role: "signatory", text: "某".repeat(length) },
          { role: "date", text: date },
        ] as const;
        const [organ, day] = placeSignature(texts, "seal", layout).map(({ entries }) => entries[0]?.atPt ?? 0);
        expect(organ).toBe(day);
        const half = textWidthPt(texts[0].text, layout) / 2;
        expect((organ ?? 0) + half).toBeLessThanOrEqual(typeAreaWidthPt);
        expect((organ ?? 0) - half).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it("sets the seals of joint organs apart, whatever their names, and the date below the last", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 3, max: 20 }), { minLength: 2, maxLength: 8 }), (lengths) => {
        const names = lengths.map((length, index) => `${index}`.padEnd(length, "某"));
        const texts = [
          ...names.map((text) => ({ role: "signatory", text }) as const),
          { role: "date", text: date } as const,
        ];
        const rows = placeSignature(texts, "seal", layout);
        expect(rows.flatMap(({ entries }) => entries.map(({ index }) => index))).toEqual(
          texts.map((_, index) => index),
        );
        const seal = mmToPt(sealMm);
        rows.slice(0, -1).forEach(({ entries, blankLinesBefore }, line) => {
          if (line > 0) expect((blankLinesBefore + 1) * 28.95).toBeGreaterThan(seal);
          entries.forEach(({ index, atPt }, at) => {
            const reach = Math.max(seal, textWidthPt(names[index] ?? "", layout)) / 2;
            expect(atPt - reach).toBeGreaterThanOrEqual(-0.01);
            expect(atPt + reach).toBeLessThanOrEqual(typeAreaWidthPt);
            const before = entries[at - 1];
            if (before === undefined) return;
            expect(atPt - before.atPt).toBeGreaterThan(seal);
            const widths =
              (textWidthPt(names[index] ?? "", layout) + textWidthPt(names[before.index] ?? "", layout)) / 2;
            expect(atPt - before.atPt).toBeGreaterThan(widths);
          });
        });
        expect(rows.at(-1)?.entries[0]?.atPt).toBe(rows.at(-2)?.entries.at(-1)?.atPt);
      }),
    );
  });
});

describe("a signature without a seal (7.3.5.2)", () => {
  it("stands one line below the text, joint organs below each other, the date 2字 right of where the longest begins", () => {
    const signatories = ["某某市审计局", "中共某某市委审计委员会办公室"];
    const pages = signed({ signatories });
    const [long, day] = [lineWith(pages, signatories[1] ?? ""), lineWith(pages, date)];
    expect(leftMm(day) - leftMm(long)).toBeCloseTo(ptToMm(2 * 15.75), 0);
    expect(Math.abs(rightMm(long) - (184 - ptToMm(2 * 15.75)))).toBeLessThan(1);
    expect(linesBetween(lineWith(pages, "第3行文字"), long)).toBeCloseTo(3);
  });

  it("is told in the same places to pages, DOCX and screen", () => {
    const texts = [
      { role: "signatory", text: "某某市审计局" },
      { role: "signatory", text: "中共某某市委审计委员会办公室" },
      { role: "date", text: date },
    ] as const;
    const rows = placeSignature(texts, "", layout);
    expect(rows.map(({ entries }) => entries[0]?.anchor)).toEqual(["end", "end", "start"]);
    const longStart = (rows[1]?.entries[0]?.atPt ?? 0) - textWidthPt(texts[1].text, layout);
    expect((rows[2]?.entries[0]?.atPt ?? 0) - longStart).toBeCloseTo(charactersToPt(2, layout));
  });
});

describe("签名章 (7.3.5.3)", () => {
  it("stands two lines below the text, its end 4字 from the edge, 职务 2字 before it, the date one line below", () => {
    const pages = signed({ sealForm: "signature", signedOffBy: ["李某某"], signerPosts: ["局长"] });
    const [chop, day] = [lineWith(pages, "局长"), lineWith(pages, date)];
    expect(wordsOf(chop)).toBe("局长　　李某某");
    expect(linesBetween(lineWith(pages, "第3行文字"), chop)).toBeCloseTo(3);
    expect(linesBetween(chop, day)).toBeCloseTo(2);
    for (const line of [chop, day]) expect(Math.abs(rightMm(line) - (184 - ptToMm(4 * 15.75)))).toBeLessThan(2.5);
  });
});

describe("the first page", () => {
  it("shows body text even where the only paragraph and its signature do not fit on it together", () => {
    const long = paragraph(`${"各处室要把推进法治建设列入重要日程统筹谋划协调推进".repeat(8)}。`);
    for (const sealForm of ["", "seal"] as const) {
      const [page] = pagesOf(officialReport({ sealForm }, [title("关于某事的报告"), long]));
      expect(linesOn(page).some((line) => wordsOf(line).startsWith("各处室"))).toBe(true);
    }
  });
});
