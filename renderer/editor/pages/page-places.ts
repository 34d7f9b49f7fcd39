import { $isTableNode } from "@lexical/table";
import { $getRoot, type ElementNode, type LexicalEditor, type NodeKey } from "lexical";
import { type PageStart } from "../../../core/layout/pages/page-starts.ts";
import { $holderOf, $stretchesOf, type Stretch } from "../structure/placed-stretches.ts";

/** What begins a page, in the living text: it stays with its words while they are typed on. */
export type PagePlace =
  | { readonly kind: "node"; readonly key: NodeKey }
  | { readonly kind: "text"; readonly key: NodeKey; readonly offset: number }
  /** A line that 公文要素 add below the text. */
  | {
      readonly kind: "tail";
      readonly element: Extract<PageStart, { kind: "element" }>["element"];
      readonly line: number;
    };

type Stretches = (holder: ElementNode) => readonly Stretch[];

/**
 * Finds what begins each page. Null where the text has changed so much that it is not there. A paragraph over many pages
 * is gone through once.
 */
export function $placesOf(starts: readonly (PageStart | null)[]): readonly (PagePlace | null)[] {
  const known = new Map<NodeKey, readonly Stretch[]>();
  const stretches: Stretches = (holder) => {
    const found = known.get(holder.getKey()) ?? $stretchesOf(holder);
    known.set(holder.getKey(), found);
    return found;
  };
  return starts.map((start) => $placeOf(start, stretches));
}

function $placeOf(start: PageStart | null, stretchesOf: Stretches): PagePlace | null {
  // 版头 and 版记 stand on paper alone
  if (start === null || start.kind === "frame") return null;
  // On the screen 公文要素 stand below all of the text; on paper an attached text stands behind them.
  if (start.kind === "element") return start.nextBlock === null ? { ...start, kind: "tail" } : $node(start.nextBlock);
  const block = $getRoot().getChildAtIndex(start.block);
  if (start.row !== null && $isTableNode(block)) {
    const row = block.getChildAtIndex(start.row);
    return row === null ? null : { kind: "node", key: row.getKey() };
  }
  const place = { block: start.block, start: start.start, end: start.start };
  const holder = start.start === 0 ? null : $holderOf(block, place);
  const stretch = holder === null ? undefined : stretchesOf(holder).find(({ end }) => end > start.start);
  if (stretch === undefined) return $node(start.block);
  return { kind: "text", key: stretch.text.getKey(), offset: Math.max(0, start.start - stretch.start) };
}

function $node(index: number): PagePlace | null {
  const block = $getRoot().getChildAtIndex(index);
  return block === null ? null : { kind: "node", key: block.getKey() };
}

/**
 * Where a place lies on the screen: the top of the line that holds it, in px of the screen.
 * @param linePitchPx of the text, on the screen
 * @param tail the lines of 公文要素 below the text
 */
export function topOf(
  place: PagePlace,
  { editor, tail, linePitchPx }: { editor: LexicalEditor; tail: HTMLElement | null; linePitchPx: number },
): number | null {
  if (place.kind === "tail") return tailLine(tail, place)?.getBoundingClientRect().top ?? null;
  const element = editor.getElementByKey(place.key);
  if (element === null) return null;
  if (place.kind === "node") return element.getBoundingClientRect().top;
  const rect = rectInside(element, place.offset) ?? element.getBoundingClientRect();
  return (rect.top + rect.bottom - linePitchPx) / 2;
}

/** The room of one character; null where the element holds none, as the chip of a blank does. */
function rectInside(element: HTMLElement, offset: number): DOMRect | null {
  const text = document.createTreeWalker(element, NodeFilter.SHOW_TEXT).nextNode();
  if (!(text instanceof Text) || text.length === 0) return null;
  const range = document.createRange();
  const at = Math.min(offset, text.length - 1);
  range.setStart(text, at);
  range.setEnd(text, at + 1);
  return [...range.getClientRects()].at(-1) ?? null;
}

function tailLine(tail: HTMLElement | null, { element, line }: Extract<PagePlace, { kind: "tail" }>): Element | null {
  if (element === "note") return tail?.querySelector("[data-note]") ?? null;
  if (element === "attachmentNames") return tail?.children[line] ?? null;
  return tail?.querySelector("[data-signature]") ?? null;
}
