import { type DocumentItem, type DocumentParagraph, type DocumentRun, textOfRuns } from "./document-items.ts";
import type { ParagraphStyle } from "./paragraph-style.ts";
import { fontClass, type RunLook, scriptOf } from "./run-look.ts";

/** A paragraph in the making. */
export type Draft = {
  readonly style: ParagraphStyle;
  readonly isHeading: boolean;
  /** Pieces between page breaks. */
  readonly pieces: DocumentRun[][];
  /** What is set behind the paragraph: images, text boxes, notes of a heading. */
  readonly behind: DocumentItem[];
  /** Words of a table of contents, and words that are none. */
  readonly holds: { contents: boolean; text: boolean };
};

/** Adds a run behind the last one, or to it where both look alike. */
export function addRun(draft: Draft, run: DocumentRun): void {
  const runs = draft.pieces.at(-1);
  const last = runs?.at(-1);
  if (runs === undefined || (run.kind === "text" && run.text === "")) return;
  const isSame =
    run.kind === "text" &&
    last?.kind === "text" &&
    last.bold === run.bold &&
    last.face === run.face &&
    last.sizePt === run.sizePt &&
    last.script === run.script &&
    last.styleId === run.styleId;
  if (isSame) runs[runs.length - 1] = { ...last, text: last.text + run.text };
  else runs.push(run);
}

export const textRun = (text: string, look: RunLook, styleId: string): DocumentRun => ({
  kind: "text",
  text,
  bold: look.isBold,
  face: fontClass(look.font),
  sizePt: look.sizePt,
  script: scriptOf(text, look),
  styleId,
});

/** Runs with the automatic ordinal of their paragraph in front. */
function labelled(label: string, runs: readonly DocumentRun[], look: RunLook): readonly DocumentRun[] {
  if (label === "") return runs;
  const first = runs.find((run) => run.kind === "text");
  const isAlike = first?.kind === "text" && first === runs[0];
  return isAlike ? [{ ...first, text: label + first.text }, ...runs.slice(1)] : [textRun(label, look, ""), ...runs];
}

/** Adds text to a draft. @param isContents a table of contents shows it */
export function addText(draft: Draft, run: DocumentRun, isContents: boolean): void {
  if (run.kind === "text" && run.text.trim() !== "") draft.holds[isContents ? "contents" : "text"] = true;
  addRun(draft, run);
}

/** The styles that Word gives to the entries of a table of contents, in English and Chinese. */
const contentsStyle = /^(?:toc|目录)\s?[1-9]$/iu;

/** A paragraph that holds nothing but what a table of contents shows. */
export const isContentsEntry = ({ style, holds }: Draft): boolean =>
  contentsStyle.test(style.name) || (holds.contents && !holds.text);

/** A bullet without words says nothing; a number without words may still say which line of a table it is. */
export const shownLabel = (label: string, isEmpty: boolean): string =>
  isEmpty && !/[\p{L}\p{N}]/u.test(label) ? "" : label;

/** What a paragraph is besides its runs. */
export type Place = {
  readonly style: ParagraphStyle;
  readonly label: string;
  readonly outlineLevel: number | null;
  /** `w:jc` */
  readonly alignment: string;
  readonly isContents?: boolean;
};

export function paragraphOf(
  runs: readonly DocumentRun[],
  { style, label, outlineLevel, alignment, isContents }: Place,
): DocumentParagraph {
  return {
    kind: "paragraph",
    label,
    runs,
    styleId: style.id,
    styleName: style.name,
    outlineLevel,
    alignment: alignment === "center" ? "center" : /^(?:right|end)$/u.test(alignment) ? "end" : "start",
    ...(isContents === true ? { isContents } : {}),
  };
}

/**
 * A paragraph with its ordinal, piece by piece between its page breaks. A break in front of all words stands in front of
 * the paragraph: the ordinal stays with the words.
 */
export function paragraphItems(
  { pieces, style }: Draft,
  { label, ...place }: Place,
  startsPage: boolean,
): readonly DocumentItem[] {
  const items: DocumentItem[] = startsPage ? [{ kind: "pageBreak" }] : [];
  const first = Math.max(
    0,
    pieces.findIndex((runs) => textOfRuns(runs).trim() !== ""),
  );
  for (const [index, runs] of pieces.entries()) {
    if (index > 0) items.push({ kind: "pageBreak" });
    if (index < first) continue;
    const own = index === first ? label : "";
    items.push(paragraphOf(labelled(own, runs, style.look), { ...place, label: own }));
  }
  return items;
}
