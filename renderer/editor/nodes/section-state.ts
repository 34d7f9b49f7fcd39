import { $getState, $setState, createState, type LexicalNode } from "lexical";
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

/** `Block.id`: stays with a block, and is no other block's. See `block-ids.ts`. */
export const blockIdState = createState("blockId", { parse: (value) => z.string().catch("").parse(value) });

/** The same block as another kind of node: a paragraph that becomes a heading keeps its id. */
export function $passBlockId(from: LexicalNode, to: LexicalNode): void {
  const id = $getState(from, blockIdState);
  if (id !== "") $setState(to, blockIdState, id);
}

/** Ties a heading to its guidance. */
export const sectionIdState = createState("sectionId", { parse: (value) => z.string().catch("").parse(value) });
/** The writer marked the section 已完成. */
export const doneState = createState("done", { parse: (value) => z.boolean().catch(false).parse(value) });
export const levelState = createState("level", { parse: (value) => z.literal(headingLevels).catch(1).parse(value) });
export const formState = createState("form", {
  parse: (value) => z.literal(headingForms).catch("standalone").parse(value),
});
export const roleState = createState("role", {
  parse: (value) => z.literal(paragraphRoles).catch("flush").parse(value),
});
/** The number of a 表题 or 图题 is counted by the layout. */
export const countedState = createState("counted", { parse: (value) => z.boolean().catch(false).parse(value) });

const storedOrdinal = ordinalSchema.catch({ kind: "computed" });
export const ordinalState = createState("ordinal", {
  parse: (value): Ordinal => (value === undefined ? computedOrdinal : storedOrdinal.parse(value)),
  isEqual: (a, b) => a === b || JSON.stringify(a) === JSON.stringify(b),
});
