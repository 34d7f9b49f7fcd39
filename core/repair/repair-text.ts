import { lengthOf } from "../document/slice-content.ts";
import { maskedText } from "../document/content-text.ts";
import { type Place, type TextElement, textElements } from "./repair.ts";
import { paragraphsOf } from "../document/block-content.ts";
import type { Block, Inline } from "../document/blocks.ts";
import { isToken, reviewIdOf } from "../document/inline-traits.ts";
import type { Meta } from "../document/schema.ts";

/** What a text is: words of a sentence, a line that stands alone, a cell, one of 公文要素. */
type TextForm = "text" | "line" | "cell" | "element";

/** A paragraph as the finders of repairs read it. */
export type RepairText = {
  readonly place: Place;
  readonly form: TextForm;
  readonly text: string;
  /** Stretches that no repair writes on: blanks, years that follow 报告年度, text under review. */
  readonly locked: readonly { readonly start: number; readonly end: number }[];
};

function lockedIn(content: readonly Inline[], year: number): RepairText["locked"] {
  const locked: { start: number; end: number }[] = [];
  let start = 0;
  for (const inline of content) {
    const end = start + lengthOf(inline, year);
    // writing on text under review would settle an item that nobody has looked at
    const isLocked = isToken(inline) || reviewIdOf(inline) !== undefined;
    if (isLocked) locked.push({ start, end });
    start = end;
  }
  return locked;
}

function formOf(block: Block, paragraph: number): TextForm {
  switch (block.kind) {
    case "table":
      return "cell";
    case "title":
    case "heading":
      return "line";
    case "runInHeading":
      return paragraph === 0 ? "line" : "text";
    case "paragraph":
      return block.role === "body" ? "text" : "line";
    case "listItem":
    case "image":
    case "pageBreak":
      return "text";
  }
}

/** The paragraphs of one block. */
export function textsOfBlock(block: Block, index: number, year: number): readonly RepairText[] {
  return paragraphsOf(block).map((content, paragraph) => ({
    place: { kind: "paragraph", block: index, paragraph },
    form: formOf(block, paragraph),
    text: maskedText(content, year),
    locked: lockedIn(content, year),
  }));
}

/** 公文要素 that are text. */
export function textsOfMeta(meta: Meta): readonly RepairText[] {
  return textElements.flatMap((element: TextElement) => {
    const value = meta[element];
    const entries = typeof value === "string" ? [value] : value;
    return entries.map((text, entry): RepairText => {
      return { place: { kind: "element", element, entry }, form: "element", text, locked: [] };
    });
  });
}
