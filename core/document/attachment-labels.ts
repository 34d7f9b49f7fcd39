import type { Block } from "./blocks.ts";
import { inlineText } from "./content-text.ts";
import type { Meta } from "./schema.ts";

/** What the layout adds before a block that begins an attachment: its number, and its title where the text has none. */
export type AttachmentStart = { readonly label: string | null; readonly title: string | null };

const isEmpty = (block: Block): boolean => block.kind === "paragraph" && block.content.length === 0;

/** 附件 or 附件1 on a line of its own (7.3.7). */
export const isAttachmentLabel = (text: string): boolean =>
  /^附\s*件\s*[0-9一二三四五六七八九十]{0,3}\s*[：:]?$/u.test(text);

/** The writer's own line above an attachment. */
function hasOwnLabel(blocks: readonly Block[], at: number, year: number): boolean {
  const before = blocks.slice(0, at).findLast((block) => block.kind !== "pageBreak" && !isEmpty(block));
  return before?.kind === "paragraph" && isAttachmentLabel(inlineText(before.content, year).trim());
}

/**
 * Where attachments begin that the text carries: at further titles, and where 附件 says so. They are numbered as 附件说明
 * numbers them; a text that is attached without being named there carries no number, as plans behind their notice.
 */
export function attachmentStarts(
  blocks: readonly Block[],
  { attachmentNames, attachments }: Pick<Meta, "attachmentNames" | "attachments">,
  year: number,
): ReadonlyMap<number, AttachmentStart> {
  const titleIndex = blocks.findIndex(({ kind }) => kind === "title");
  const titleOf = new Map(attachments.flatMap(({ content, title }) => (content === null ? [] : [[content, title]])));
  const named = Math.max(attachmentNames.filter((name) => name.trim() !== "").length, attachments.length);
  const starts = new Map<number, AttachmentStart>();
  for (const [index, block] of blocks.entries()) {
    const title = block.id === undefined ? undefined : titleOf.get(block.id);
    if (index <= titleIndex || (title === undefined && block.kind !== "title")) continue;
    const number = starts.size + 1;
    const isLabelled = number > named || hasOwnLabel(blocks, index, year);
    starts.set(index, {
      label: isLabelled ? null : named === 1 ? "附件" : `附件${number}`,
      title: block.kind === "title" || title === undefined || title.trim() === "" ? null : title.trim(),
    });
  }
  return starts;
}
