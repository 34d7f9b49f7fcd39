import {
  $createRangeSelection,
  $getNodeByKey,
  $getRoot,
  $isElementNode,
  $isTextNode,
  $setSelection,
  HISTORIC_TAG,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  type LexicalNode,
} from "lexical";
import { prepareWords } from "../../core/replace/document-words.ts";
import { judgeHits } from "../../core/replace/judge-hits.ts";
import { replacedSentences, type ReplacedSentence } from "../../core/replace/replaced-sentences.ts";
import { writtenReplacement } from "../../core/replace/written-replacement.ts";
import { type EditorFinder, type FindHit, type FindOptions } from "./editor-handle.ts";
import { findMatches, hitText, type ParagraphText, type TextRun } from "./find-matches.ts";
import { clearHighlights, showHighlights } from "./highlights.ts";
import { $inlineNodes } from "./inline-nodes.ts";
import { $isBlankNode } from "./nodes/blank-node.ts";
import { $isYearNode } from "./nodes/year-node.ts";
import { $noteReplacement } from "./replacements-state.ts";
import { PROGRAM_TAG } from "./typing-rules.ts";
import { whenIdle } from "./when-idle.ts";

const SEARCH_QUIET_MS = 200;
/** Paragraphs cut into words in one go: a few milliseconds. */
const PREPARED_AT_ONCE = 40;

type Hit = FindHit & {
  readonly paragraph: ParagraphText;
  readonly start: number;
  readonly end: number;
};

/** Find and replace over the living text. Hits run across bold and other marks, but not across paragraphs. */
export function createFinder(editor: LexicalEditor): EditorFinder & { stop(): void } {
  const listeners = new Set<() => void>();
  let query = "";
  let options: FindOptions = { matchCase: false, wholeWord: false, judged: false };
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

  /** Cuts the text into words while nobody waits: the first look through a long report is the slow one. */
  let stopPreparing = (): void => undefined;
  const prepare = (): void => {
    stopPreparing();
    const texts = editor.getEditorState().read(() => $paragraphs($getRoot(), true).map(({ text }) => text));
    let at = 0;
    let idle = 0;
    const step = (): void => {
      prepareWords(texts.slice(at, (at += PREPARED_AT_ONCE)));
      if (at < texts.length) idle = requestIdleCallback(step, { timeout: 200 });
    };
    idle = requestIdleCallback(step, { timeout: 200 });
    stopPreparing = () => cancelIdleCallback(idle);
  };

  return {
    search(nextQuery, nextOptions) {
      if (nextOptions.judged && !options.judged) prepare();
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
    replace(ids, typed, recordId) {
      // What was typed meanwhile has moved the hits
      searchAgain();
      const chosen = hits.filter(({ id, judgement }) => ids.has(id) && judgement?.lockedBy === null);
      if (!editor.isEditable() || chosen.length === 0) return [];
      const replacement = writtenReplacement(typed);
      const change = (): void => {
        $replaceHits(chosen, replacement);
        $noteReplacement(recordId);
      };
      editor.update(change, { discrete: true, tag: [HISTORY_PUSH_TAG, PROGRAM_TAG] });
      soon.now();
      return sentencesOf(chosen, replacement);
    },
    stop() {
      stopUpdates();
      stopPreparing();
      soon.stop();
      clearHighlights();
    },
  };
}

function $search(query: string, options: FindOptions): readonly Hit[] {
  const paragraphs = $paragraphs($getRoot(), options.judged).map((paragraph) => {
    const matches = findMatches(paragraph.text, query, options);
    return { paragraph, text: paragraph.text, matches, locked: matches.length === 0 ? [] : lockedSpans(paragraph) };
  });
  const judged = options.judged ? judgeHits(paragraphs) : null;
  return paragraphs.flatMap(({ paragraph, text, matches }, index) =>
    matches.map(({ start, end }, at) => ({
      id: `${paragraph.key}:${start}`,
      paragraph,
      start,
      end,
      ...hitText(text, start, end),
      judgement: judged?.[index]?.[at] ?? null,
    })),
  );
}

const lockedSpans = ({ runs }: ParagraphText) =>
  runs.flatMap(({ start, length, lockedBy }) =>
    lockedBy === null ? [] : [{ start, end: start + length, by: lockedBy }],
  );

/** Every line of text under a node: blocks, and the paragraphs of cells. */
function $paragraphs(node: LexicalNode, withBlanks: boolean): ParagraphText[] {
  if (!$isElementNode(node)) return [];
  const children = $inlineNodes(node);
  if (children.some($isElementNode)) return children.flatMap((child) => $paragraphs(child, withBlanks));
  let text = "";
  const runs: TextRun[] = [];
  for (const child of children) {
    const part = child.getTextContent();
    const lockedBy = $isBlankNode(child) ? "blank" : $isYearNode(child) ? "year" : null;
    runs.push({ key: child.getKey(), start: text.length, length: part.length, lockedBy });
    // A chip is one thing: while nothing is replaced, its text is not looked through.
    const isText = $isTextNode(child) && (lockedBy !== "blank" || withBlanks);
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

function byParagraph(hits: readonly Hit[]): readonly (readonly Hit[])[] {
  const paragraphs = new Map<string, Hit[]>();
  for (const hit of hits) {
    const known = paragraphs.get(hit.paragraph.key);
    if (known === undefined) paragraphs.set(hit.paragraph.key, [hit]);
    else known.push(hit);
  }
  return [...paragraphs.values()];
}

const sentencesOf = (hits: readonly Hit[], replacement: string): readonly ReplacedSentence[] =>
  byParagraph(hits).flatMap((together) =>
    replacedSentences(
      together.flatMap(({ judgement }) => judgement ?? []),
      replacement,
    ),
  );

/** Replaces from the end of each paragraph, so that the offsets before stay true. The first run's marks win. */
function $replaceHits(hits: readonly Hit[], replacement: string): void {
  for (const together of byParagraph(hits)) {
    for (const hit of together.toReversed()) $replaceHit(hit, replacement);
  }
}

function $replaceHit({ paragraph, start, end }: Hit, replacement: string): void {
  let isFirst = true;
  for (const run of paragraph.runs) {
    const from = Math.max(start, run.start);
    const to = Math.min(end, run.start + run.length);
    if (from >= to) continue;
    const node = $getNodeByKey(run.key);
    if (!$isTextNode(node)) continue;
    node.spliceText(from - run.start, to - from, isFirst ? replacement : "", false);
    if (node.getTextContentSize() === 0) node.remove();
    isFirst = false;
  }
}
