import {
  $createRangeSelection,
  $getNodeByKey,
  $isTextNode,
  $setSelection,
  HISTORIC_TAG,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  SKIP_DOM_SELECTION_TAG,
} from "lexical";
import { prepareJudging } from "../../../core/replace/judge-hits.ts";
import { writtenReplacement } from "../../../core/replace/written-replacement.ts";
import { type EditorFinder } from "../session/editor-handle.ts";
import { type FindOptions } from "./find-matches.ts";
import { $findHits, $textLines, type Hit } from "./find-hits.ts";
import { rangeOf } from "./highlights.ts";
import { $firstBehindCursor } from "./first-behind-cursor.ts";
import { createHitHighlights } from "./hit-highlights.ts";
import { revealRange } from "./reveal-range.ts";
import { $replaceHits, sentencesOf } from "./replace-hits.ts";
import { $noteReplacement } from "./replacements-state.ts";
import { PROGRAM_TAG } from "../structure/typing-rules.ts";
import { whenIdle } from "../session/when-idle.ts";

const SEARCH_QUIET_MS = 200;
/** Paragraphs cut into words in one go: a few milliseconds. */
const PREPARED_AT_ONCE = 40;

/** Find and replace over the living text. Hits run across bold and other marks, but not across paragraphs. */
export function createFinder(editor: LexicalEditor): EditorFinder & { stop(): void } {
  const listeners = new Set<() => void>();
  const highlights = createHitHighlights(editor);
  let query = "";
  let options: FindOptions = { matchCase: false, wholeWord: false, judged: false };
  let hits: readonly Hit[] = [];
  let current = -1;
  /** The text changed since the last search. */
  let isOld = false;

  const publish = (): void => {
    highlights.show(hits, current);
    listeners.forEach((listener) => listener());
  };
  const searchAgain = (): void => {
    const place = hits[current];
    isOld = false;
    hits = query === "" ? [] : editor.getEditorState().read(() => $findHits(query, options));
    const same = place ? hits.findIndex((hit) => hit.id === place.id) : -1;
    if (same >= 0) current = same;
    else if (current < 0) current = editor.getEditorState().read(() => $firstBehindCursor(hits));
    else current = Math.min(current, hits.length - 1);
    publish();
  };
  /** Scrolls to the hit at hand; cursor and keyboard stay where they are. */
  const reveal = (): void => {
    const hit = hits[current];
    const page = editor.getRootElement();
    const range = hit && page && rangeOf(editor, hit);
    if (range) revealRange(range, page);
  };
  const soon = whenIdle(SEARCH_QUIET_MS, searchAgain);
  const stopUpdates = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
    if (query === "" || (dirtyElements.size === 0 && dirtyLeaves.size === 0 && !tags.has(HISTORIC_TAG))) return;
    isOld = true;
    soon.soon();
  });
  const goTo = (index: number): void => {
    const hit = hits[index];
    if (!hit) return;
    current = index;
    // The cursor comes along, so that outline and panels follow; the keyboard stays in the box.
    editor.update(() => $enterHit(hit), { tag: [PROGRAM_TAG, SKIP_DOM_SELECTION_TAG] });
    publish();
    reveal();
  };

  /** Cuts the text into words while nobody waits: the first look through a long report is the slow one. */
  let stopPreparing = (): void => undefined;
  const prepare = (): void => {
    stopPreparing();
    const texts = editor.getEditorState().read(() => $textLines().map(({ text }) => text));
    let at = 0;
    let idle = 0;
    const step = (): void => {
      prepareJudging(texts.slice(at, (at += PREPARED_AT_ONCE)));
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
      reveal();
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
    enter() {
      const hit = hits[current];
      if (hit) editor.update(() => $enterHit(hit), { tag: PROGRAM_TAG });
      editor.focus();
    },
    currentRect() {
      const hit = hits[current];
      return (hit && rangeOf(editor, hit)?.getBoundingClientRect()) ?? null;
    },
    replace(ids, typed, recordId) {
      // What was typed meanwhile has moved the hits
      if (isOld) searchAgain();
      const chosen = hits.filter(({ id, judgement }) => ids.has(id) && judgement?.lockedBy === null);
      if (!editor.isEditable() || chosen.length === 0) return [];
      const replacement = writtenReplacement(typed);
      const change = (): void => {
        $replaceHits(chosen, replacement);
        $noteReplacement(recordId);
      };
      const tag = [HISTORY_PUSH_TAG, PROGRAM_TAG];
      // to put the cursor into the page anew would lay all of it out at once; the panel has the keyboard
      if (!editor.getRootElement()?.contains(document.activeElement)) tag.push(SKIP_DOM_SELECTION_TAG);
      const last = chosen.at(-1);
      const before = last ? hits.indexOf(last) - chosen.length + 1 : 0;
      editor.update(change, { discrete: true, tag });
      soon.now();
      if (last) goTo(indexBehind(hits, before, last, replacement, chosen));
      return sentencesOf(chosen, replacement);
    },
    stop() {
      stopUpdates();
      stopPreparing();
      soon.stop();
      highlights.stop();
    },
  };
}

/**
 * The hit to go on with after replacing: the first behind what was put in last, so that a replacement that holds the
 * searched words is not found again; behind the end the first one of all.
 */
function indexBehind(
  hits: readonly Hit[],
  from: number,
  last: Hit,
  replacement: string,
  replaced: readonly Hit[],
): number {
  const grown = replaced
    .filter(({ paragraph }) => paragraph.key === last.paragraph.key)
    .reduce((sum, { start, end }) => sum + replacement.length - (end - start), 0);
  const behind = last.end + grown;
  const next = hits.findIndex(
    ({ paragraph, start }, index) => index >= from && (paragraph.key !== last.paragraph.key || start >= behind),
  );
  return Math.max(next, 0);
}

/** The cursor before a hit: nothing is selected that a key could take away. Before the whole of a blank or a year. */
function $enterHit({ paragraph, start }: Hit): void {
  const run = paragraph.runs.find((one) => start >= one.start && start < one.start + one.length);
  const node = run && $getNodeByKey(run.key);
  if (!run || !$isTextNode(node)) return;
  const selection = $createRangeSelection();
  const offset = run.lockedBy === null ? start - run.start : 0;
  selection.anchor.set(run.key, offset, "text");
  selection.focus.set(run.key, offset, "text");
  $setSelection(selection);
}
