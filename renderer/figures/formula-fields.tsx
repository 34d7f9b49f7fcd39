import { X } from "lucide-react";
import { useState } from "react";
import { type FigureChange } from "../../core/figures/change-figure.ts";
import { type Figure } from "../../core/figures/print-figure.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { Select } from "../ui/select.tsx";
import styles from "./figures-panel.module.css";
import { useFigures } from "./figures-store.ts";

type Formula = NonNullable<Figure["formula"]>;
type Kind = Formula["kind"] | "entered";

const kinds = [
  { value: "entered", label: "直接填写" },
  { value: "sum", label: "合计" },
  { value: "difference", label: "差额" },
  { value: "share", label: "占比（%）" },
  { value: "growth", label: "增长（%）" },
] as const satisfies readonly { readonly value: Kind; readonly label: string }[];
const LAST_YEAR = "";
const NONE = "";
const EXACT = -1;
const places = [
  { value: EXACT, label: "位数随数据" },
  ...[0, 1, 2, 3, 4].map((value) => ({ value, label: value === 0 ? "取整数" : `保留 ${value} 位` })),
];
const roundings = [
  { value: "halfUp", label: "四舍五入" },
  { value: "halfEven", label: "四舍六入五成双" },
  { value: "down", label: "只舍不入" },
] as const;

type Operands = { readonly first: string; readonly second: string; readonly of: readonly string[] };

function operandsIn(formula: Formula | null): Operands {
  switch (formula?.kind) {
    case "sum":
      return { first: NONE, second: NONE, of: formula.of };
    case "difference":
      return { first: formula.from, second: formula.less, of: [] };
    case "share":
      return { first: formula.part, second: formula.whole, of: [] };
    case "growth":
      return { first: formula.now, second: formula.base ?? LAST_YEAR, of: [] };
    case undefined:
      return { first: NONE, second: NONE, of: [] };
  }
}

/** The formula that the choices make; null: something is still to be chosen. */
function formulaOf(kind: Formula["kind"], { first, second, of }: Operands): Formula | null {
  if (kind === "sum") return of.length > 0 ? { kind, of } : null;
  if (first === NONE) return null;
  if (kind === "growth") return { kind, now: first, base: second === LAST_YEAR ? null : second };
  if (second === NONE) return null;
  return kind === "difference" ? { kind, from: first, less: second } : { kind, part: first, whole: second };
}

const names: Readonly<Record<Exclude<Formula["kind"], "sum">, readonly [string, string]>> = {
  difference: ["被减数", "减数"],
  share: ["部分", "总数"],
  growth: ["本年", "与之比较"],
};

type FormulaFieldsProps = {
  readonly id: string;
  readonly figure: Figure;
  readonly canWrite: boolean;
  readonly onChange: (change: FigureChange) => string | null;
};

/** 算法: entered, or reckoned from which figures, and how it is rounded. */
export function FormulaFields({ id, figure, canWrite, onChange }: FormulaFieldsProps) {
  const figures = useFigures((state) => state.figures);
  const [wanted, setWanted] = useState<Kind | null>(null);
  const [chosen, setChosen] = useState<Operands | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const kind: Kind = wanted ?? figure.formula?.kind ?? "entered";
  const operands = chosen ?? operandsIn(figure.formula);
  const others = Object.entries(figures).flatMap(([other, { name, value, unit }]) =>
    other === id ? [] : { value: other, label: `${name} ${value}${unit}` },
  );
  const take = (change: FigureChange): void => {
    const refused = onChange(change);
    setProblem(refused);
    if (refused !== null) return;
    setWanted(null);
    setChosen(null);
  };
  const choose = (nextKind: Kind, next: Operands): void => {
    setWanted(nextKind);
    setChosen(next);
    setProblem(null);
    if (nextKind === "entered") {
      take({ formula: null });
      return;
    }
    const formula = formulaOf(nextKind, next);
    if (formula === null) return;
    const isPercentage = nextKind === "share" || nextKind === "growth";
    // a share of two counts has no end of places
    const decimals =
      isPercentage && figure.formula?.kind !== nextKind && figure.decimals === null ? 1 : figure.decimals;
    take({ formula, decimals, ...(isPercentage && { unit: "%" }) });
  };
  return (
    <div className={styles.formula}>
      <div className={styles.pick}>
        <span>算法</span>
        <Select<Kind>
          label="算法"
          value={kind}
          options={kinds}
          disabled={!canWrite}
          onChange={(next) => choose(next, { first: NONE, second: NONE, of: [] })}
        />
      </div>
      {kind === "sum" && (
        <Parts
          ids={operands.of}
          others={others}
          canWrite={canWrite}
          onChange={(of) => choose(kind, { ...operands, of })}
        />
      )}
      {kind !== "sum" && kind !== "entered" && (
        <>
          <Pick
            label={names[kind][0]}
            value={operands.first}
            options={others}
            canWrite={canWrite}
            onChange={(first) => choose(kind, { ...operands, first })}
          />
          <Pick
            label={names[kind][1]}
            value={operands.second}
            options={others}
            none={kind === "growth" ? "本项的上年数" : undefined}
            canWrite={canWrite}
            onChange={(second) => choose(kind, { ...operands, second })}
          />
        </>
      )}
      {kind !== "entered" && (
        <div className={styles.pick}>
          <span>位数</span>
          <Select
            label="位数"
            value={figure.decimals ?? EXACT}
            options={places}
            disabled={!canWrite}
            onChange={(next) => take({ decimals: next === EXACT ? null : next })}
          />
          <Select
            label="舍入"
            value={figure.rounding}
            options={roundings}
            disabled={!canWrite}
            onChange={(rounding) => take({ rounding })}
          />
        </div>
      )}
      {problem !== null && (
        <p className={styles.problem} role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}

type Option = { readonly value: string; readonly label: string };

type PickProps = {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  /** What "" means; undefined: nothing is chosen yet. */
  readonly none?: string | undefined;
  readonly canWrite: boolean;
  readonly onChange: (id: string) => void;
};

function Pick({ label, value, options, none, canWrite, onChange }: PickProps) {
  const known = value === NONE || options.some((option) => option.value === value);
  const all = [
    { value: NONE, label: none ?? "请选择" },
    ...options,
    ...(known ? [] : [{ value, label: "（已移出台账）" }]),
  ];
  return (
    <div className={styles.pick}>
      <span>{label}</span>
      <Select label={label} value={value} options={all} disabled={!canWrite} onChange={onChange} />
    </div>
  );
}

type PartsProps = {
  readonly ids: readonly string[];
  readonly others: readonly Option[];
  readonly canWrite: boolean;
  readonly onChange: (ids: readonly string[]) => void;
};

/** The parts of a sum, and one more. */
function Parts({ ids, others, canWrite, onChange }: PartsProps) {
  const left = others.filter(({ value }) => !ids.includes(value));
  return (
    <>
      {ids.map((part) => {
        const name = others.find(({ value }) => value === part)?.label ?? "（已移出台账）";
        return (
          <div key={part} className={styles.pick}>
            <span />
            <span className={styles.part}>{name}</span>
            {canWrite && (
              <IconButton icon={X} label={`去掉 ${name}`} onClick={() => onChange(ids.filter((one) => one !== part))} />
            )}
          </div>
        );
      })}
      {canWrite && left.length > 0 && (
        <Pick
          label={ids.length === 0 ? "加数" : "再加"}
          value={NONE}
          options={left}
          canWrite
          onChange={(added) => added !== NONE && onChange([...ids, added])}
        />
      )}
    </>
  );
}
