import {
  $createRangeSelection,
  $createTextNode,
  $getNodeByKey,
  $getRoot,
  $isElementNode,
  $isTextNode,
  $setSelection,
  HISTORIC_TAG,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type LexicalNode,
  type TextNode,
} from "lexical";
import { type EditorFinder, type FindHit, type FindOptions } from "./editor-handle.ts";
import { findMatches, hitText, type ParagraphText, type TextRun } from "./find-matches.ts";
import { clearHighlights, showHighlights } from "./highlights.ts";
import { $inlineNodes } from "./inline-nodes.ts";
import { $isBlankNode } from "./nodes/blank-node.ts";
import { $isYearNode } from "./nodes/year-node.ts";
import { PROGRAM_TAG } from "./typing-rules.ts";
import { whenIdle } from "./when-idle.ts";

const SEARCH_QUIET_MS = 200;

type Hit = FindHit & {
  readonly paragraph: ParagraphText;
  readonly start: number;
  readonly end: number;
};

/** Find and replace over the living text. Hits run across bold and other marks, but not across paragraphs. */
export function createFinder(editor: LexicalEditor): EditorFinder & { stop(): void } {
  const listeners = new Set<() => void>();
  let query = "";
  let options: FindOptions = { matchCase: false, wholeWord: false };
  let hits: readonly Hit[] = [];
  let current = -1;

  const publish = (): void => {
    showHighlights(editor, hits, current);
    listeners.forEach((listener) => listener());
  };
  const searchAgain = (): void => {
    const place = hits[current];
    hits = query === "" ? [] : editor.getEditorState().read(() => $search(query, options));
    const same = place ? hits.findIndex((hit) => hit.id === place.id) : -1;
    current = same >= 0 ? same : Math.min(Math.max(current, 0), hits.length - 1);
    publish();
  };
  const soon = whenIdle(SEARCH_QUIET_MS, searchAgain);
  const stopUpdates = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
    if (query !== "" && (dirtyElements.size > 0 || dirtyLeaves.size > 0 || tags.has(HISTORIC_TAG))) soon.soon();
  });
  const goTo = (index: number): void => {
    const hit = hits[index];
    if (!hit) return;
    current = index;
    editor.update(() => $selectHit(hit), { tag: PROGRAM_TAG });
    publish();
  };

  return {
    search(nextQuery, nextOptions) {
      query = nextQuery;
      options = nextOptions;
      current = -1;
      soon.now();
    },
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    getHits: () => hits,
    getCurrent: () => current,
    goTo,
    next(back = false) {
      if (hits.length === 0) return;
      goTo((current + (back ? -1 : 1) + hits.length) % hits.length);
    },
    replace(ids, replacement) {
      if (!editor.isEditable()) return 0;
      const chosen = hits.filter((hit) => ids.includes(hit.id));
      editor.update(() => $replaceHits(chosen, replacement), { discrete: true, tag: [HISTORY_PUSH_TAG, PROGRAM_TAG] });
      soon.now();
      return chosen.length;
    },
    stop() {
      stopUpdates();
      soon.stop();
      clearHighlights();
    },
  };
}

function $search(query: string, options: FindOptions): readonly Hit[] {
  return $paragraphs($getRoot()).flatMap((paragraph) =>
    findMatches(paragraph.text, query, options).map(({ start, end }) => ({
      id: `${paragraph.key}:${start}`,
      paragraph,
      start,
      end,
      ...hitText(paragraph.text, start, end),
    })),
  );
}

/** Every line of text under a node: blocks, and the paragraphs of cells. */
function $paragraphs(node: LexicalNode): ParagraphText[] {
  if (!$isElementNode(node)) return [];
  const children = $inlineNodes(node);
  if (children.some($isElementNode)) return children.flatMap($paragraphs);
  let text = "";
  const runs: TextRun[] = [];
  for (const child of children) {
    const part = child.getTextContent();
    // A chip or a year is one thing: its text is found only with the mark that stands for it.
    const isText = $isTextNode(child) && !$isBlankNode(child);
    runs.push({ key: child.getKey(), start: text.length, length: part.length, fixed: !isText || $isYearNode(child) });
    text += isText ? part : "\uFFFC".repeat(part.length);
  }
  return text === "" ? [] : [{ key: node.getKey(), text, runs }];
}

function $selectHit(hit: Hit): void {
  const selection = $createRangeSelection();
  const anchor = runAt(hit.paragraph, hit.start, "start");
  const focus = runAt(hit.paragraph, hit.end, "end");
  if (!anchor || !focus || !$isTextNode($getNodeByKey(anchor.key)) || !$isTextNode($getNodeByKey(focus.key))) return;
  selection.anchor.set(anchor.key, hit.start - anchor.start, "text");
  selection.focus.set(focus.key, hit.end - focus.start, "text");
  $setSelection(selection);
}

function runAt({ runs }: ParagraphText, offset: number, side: "start" | "end"): TextRun | undefined {
  return runs.find(({ start, length }) =>
    side === "start" ? offset >= start && offset < start + length : offset > start && offset <= start + length,
  );
}

/** Replaces from the end of each paragraph, so that the offsets before stay true. The first run's marks win. */
function $replaceHits(hits: readonly Hit[], replacement: string): void {
  for (const hit of [...hits].sort((a, b) => b.start - a.start)) $replaceHit(hit, replacement);
}

function $replaceHit({ paragraph, start, end }: Hit, replacement: string): void {
  let isFirst = true;
  for (const run of paragraph.runs) {
    const from = Math.max(start, run.start);
    const to = Math.min(end, run.start + run.length);
    if (from >= to) continue;
    const node = $getNodeByKey(run.key);
    if (!$isTextNode(node)) continue;
    $replaceIn(node, run, from - run.start, to - run.start, isFirst ? replacement : "");
    isFirst = false;
  }
}

function $replaceIn(node: TextNode, run: TextRun, from: number, to: number, text: string): void {
  if (run.fixed) {
    if (text === "") node.remove();
    else node.replace($createTextNode(text).setFormat(node.getFormat()));
    return;
  }
  node.spliceText(from, to - from, text, false);
  if (node.getTextContentSize() === 0) node.remove();
}
