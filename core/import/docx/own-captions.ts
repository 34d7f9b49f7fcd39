import type { Block } from "../../document/blocks.ts";
import { captionLead, createCaptionCounter } from "../../document/captions.ts";
import { inlineText } from "../../document/content-text.ts";
import { sliceContent } from "../../document/slice-content.ts";

/** Captions whose number is the one that the program would count again: as counted ones, without it. */
export function countedCaptions(blocks: readonly Block[]): readonly Block[] {
  let counter = createCaptionCounter();
  return blocks.map((block) => {
    if (block.kind === "title") counter = createCaptionCounter();
    if (block.kind !== "paragraph" || (block.role !== "caption" && block.role !== "imageCaption")) return block;
    const text = inlineText(block.content, 0);
    const lead = captionLead(counter.preview(block.role));
    if (!text.startsWith(lead)) return block;
    counter.count(block.role);
    return { ...block, counted: true, content: sliceContent(block.content, lead.length, text.length, 0) };
  });
}
