import { $isTableNode } from "@lexical/table";
import { $getRoot, $isElementNode, $isTextNode, type ElementNode, type LexicalEditor, type LexicalNode } from "lexical";
import { blankText } from "../../../core/document/inline-traits.ts";
import { type PlacedRuns, rangeOf } from "../find/highlights.ts";
import { $inlineNodes } from "./inline-nodes.ts";
import { $isBlankNode } from "../nodes/blank-node.ts";
import { $isReportHeadingNode } from "../nodes/report-heading-node.ts";

/** A stretch of the text by what prints: block, paragraph of the block, UTF-16 offsets in the printed paragraph. */
type SentencePlace = {
  readonly block: number;
  readonly paragraph: number;
  readonly start: number;
  readonly end: number;
};

/** Where sentences stand on the screen. */
export type SentencePlaces = {
  /** Brings a stretch into sight and marks it for a moment. */
  readonly show: (from: SentencePlace, to?: SentencePlace) => void;
  /** Top of a sentence in px of the window; null when it is not in the text any more. */
  readonly topOf: (place: SentencePlace) => number | null;
  /** The block at a height of the window and how far down it the height lies (0–1); null above and below the text. */
  readonly blockAt: (clientY: number) => { readonly block: number; readonly share: number } | null;
  /** What scrolls the page. */
  readonly scroller: () => HTMLElement | null;
  readonly stop: () => void;
};

const HIGHLIGHT = "shown-sentence";
const SHOWN_MS = 2_200;

export function createSentencePlaces(editor: LexicalEditor): SentencePlaces {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const clear = (): void => {
    clearTimeout(timer);
    if ("highlights" in CSS) CSS.highlights.delete(HIGHLIGHT);
  };
  const find = (from: SentencePlace, to = from): Range | null =>
    editor.getEditorState().read(() => {
      const first = $rangeOf(editor, from);
      const last = to === from ? first : $rangeOf(editor, to);
      if (first === null || last === null) return first;
      const range = first.cloneRange();
      range.setEnd(last.endContainer, last.endOffset);
      return range;
    });
  const scroller = (): HTMLElement | null => {
    let element = editor.getRootElement()?.parentElement ?? null;
    while (element && getComputedStyle(element).overflowY !== "auto") element = element.parentElement;
    return element;
  };

  return {
    show(from, to) {
      const range = find(from, to);
      const page = scroller();
      if (!range || !page) return;
      const { top, bottom } = range.getBoundingClientRect();
      const view = page.getBoundingClientRect();
      const isInSight = top > view.top + 40 && bottom < view.bottom - 40;
      if (!isInSight) page.scrollTop += top - view.top - view.height / 3;
      clear();
      if (!("highlights" in CSS)) return;
      CSS.highlights.set(HIGHLIGHT, new Highlight(range));
      timer = setTimeout(clear, SHOWN_MS);
    },
    topOf(place) {
      const range = find(place);
      const rect = range?.getClientRects()[0] ?? range?.getBoundingClientRect();
      return rect?.top ?? null;
    },
    blockAt(clientY) {
      const blocks = editor.getRootElement()?.children;
      if (!blocks || blocks.length === 0) return null;
      let [low, high] = [0, blocks.length - 1];
      while (low < high) {
        const middle = (low + high + 1) >> 1;
        if ((blocks[middle]?.getBoundingClientRect().top ?? 0) <= clientY) low = middle;
        else high = middle - 1;
      }
      const rect = blocks[low]?.getBoundingClientRect();
      if (!rect) return null;
      return { block: low, share: Math.min(1, Math.max(0, (clientY - rect.top) / (rect.height || 1))) };
    },
    scroller,
    stop: clear,
  };
}

function $rangeOf(editor: LexicalEditor, { block, paragraph, start, end }: SentencePlace): Range | null {
  const node = $getRoot().getChildAtIndex(block);
  const text = node ? $paragraphOf(node, paragraph) : null;
  return text === null ? null : rangeOf(editor, { paragraph: text, start, end: Math.max(end, start + 1) });
}

/** A paragraph of a block with the offsets that its printed text has. */
function $paragraphOf(block: LexicalNode, paragraph: number): PlacedRuns | null {
  const line = $linesOf(block)[paragraph] ?? $linesOf(block)[0];
  if (!line) return null;
  const nodes = $inlineNodes(line);
  if (!$isReportHeadingNode(block) || block.getForm() !== "runIn") return runsOf(nodes);
  // heading and text of a run-in heading stand in one line and are two paragraphs
  const end = nodes.findIndex((node) => $isTextNode(node) && !node.hasFormat("italic"));
  const headingEnd = end < 0 ? nodes.length : end;
  return runsOf(paragraph === 0 ? nodes.slice(0, headingEnd) : nodes.slice(headingEnd));
}

/** The lines of a block: one, or the paragraphs of the cells of a table in reading order. */
function $linesOf(block: LexicalNode): readonly ElementNode[] {
  if ($isTableNode(block)) {
    return block
      .getChildren()
      .filter($isElementNode)
      .flatMap((row) => row.getChildren().filter($isElementNode))
      .flatMap((cell) => cell.getChildren().filter($isElementNode));
  }
  return $isElementNode(block) ? [block] : [];
}

function runsOf(nodes: readonly LexicalNode[]): PlacedRuns {
  let start = 0;
  const runs = nodes.map((node) => {
    const { length } = $isBlankNode(node) ? blankText(node.getTextContent()) : node.getTextContent();
    const run = { key: node.getKey(), start, length };
    start += length;
    return run;
  });
  return { runs };
}
