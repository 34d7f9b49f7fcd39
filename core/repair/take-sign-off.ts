import type { Block, BlockOf } from "../document/blocks.ts";
import { inlineText } from "../document/content-text.ts";
import type { Meta } from "../document/schema.ts";
import { readSignOff } from "../import/sign-off.ts";

const roles = ["signatory", "date", "note"] as const;
type Role = (typeof roles)[number];
type SignOffBlock = BlockOf<"paragraph"> & { readonly role: Role };

/** Whether a block is a line of 署名, 成文日期 or 附注 in the text. */
export const isOfSignOff = (block: Block | undefined): block is SignOffBlock =>
  block?.kind === "paragraph" && roles.some((role) => role === block.role);
/** Words alone: a mark or a note in a line has no place in 公文要素. */
const isPlain = ({ content }: SignOffBlock): boolean =>
  content.every((inline) => inline.kind === "text" && Object.keys(inline).length === 2);

/** Where the sign-off at the end of a text begins, when the number of a page was removed in it or behind it. */
function startOfFreed(blocks: readonly Block[], removed: ReadonlySet<number>): number | null {
  let start = blocks.length;
  let isFreed = false;
  for (let at = blocks.length - 1; at >= 0 && (removed.has(at) || isOfSignOff(blocks[at])); at -= 1) {
    if (removed.has(at)) isFreed = true;
    else start = at;
  }
  const isWithinOrBehind = Array.from(removed).some((index) => index > start);
  return isFreed && isWithinOrBehind && start < blocks.length ? start : null;
}

/**
 * 署名 and 成文日期 at the end of a text, that stayed lines of it since the number of a page stood among them: with the number
 * gone they go into 公文要素, as an import would have put them there. They stay where 公文要素 has others, or would print them
 * in another way.
 * @param blocks before the repairs, `removed` by their indexes
 * @returns how many blocks at the end go, and the new 公文要素; null where all stays
 */
export function freedSignOff(
  blocks: readonly Block[],
  meta: Meta,
  removed: ReadonlySet<number>,
  year: number,
): { readonly count: number; readonly meta: Meta } | null {
  const start = startOfFreed(blocks, removed);
  if (start === null || meta.signatories.length > 0 || meta.date !== "" || meta.note !== "") return null;
  const parts = blocks.filter(
    (block, at): block is SignOffBlock => at >= start && !removed.has(at) && isOfSignOff(block),
  );
  const order = parts.map(({ role }) => roles.indexOf(role));
  if (!parts.every(isPlain) || order.some((role, at) => role < (order[at - 1] ?? 0))) return null;
  const lines = parts.map(({ role, content }) => ({ role, text: inlineText(content, year) }));
  const has = (role: Role): number => lines.filter((line) => line.role === role).length;
  if (has("signatory") === 0 || has("date") !== 1 || has("note") > 1) return null;
  const read = readSignOff({ start, end: blocks.length, lines });
  return read === null || read.rewritten.length > 0 ? null : { count: parts.length, meta: { ...meta, ...read.meta } };
}
