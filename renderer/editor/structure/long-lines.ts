import { $isElementNode, HISTORIC_TAG, type LexicalEditor } from "lexical";
import { nodeIn } from "../session/lexical-internals.ts";

/**
 * Characters from which on a paragraph is shown as a long one: a writer's paragraphs stay below. At 4,000 the slices of
 * the shipped faces cost 10 ms a key, and from there on by the square.
 */
const LONG = 4_000;
const paragraphs = ":is(p, h1, .report-heading)";
/** Marks in a row between which no line may end. */
const endlessMarks = /[\p{P}\p{S}]{1000}/u;

/** Puts `data-long` on the elements of very long paragraphs, headings and titles: the style sheet sets them in whole faces. */
export function registerLongLines(editor: LexicalEditor): () => void {
  const stopUpdates = editor.registerUpdateListener(({ editorState, dirtyElements, tags }) => {
    // undo and redo put a state in whole
    if (tags.has(HISTORIC_TAG)) showAll(editor.getRootElement());
    for (const key of dirtyElements.keys()) {
      const node = nodeIn(editorState, key);
      const element = $isElementNode(node) && !node.isInline() ? editor.getElementByKey(key) : null;
      if (element?.matches(paragraphs)) show(element);
    }
  });
  const stopRoot = editor.registerRootListener(showAll);
  return () => {
    stopUpdates();
    stopRoot();
  };
}

function showAll(root: HTMLElement | null): void {
  for (const element of root?.querySelectorAll<HTMLElement>(paragraphs) ?? []) show(element);
}

function show(element: HTMLElement): void {
  const long = longOf(element.textContent);
  if (element.dataset["long"] === long) return;
  if (long === undefined) delete element.dataset["long"];
  else element.dataset["long"] = long;
}

/** What the style sheet has to know of a text; undefined: nothing. */
function longOf(text: string): "text" | "marks" | undefined {
  if (text.length < LONG) return undefined;
  return endlessMarks.test(text) ? "marks" : "text";
}
