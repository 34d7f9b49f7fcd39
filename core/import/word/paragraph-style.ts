import type { RunLook } from "./run-look.ts";

/** What numbers a paragraph: a list and the level in it. */
export type NumberReference = { readonly numId: string | undefined; readonly level: number | undefined };

export type ParagraphStyle = {
  readonly id: string;
  readonly name: string;
  /** 0–8; null for text. */
  readonly outlineLevel: number | null;
  /** As `w:jc` names it. */
  readonly alignment: string;
  readonly numbering: NumberReference | null;
  /** The style that brings the numbering: itself or one it is based on. */
  readonly numberingStyleId: string;
  readonly startsPage: boolean;
  readonly look: RunLook;
};

/** The place in the outline, from 0, of `heading 2`, `标题 2`: Word's own headings, also where a program left it out. */
export function levelByName(name: string): number | undefined {
  const rank = /^(?:heading|标题)\s?([1-9])$/iu.exec(name.trim())?.[1];
  return rank === undefined ? undefined : Number(rank) - 1;
}
