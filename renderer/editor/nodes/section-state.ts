import { createState } from "lexical";
import { z } from "zod";
import {
  type Ordinal,
  computedOrdinal,
  headingLevels,
  ordinalSchema,
  paragraphRoles,
} from "../../../core/document/blocks.ts";
import { headingForms } from "../../../core/document/body.ts";

/** NodeState values of the report's nodes: stored flat, left out of the JSON when they hold the default. */

/** Ties a heading to its guidance. */
export const sectionIdState = createState("sectionId", { parse: z.string().catch("").parse });
/** The writer marked the section 已完成. */
export const doneState = createState("done", { parse: z.boolean().catch(false).parse });
export const levelState = createState("level", { parse: z.literal(headingLevels).catch(1).parse });
export const formState = createState("form", { parse: z.literal(headingForms).catch("standalone").parse });
export const roleState = createState("role", { parse: z.literal(paragraphRoles).catch("flush").parse });

const parseOrdinalState = ordinalSchema.catch({ kind: "computed" }).parse;
export const ordinalState = createState("ordinal", {
  parse: (value): Ordinal => (value === undefined ? computedOrdinal : parseOrdinalState(value)),
  isEqual: (a, b) => a === b || JSON.stringify(a) === JSON.stringify(b),
});
