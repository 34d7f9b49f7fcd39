import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareWords } from "../../../core/compare/compare-words.ts";
import { wordsOf } from "../../../core/compare/words-of.ts";

/** Deleted in [-…-], inserted in {+…+}. */
const marked = (old: string, now: string): string =>
  compareWords(old, now)
    .map(({ kind, text }) => (kind === "same" ? text : kind === "deleted" ? `[-${text}-]` : `{+${text}+}`))
    .join("");

describe("compareWords", () => {
  it.each([
    ["2023年完成项目35个。", "2024年完成项目42个。", "[-2023年-]{+2024年+}完成项目[-35-]{+42+}个。"],
    ["整改率96.5%。", "整改率98.5%。", "整改率[-96.5%-]{+98.5%+}。"],
    ["金额1,234.56万元", "金额1,235.56万元", "金额[-1,234.56-]{+1,235.56+}万元"],
    ["落实《内部审计办法》要求。", "落实《内部审计规定》要求。", "落实[-《内部审计办法》-]{+《内部审计规定》+}要求。"],
    ["开展审计。", "认真开展审计。", "{+认真+}开展审计。"],
  ])("never cuts figures, years and names of documents: %s → %s", (old, now, expected) => {
    expect(marked(old, now)).toBe(expected);
  });

  it("joins two edits that only a chance agreement parts", () => {
    expect(marked("健全的制度体系运行", "完善的工作机制运行")).toBe("[-健全的制度体系-]{+完善的工作机制+}运行");
  });

  const text = fc.string({ unit: fc.constantFrom(...Array.from("审计整改2023年的，。《》〔〕5.,%一二")) });

  it("can be read back to both texts", () => {
    fc.assert(
      fc.property(text, text, (old, now) => {
        const segments = compareWords(old, now);
        const without = (kind: string): string =>
          segments.map((segment) => (segment.kind === kind ? "" : segment.text)).join("");
        expect(without("inserted")).toBe(old);
        expect(without("deleted")).toBe(now);
      }),
    );
  });

  it("exchanges inserted and deleted when the texts are exchanged", () => {
    fc.assert(
      fc.property(text, text, (old, now) => {
        const parts = (one: string, other: string, kind: string): string =>
          compareWords(one, other)
            .map((segment) => (segment.kind === kind ? segment.text : ""))
            .join("|")
            .replace(/\|+/gu, "|");
        expect(parts(old, now, "same")).toBe(parts(now, old, "same"));
      }),
    );
  });

  it("cuts a text into words that joined are the text", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (given) => wordsOf(given).join("") === given));
    expect(wordsOf("津政发〔2023〕12号《审计法》")).toEqual(["津", "政", "发", "〔2023〕", "12号", "《审计法》"]);
  });
});
