import * as z from "zod";
import { LONGEST_ID, LONGEST_NOTE, MOST_ENTRIES } from "./limits.ts";

/** 数据台账: the figures of a report. The text shows them through inlines of kind `figure`. */

const line = z.string().max(500);
export const figureIdSchema = z.string().min(1).max(LONGEST_ID);
/** An exact decimal number as it is written without grouping, `-1.50`; never a floating-point one. */
const decimal = z.string().regex(/^-?\d{1,40}(?:\.\d{1,20})?$/u);
const optionalDecimal = z.union([z.literal(""), decimal]);
const decimals = z.int().min(0).max(20);

/** How a derived figure comes from others, by their ids. */
const formulaSchema = z.discriminatedUnion("kind", [
  /** 合计 */ z.strictObject({ kind: z.literal("sum"), of: z.array(figureIdSchema).min(1).max(500).readonly() }),
  /** 差额 */ z.strictObject({ kind: z.literal("difference"), from: figureIdSchema, less: figureIdSchema }),
  /** 占比, in % */ z.strictObject({ kind: z.literal("share"), part: figureIdSchema, whole: figureIdSchema }),
  /** 增长, in %; `base` null: last year's value of `now` */
  z.strictObject({ kind: z.literal("growth"), now: figureIdSchema, base: figureIdSchema.nullable() }),
]);

const figureSchema = z.strictObject({
  name: line,
  /** "" = not given yet. */
  value: optionalDecimal.default(""),
  unit: line.default(""),
  /** 截至: the day that the value holds for; "" = not given. */
  asOf: z.union([z.literal(""), z.iso.date()]).default(""),
  /** 来源处室 */
  department: line.default(""),
  /** Who confirmed the value and when; null = open. */
  confirmed: z.strictObject({ by: line, at: z.iso.datetime() }).nullable().default(null),
  note: z.string().max(LONGEST_NOTE).default(""),
  /** Last year's value; "" = not known. */
  lastYear: optionalDecimal.default(""),
  /** Null: the value is entered, not derived. */
  formula: formulaSchema.nullable().default(null),
  /** Decimal places of a derived value; null = as many as its operands have. */
  decimals: decimals.nullable().default(null),
  /** 四舍五入, 四舍六入五成双, or cut off. */
  rounding: z.literal(["halfUp", "halfEven", "down"]).default("halfUp"),
});

/** The figures of a report by their ids; the order is that of the ledger. */
export const figuresSchema = z
  .record(figureIdSchema, figureSchema)
  .refine((figures) => Object.keys(figures).length <= MOST_ENTRIES, "too many figures");
export type Figures = Readonly<z.infer<typeof figuresSchema>>;

/** How one place of the text shows a figure: in another unit (万元 → 亿元), rounded, or without its unit. */
export const figureDisplaySchema = z.strictObject({
  /** "" = no unit, as in a column whose head names it. */
  unit: line,
  decimals: decimals.nullable(),
});

/** The ledger of a report that is begun anew: every value is last year's and is to be confirmed again. */
export function figuresOfNextYear(figures: Figures): Figures {
  return Object.fromEntries(
    Object.entries(figures).map(([id, figure]) => [id, { ...figure, lastYear: figure.value, confirmed: null }]),
  );
}

/** The ledger without what belongs to one year: names, units and formulas stay. */
export function withoutValues(figures: Figures): Figures {
  return Object.fromEntries(
    Object.entries(figures).map(([id, figure]) => [
      id,
      { ...figure, value: "", lastYear: "", asOf: "", confirmed: null },
    ]),
  );
}
