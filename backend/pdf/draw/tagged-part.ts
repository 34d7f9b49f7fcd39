import type { StructureContent } from "pdfkit";
import type { Part } from "../../../core/layout/pages/page.ts";

/** What was drawn of the text, in the order of reading: what the structure tree and the outline are made of. */
export type TaggedPart = {
  readonly part: Part;
  readonly content: StructureContent;
  readonly text: string;
  /** Of a run-in heading: this is the heading and not the text behind it. */
  readonly isHeading: boolean;
  /** From 0. */
  readonly page: number;
  readonly topPt: number;
  /** Of a picture. */
  readonly figure?: { readonly altText: string; readonly box: readonly [number, number, number, number] };
};

/** The level of a heading among H1 to H6: the title is H1. Null: no heading. */
export function headingLevel({ part, isHeading }: TaggedPart): number | null {
  if (part.role.kind === "title") return 1;
  return part.role.kind === "heading" && isHeading ? Math.min(6, part.role.rank + 1) : null;
}
