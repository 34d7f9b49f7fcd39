import * as z from "zod";
import { elementNames } from "../document/element-names.ts";
import { placeSchema } from "../document/place.ts";
import type { Meta } from "../document/schema.ts";
import { strengths } from "../layout/gbt9704.ts";
import { deviationSchema } from "../layout/rules/deviations.ts";
import { layoutPrograms } from "../layout/lines/layout-program.ts";

const elementKeys = Object.keys(elementNames) as [keyof Meta, ...(keyof Meta)[]];

/** Where the thing of a row stands: in the text, or among 公文要素. */
const targetSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("text"), place: placeSchema }),
  z.strictObject({ kind: z.literal("element"), element: z.literal(elementKeys) }),
]);
export type InspectionTarget = Readonly<z.infer<typeof targetSchema>>;

const inspectedPlaceSchema = z.strictObject({
  /** From 1; null: of no page. */
  page: z.int().min(1).nullable(),
  /** What stands there, to know it by. */
  words: z.string(),
  /** Null: it stands in no text of the report, such as a page number. */
  target: targetSchema.nullable(),
});
export type InspectedPlace = Readonly<z.infer<typeof inspectedPlaceSchema>>;

/** `ok` as the standard has it, `attention` for a person to look at, `inapplicable` there is nothing of it in the files. */
const verdicts = ["ok", "attention", "inapplicable"] as const;
export type Verdict = (typeof verdicts)[number];

const rowSchema = z.strictObject({
  id: z.string(),
  name: z.string(),
  /** Of GB/T 9704-2012, or the reason why it is looked at. */
  clause: z.string(),
  strength: z.literal(strengths),
  expected: z.string(),
  /** What was measured in the files; "" where there is nothing of it. */
  measured: z.string(),
  verdict: z.literal(verdicts),
  places: z.array(inspectedPlaceSchema).readonly(),
});
export type InspectionRow = Readonly<z.infer<typeof rowSchema>>;

/** 版面体检单 of one export. */
export const inspectionSchema = z.strictObject({
  /** The files that were read back. */
  files: z.array(z.literal(["docx", "pdf"])).readonly(),
  /** The program that the pages are laid out for. */
  program: z.literal(layoutPrograms),
  pages: z.int().nullable(),
  passed: z.int().min(0),
  attention: z.int().min(0),
  rows: z.array(rowSchema).readonly(),
  /** What 本单位版式, against which the rows are measured, has otherwise than the standard. */
  deviations: z.array(deviationSchema).readonly(),
});
export type Inspection = Readonly<z.infer<typeof inspectionSchema>>;
