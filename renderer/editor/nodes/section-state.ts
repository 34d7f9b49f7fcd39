import { $getState, $setState, createState, type LexicalNode } from "lexical";
import {
  type Ordinal,
  computedOrdinal,
  headingLevels,
  ordinalSchema,
  paragraphRoles,
} from "../../../core/document/blocks.ts";
import { headingForms } from "../../../core/document/body.ts";
import { readFlag, readOneOf, readText } from "./state-values.ts";

/** NodeState values of the report's nodes: stored flat, left out of the JSON when they hold the default. */

/** `Block.id`: stays with a block, and is no other block's. See `block-ids.ts`. */
export const blockIdState = createState("blockId", { parse: readText });

/** The same block as another kind of node: a paragraph that becomes a heading keeps its id. */
export function $passBlockId(from: LexicalNode, to: LexicalNode): void {
  const id = $getState(from, blockIdState);
  if (id !== "") $setState(to, blockIdState, id);
}

/** Ties a heading to its guidance. */
export const sectionIdState = createState("sectionId", { parse: readText });
/** The writer marked the section 已完成. */
export const doneState = createState("done", { parse: readFlag });
export const levelState = createState("level", { parse: readOneOf(headingLevels, 1) });
export const formState = createState("form", { parse: readOneOf(headingForms, "standalone") });
export const roleState = createState("role", { parse: readOneOf(paragraphRoles, "flush") });
/** The number of a 表题 or 图题 is counted by the layout. */
export const countedState = createState("counted", { parse: readFlag });

const storedOrdinal = ordinalSchema.catch(computedOrdinal);
const isComputed = (value: unknown): boolean =>
  value === undefined || (typeof value === "object" && value !== null && "kind" in value && value.kind === "computed");
export const ordinalState = createState("ordinal", {
  parse: (value): Ordinal => (isComputed(value) ? computedOrdinal : storedOrdinal.parse(value)),
  isEqual: (a, b) => a === b || JSON.stringify(a) === JSON.stringify(b),
});
