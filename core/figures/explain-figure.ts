import type { Figures } from "../document/figures.ts";
import { type Figure } from "./print-figure.ts";

/** One part of a formula as it is read out: a figure with its value, or a sign between two. */
export type FormulaPart =
  | { readonly kind: "figure"; readonly id: string; readonly name: string; readonly value: string }
  | { readonly kind: "sign"; readonly text: string };

const MISSING = "（已移出台账）";

const shown = (figures: Figures, id: string, value = figures[id]?.value ?? ""): FormulaPart => {
  const figure = Object.hasOwn(figures, id) ? figures[id] : undefined;
  if (figure === undefined) return { kind: "figure", id, name: MISSING, value: "" };
  return { kind: "figure", id, name: figure.name, value: value === "" ? "" : `${value}${figure.unit}` };
};
const sign = (text: string): FormulaPart => ({ kind: "sign", text });

/** How a derived figure is reckoned: 被采纳 127条 ÷ 审计建议 138条. Nothing for one that is entered. */
export function explainFigure(figures: Figures, { formula }: Pick<Figure, "formula">): readonly FormulaPart[] {
  if (formula === null) return [];
  switch (formula.kind) {
    case "sum":
      return formula.of.flatMap((id, index) => (index === 0 ? [shown(figures, id)] : [sign("+"), shown(figures, id)]));
    case "difference":
      return [shown(figures, formula.from), sign("−"), shown(figures, formula.less)];
    case "share":
      return [shown(figures, formula.part), sign("÷"), shown(figures, formula.whole)];
    case "growth":
      return formula.base === null
        ? [shown(figures, formula.now), sign("比上年"), shown(figures, formula.now, figures[formula.now]?.lastYear)]
        : [shown(figures, formula.now), sign("比"), shown(figures, formula.base)];
  }
}

const roundingNames = { halfUp: "四舍五入", halfEven: "四舍六入五成双", down: "只舍不入" } as const;

/** 保留 1 位，四舍五入; "" for an exact or an entered figure. */
export function roundingOf({ formula, decimals, rounding }: Pick<Figure, "formula" | "decimals" | "rounding">): string {
  if (formula === null || decimals === null) return "";
  return `${decimals === 0 ? "取整数" : `保留 ${decimals} 位`}，${roundingNames[rounding]}`;
}
