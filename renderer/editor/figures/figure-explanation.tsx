import { explainFigure, roundingOf } from "../../../core/figures/explain-figure.ts";
import { type Figure } from "../../../core/figures/print-figure.ts";
import { useStore } from "../../store.ts";
import styles from "./figure-field.module.css";

/** What a derived figure comes from: 建议采纳率 92.0% = 被采纳 127条 ÷ 审计建议 138条. */
export function Explanation({ figure }: { readonly figure: Figure }) {
  const figures = useStore((state) => state.editor?.figures.read()) ?? {};
  const lastYear = figure.lastYear === "" ? "" : `去年 ${figure.lastYear}${figure.unit}`;
  const small = [roundingOf(figure), lastYear].filter((part) => part !== "").join("　");
  return (
    <>
      <div className={styles.head}>
        <span>{figure.name}</span>
        <span>
          {figure.value}
          {figure.unit}
        </span>
      </div>
      <div className={styles.formula}>
        {explainFigure(figures, figure).map((part, index) =>
          part.kind === "sign" ? (
            <span key={index}>{part.text}</span>
          ) : (
            <span key={index} className={styles.operand}>
              {part.name} {part.value}
            </span>
          ),
        )}
      </div>
      {small !== "" && <p className={styles.small}>{small}</p>}
    </>
  );
}
