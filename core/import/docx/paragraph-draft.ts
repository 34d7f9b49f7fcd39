import type { DocxItem, DocxParagraph, DocxRun } from "./document-items.ts";
import { fontClass, type RunLook } from "./fonts.ts";
import type { ParagraphStyle } from "./styles.ts";

/** A paragraph in the making. */
export type Draft = {
  readonly style: ParagraphStyle;
  readonly isHeading: boolean;
  /** Pieces between page breaks. */
  readonly pieces: DocxRun[][];
  /** What is set behind the paragraph: images, text boxes, notes of a heading. */
  readonly behind: DocxItem[];
};

/** Adds a run behind the last one, or to it where both look alike. */
export function addRun(draft: Draft, run: DocxRun): void {
  const runs = draft.pieces.at(-1);
  const last = runs?.at(-1);
  if (runs === undefined || (run.kind === "text" && run.text === "")) return;
  const isSame =
    run.kind === "text" &&
    last?.kind === "text" &&
    last.bold === run.bold &&
    last.face === run.face &&
    last.sizePt === run.sizePt &&
    last.styleId === run.styleId;
  if (isSame) runs[runs.length - 1] = { ...last, text: last.text + run.text };
  else runs.push(run);
}

export const textRun = (text: string, look: RunLook, styleId: string): DocxRun => ({
  kind: "text",
  text,
  bold: look.isBold,
  face: fontClass(look.font),
  sizePt: look.sizePt,
  styleId,
});

/** Runs with the automatic ordinal of their paragraph in front. */
export function labelled(label: string, runs: readonly DocxRun[], look: RunLook): readonly DocxRun[] {
  if (label === "") return runs;
  const first = runs.find((run) => run.kind === "text");
  const isAlike = first?.kind === "text" && first === runs[0];
  return isAlike ? [{ ...first, text: label + first.text }, ...runs.slice(1)] : [textRun(label, look, ""), ...runs];
}

/** What a paragraph is besides its runs. */
export type Place = {
  readonly style: ParagraphStyle;
  readonly label: string;
  readonly outlineLevel: number | null;
  /** `w:jc` */
  readonly alignment: string;
};

export function paragraphOf(runs: readonly DocxRun[], { style, label, outlineLevel, alignment }: Place): DocxParagraph {
  return {
    kind: "paragraph",
    label,
    runs,
    styleId: style.id,
    styleName: style.name,
    outlineLevel,
    alignment: alignment === "center" ? "center" : /^(?:right|end)$/u.test(alignment) ? "end" : "start",
  };
}
