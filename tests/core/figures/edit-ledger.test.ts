import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Figures } from "../../../core/document/figures.ts";
import { figuresSchema } from "../../../core/document/figures.ts";
import { changeFigure, confirmFigures, removeFigures } from "../../../core/figures/change-figure.ts";
import { changeOfFigure } from "../../../core/figures/change-of-figure.ts";
import { enteredDay } from "../../../core/figures/entered-day.ts";
import { editedPlace, enteredValue } from "../../../core/figures/entered-value.ts";
import { explainFigure, roundingOf } from "../../../core/figures/explain-figure.ts";
import { isProblem } from "../../../core/figures/figure-problem.ts";
import { isConfirmed } from "../../../core/figures/is-confirmed.ts";
import type { Figure } from "../../../core/figures/print-figure.ts";

const by = { by: "李静", at: "2027-01-05T00:00:00.000Z" };
const ledger: Figures = figuresSchema.parse({
  done: { name: "审计建议", value: "138", unit: "条", lastYear: "121", confirmed: by },
  taken: { name: "被采纳建议", value: "127", unit: "条" },
  rate: {
    name: "采纳率",
    value: "92.0",
    unit: "%",
    formula: { kind: "share", part: "taken", whole: "done" },
    decimals: 1,
  },
  money: { name: "问题金额", value: "2.36", unit: "亿元" },
});
const at = (figures: Figures, id: string): Figure => {
  const figure = figures[id];
  if (figure === undefined) throw new Error(id);
  return figure;
};
const changed = (id: string, change: Parameters<typeof changeFigure>[2], from = ledger): Figures => {
  const next = changeFigure(from, id, change);
  if (isProblem(next)) throw new Error(next.problem);
  return next;
};
const problem = (id: string, change: Parameters<typeof changeFigure>[2], from = ledger): string => {
  const next = changeFigure(from, id, change);
  return isProblem(next) ? next.problem : "";
};

describe("a figure that is changed in the ledger", () => {
  it("is to be confirmed again where its value, unit or formula is another one, and only there", () => {
    expect(at(changed("done", { value: "140" }), "done").confirmed).toBeNull();
    const confirmed = confirmFigures(ledger, new Set(["money"]), by);
    expect(at(changed("money", { unit: "亿美元" }, confirmed), "money").confirmed).toBeNull();
    expect(at(changed("done", { department: "法规处", note: "含专项", asOf: "2026-12-31" }), "done").confirmed).toEqual(
      by,
    );
    expect(at(changed("done", { name: "审计建议数" }), "done").confirmed).toEqual(by);
  });

  it("takes along what is reckoned from it", () => {
    expect(at(changed("done", { value: "127" }), "rate").value).toBe("100.0");
    expect(at(changed("rate", { decimals: 2 }), "rate").value).toBe("92.03");
    expect(at(changed("rate", { rounding: "down", decimals: 0 }), "rate").value).toBe("92");
  });

  it("is reckoned as soon as it has a formula, and entered again without one", () => {
    const growing = changed("money", { formula: { kind: "growth", now: "done", base: null }, unit: "%", decimals: 1 });
    expect(at(growing, "money").value).toBe("14.0");
    const entered = changed("money", { formula: null }, growing);
    expect(at(changed("money", { value: "15" }, entered), "money").value).toBe("15");
  });

  it("follows last year's value where a growth is reckoned from it", () => {
    const growing = changed("money", { formula: { kind: "growth", now: "done", base: null }, unit: "%", decimals: 1 });
    expect(at(changed("done", { lastYear: "69" }, growing), "money").value).toBe("100.0");
  });

  it("is refused with a sentence that says why", () => {
    expect(problem("done", { value: "4x" })).toContain("“4x”不是数字");
    expect(problem("done", { value: "12.5" })).toContain("不能是小数");
    expect(problem("done", { lastYear: "许多" })).toContain("上年数“许多”不是数字");
    expect(problem("done", { name: " " })).toContain("名称");
    expect(problem("rate", { formula: { kind: "sum", of: [] } })).toContain("没有写明");
    expect(problem("done", { formula: { kind: "sum", of: ["rate"] } })).toMatch(/单位|绕成了圈/u);
    expect(problem("taken", { formula: { kind: "sum", of: ["taken"] } })).toContain("绕成了圈");
    expect(problem("rate", { formula: { kind: "share", part: "gone", whole: "done" } })).toContain("已不在台账里");
  });

  it("cannot leave while another one is reckoned from it", () => {
    const refused = removeFigures(ledger, new Set(["done"]));
    expect(isProblem(refused) && refused.problem).toContain("还要用来计算“采纳率”");
    const both = removeFigures(ledger, new Set(["done", "rate"]));
    expect(Object.keys(both)).toEqual(["taken", "money"]);
  });
});

describe("what is confirmed", () => {
  it("is an entered figure that somebody confirmed, and a derived one when all that it needs is", () => {
    expect(isConfirmed(ledger, "done")).toBe(true);
    expect(isConfirmed(ledger, "taken")).toBe(false);
    expect(isConfirmed(ledger, "rate")).toBe(false);
    const all = confirmFigures(ledger, new Set(["taken", "rate"]), by);
    expect(isConfirmed(all, "rate")).toBe(true);
    expect(at(all, "rate").confirmed).toBeNull();
    expect(isConfirmed(confirmFigures(all, new Set(["done"]), null), "rate")).toBe(false);
  });

  it("is never a figure without a value, nor one whose operand is gone", () => {
    const gone = removeFigures(ledger, new Set(["rate"]));
    expect(
      isProblem(gone) || isConfirmed({ ...gone, rate: at(ledger, "rate"), done: undefined as never }, "rate"),
    ).toBe(false);
    const empty = { empty: { ...at(ledger, "money"), value: "" } };
    expect(isConfirmed(confirmFigures(empty, new Set(["empty"]), by), "empty")).toBe(false);
  });
});

describe("what is written over a figure in the text", () => {
  const money = at(ledger, "money");
  const inColumn = { text: "23,600", display: { unit: "万元", decimals: null } };

  it("counts in the unit of the place, or in the one that is written", () => {
    expect(editedPlace(money, inColumn)).toEqual({ number: "23600", unit: "万元" });
    expect(enteredValue(money, inColumn, "24,000")).toBe("2.4");
    expect(enteredValue(money, inColumn, "2.4亿元")).toBe("2.4");
    expect(enteredValue(money, { text: "2.36亿元" }, "３．５")).toBe("3.5");
    expect(enteredValue(at(ledger, "done"), { text: "138条" }, "140条")).toBe("140");
  });

  it("changes nothing where a place that rounds says what it said", () => {
    const rounded = { text: "2.4亿元", display: { unit: "亿元", decimals: 1 } };
    expect(enteredValue(money, rounded, "2.4")).toBe("2.36");
  });

  it("is refused where it is no number of that unit", () => {
    const refused = (words: string): string => {
      const value = enteredValue(money, { text: "2.36亿元" }, words);
      return typeof value === "string" ? "" : value.problem;
    };
    expect(refused("审")).toContain("“审”不是数字");
    expect(refused("3个")).toContain("不能写成“3个”");
    expect(refused(" ")).toContain("不能空着");
  });

  it("comes back as it was written, whatever the number", () => {
    const number = fc.tuple(fc.integer({ min: 0, max: 10 ** 9 }), fc.constantFrom("", ".5", ".25"));
    fc.assert(
      fc.property(number, ([whole, fraction]) => {
        const value = `${whole}${fraction}`;
        expect(enteredValue(money, { text: "2.36亿元" }, value)).toBe(value);
      }),
    );
  });
});

describe("a figure in the list", () => {
  it("says how it stands to last year's value", () => {
    const change = (value: string, lastYear: string, unit = "个"): string => changeOfFigure({ value, lastYear, unit });
    expect(change("42", "38")).toBe("+10.5%");
    expect(change("30", "40")).toBe("-25.0%");
    expect(change("42", "42")).toBe("持平");
    expect(change("92.0", "89.3", "%")).toBe("+2.7 点");
    expect([change("42", ""), change("", "42"), change("42", "0")]).toEqual(["", "", ""]);
  });

  it("explains what it is reckoned from", () => {
    expect(explainFigure(ledger, at(ledger, "rate"))).toEqual([
      { kind: "figure", id: "taken", name: "被采纳建议", value: "127条" },
      { kind: "sign", text: "÷" },
      { kind: "figure", id: "done", name: "审计建议", value: "138条" },
    ]);
    expect(roundingOf(at(ledger, "rate"))).toBe("保留 1 位，四舍五入");
    expect(explainFigure(ledger, at(ledger, "done"))).toEqual([]);
    const growth = { formula: { kind: "growth", now: "done", base: null } } as const;
    expect(explainFigure(ledger, growth)[2]).toMatchObject({ value: "121条" });
  });

  it("takes a day in the ways in which days are written", () => {
    expect(["2026-12-31", "2026年12月31日", "2026.1.5", "20260105"].map(enteredDay)).toEqual([
      "2026-12-31",
      "2026-12-31",
      "2026-01-05",
      "2026-01-05",
    ]);
    expect(["2026-02-30", "去年底", "2026-13-01"].map(enteredDay)).toEqual([null, null, null]);
  });
});
