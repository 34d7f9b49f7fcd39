import type { Span } from "../document/place.ts";
import { placedInlines, placedParagraphs, type PlacedParagraph } from "../document/placed-texts.ts";
import { maskedText } from "../document/content-text.ts";
import { type TextElement, textElements } from "./repair.ts";
import type { Block, Inline } from "../document/blocks.ts";
import { isToken, reviewIdOf } from "../document/inline-traits.ts";
import type { Meta } from "../document/schema.ts";

/** What a text is: words of a sentence, a line that stands alone, a cell, one of 公文要素. */
type TextForm = "text" | "line" | "cell" | "element";

/** Whose text it is: a paragraph of a block, by its number in it, or an entry of one of 公文要素. */
type TextOwner =
  | { readonly kind: "paragraph"; readonly paragraph: PlacedParagraph; readonly number: number }
  | { readonly kind: "element"; readonly element: TextElement; readonly entry: number };

/** A paragraph as the finders of repairs read it. */
export type RepairText = {
  readonly owner: TextOwner;
  readonly form: TextForm;
  readonly text: string;
  /** Stretches that no repair writes on: blanks, years that follow 报告年度, text under review. */
  readonly locked: readonly Span[];
};

function lockedIn(content: readonly Inline[], year: number): RepairText["locked"] {
  // writing on text under review would settle an item that nobody has looked at
  return placedInlines({ content, start: 0 }, year).filter(
    ({ inline }) => isToken(inline) || reviewIdOf(inline) !== undefined,
  );
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
  return placedParagraphs(block, index, year).map((paragraph, number) => ({
    owner: { kind: "paragraph", paragraph, number },
    form: formOf(block, number),
    text: maskedText(paragraph.content, year),
    locked: lockedIn(paragraph.content, year),
  }));
}

/** 公文要素 that are text. */
export function textsOfMeta(meta: Meta): readonly RepairText[] {
  return textElements.flatMap((element: TextElement) => {
    const value = meta[element];
    const entries = typeof value === "string" ? [value] : value;
    return entries.map((text, entry): RepairText => {
      return { owner: { kind: "element", element, entry }, form: "element", text, locked: [] };
    });
  });
}
