import { type LexicalEditor } from "lexical";
import { type TextRun } from "./find-matches.ts";

/** Hits are painted by the CSS Custom Highlight API: the text's own elements stay untouched. */
const ALL = "find-hit";
const CURRENT = "find-current";

/** The text of a line by the nodes that hold it. */
type PlacedRuns = { readonly runs: readonly Pick<TextRun, "key" | "start" | "length">[] };
type Place = { readonly paragraph: PlacedRuns; readonly start: number; readonly end: number };
/** A stretch of a line with the node of the line. */
export type HighlightedPlace = Place & { readonly paragraph: { readonly key: string } };

/** @param current is painted strongest */
export function showHighlights(editor: LexicalEditor, hits: readonly Place[], current: Place | undefined): void {
  if (!("highlights" in CSS)) return;
  const ranges = hits.map((hit) => rangeOf(editor, hit));
  CSS.highlights.set(ALL, new Highlight(...ranges.filter((range) => range !== null)));
  const strongest = current && rangeOf(editor, current);
  if (strongest) CSS.highlights.set(CURRENT, new Highlight(strongest));
  else CSS.highlights.delete(CURRENT);
}

export function clearHighlights(): void {
  if (!("highlights" in CSS)) return;
  CSS.highlights.delete(ALL);
  CSS.highlights.delete(CURRENT);
}

/** The text on the screen of a stretch of a paragraph. */
export function rangeOf(editor: LexicalEditor, { paragraph, start, end }: Place): Range | null {
  const range = new Range();
  for (const run of paragraph.runs) {
    const text = textOf(editor.getElementByKey(run.key));
    if (!text) continue;
    const length = text.data.length;
    if (start >= run.start && start < run.start + run.length) range.setStart(text, Math.min(start - run.start, length));
    if (end > run.start && end <= run.start + run.length) {
      range.setEnd(text, Math.min(end - run.start, length));
      return range;
    }
  }
  return null;
}

function textOf(element: HTMLElement | null): Text | null {
  let node: Node | null = element;
  while (node && !(node instanceof Text)) node = node.firstChild;
  return node;
}
