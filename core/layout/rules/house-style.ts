import * as z from "zod";
import { chineseFaceName, fontChains } from "../fonts.ts";
import { type FontRole, fontRoles } from "../font-role.ts";
import { gbt9704Rules as standard } from "../gbt9704.ts";

/** How 页码 is written: — 1 — (7.5), or as bureaus write it otherwise. */
export const pageNumberForms = ["dashes", "hyphens", "plain", "words"] as const;
export type PageNumberForm = (typeof pageNumberForms)[number];

/** Where 页码 stands: right on odd and left on even pages (7.5), or in the middle. */
export const pageNumberPlaces = ["outer", "center"] as const;
export type PageNumberPlace = (typeof pageNumberPlaces)[number];

/** 。 behind a heading that stands alone: as its writer has it, always, never. */
export const headingStops = ["asWritten", "always", "never"] as const;
export type HeadingStop = (typeof headingStops)[number];

/** Heading levels that a house may set in bold; chapters, and levels that look like text, are not among them. */
export const boldableLevels = [1, 2, 3] as const;

/**
 * The limits within which a house may leave the standard, and the step in which it may. Lengths are whole twips, so that
 * DOCX and pages have the same: 0.05 pt.
 */
export const houseLimits = {
  /** 天头 37 ± 1 mm (5.2.1) */
  marginTopMm: { min: 36, max: 38, step: 0.1 },
  /** 订口 28 ± 1 mm (5.2.1) */
  marginLeftMm: { min: 27, max: 29, step: 0.1 },
  /** 19 to 25 lines a page; closer together lines of 三号 touch. */
  linePitchPt: { min: 25.5, max: 33, step: 0.05 },
  /** A title of 二号 needs so much, and more than this tears its lines apart. */
  titleLinePitchPt: { min: 25.5, max: 40, step: 0.05 },
  characterSpacingPt: { min: -0.5, max: 0.5, step: 0.05 },
} as const;

type Limits = { readonly min: number; readonly max: number; readonly step: number };

/** Whether a number lies on a step: 28.95 / 0.05 is no whole number in binary. */
export const isOnStep = (value: number, { step }: Pick<Limits, "step">): boolean =>
  Math.abs(value / step - Math.round(value / step)) < 1e-6;

const within = (limits: Limits) =>
  z
    .number()
    .min(limits.min)
    .max(limits.max)
    .refine((value) => isOnStep(value, limits));

/** The names of a class of faces that a house may choose from, as Chinese computers have them. */
export const facesOfRole = (role: FontRole): readonly string[] => [
  ...new Set(fontChains[role].requested.map(chineseFaceName)),
];

/** "" : the official face where the computer has it, else the common one. */
const faceSchema = (role: FontRole) =>
  z
    .string()
    .max(64)
    .refine((name) => name === "" || facesOfRole(role).includes(name))
    .default("");

const faceSchemas = Object.fromEntries(fontRoles.map((role) => [role, faceSchema(role)])) as {
  readonly [R in FontRole]: ReturnType<typeof faceSchema>;
};

/** 本单位版式: what a bureau sets in its own way. Every default is GB/T 9704-2012, or what the program does anyway. */
export const houseStyleSchema = z.strictObject({
  marginTopMm: within(houseLimits.marginTopMm).default(standard.marginTopMm.value),
  marginLeftMm: within(houseLimits.marginLeftMm).default(standard.marginLeftMm.value),
  linePitchPt: within(houseLimits.linePitchPt).default(standard.linePitchPt.value),
  /** Null: as the text's. */
  titleLinePitchPt: within(houseLimits.titleLinePitchPt).nullable().default(null),
  characterSpacingPt: within(houseLimits.characterSpacingPt).default(standard.characterSpacingPt.value),
  faces: z.strictObject(faceSchemas).prefault({}),
  /** 西文字体: the Chinese face itself, or Times New Roman. */
  westernFace: z.literal(["same", "times"]).default("same"),
  boldLevels: z.array(z.literal(boldableLevels)).max(boldableLevels.length).readonly().default([]),
  headingStop: z.literal(headingStops).default("asWritten"),
  pageNumberForm: z.literal(pageNumberForms).default("dashes"),
  pageNumberPlace: z.literal(pageNumberPlaces).default("outer"),
  /** 版记 stands on an even page. */
  isLastPageEven: z.boolean().default(false),
});
export type HouseStyle = Readonly<z.infer<typeof houseStyleSchema>>;

/** GB/T 9704-2012 as it is. */
export const standardStyle: HouseStyle = houseStyleSchema.parse({});
