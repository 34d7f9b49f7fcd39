import { $isMarkNode, MarkNode } from "@lexical/mark";
import { $getNodeByKey, type LexicalEditor, type NodeKey } from "lexical";
import { type ReviewEntry } from "../../../core/document/review-entries.ts";
import { reviewIdOf } from "./line-text.ts";

type Look = { readonly state: string; readonly title: string };

export type MarkView = {
  /** Shows every mark in the state of its item. */
  readonly show: (entries: readonly ReviewEntry[], current: string | null) => void;
  readonly elementsOf: (id: string) => readonly HTMLElement[];
  readonly stop: () => void;
};

/**
 * How marks look on the page: attributes of their elements, which the editor library leaves alone, so that showing a
 * state touches neither the text nor its history.
 */
export function createMarkView(editor: LexicalEditor): MarkView {
  const ids = new Map<NodeKey, string>();
  let looks: ReadonlyMap<string, Look> = new Map();
  let shownCurrent: string | null = null;
  const dress = (key: NodeKey, id: string): void => {
    const element = editor.getElementByKey(key);
    if (!element) return;
    const look = looks.get(id);
    setAttribute(element, "data-review", look?.state);
    setAttribute(element, "title", look?.title);
    setAttribute(element, "data-current", id === shownCurrent ? "" : undefined);
  };
  const stop = editor.registerMutationListener(MarkNode, (mutations) => {
    editor.getEditorState().read(() => {
      for (const [key, mutation] of mutations) {
        const node = mutation === "destroyed" ? null : $getNodeByKey(key);
        if (!$isMarkNode(node)) {
          ids.delete(key);
          continue;
        }
        ids.set(key, reviewIdOf(node));
        dress(key, reviewIdOf(node));
      }
    });
  });
  return {
    show(entries, current) {
      looks = new Map(entries.map((entry) => [entry.id, lookOf(entry)]));
      shownCurrent = current;
      for (const [key, id] of ids) dress(key, id);
    },
    elementsOf: (id) => [...ids].flatMap(([key, own]) => (own === id ? (editor.getElementByKey(key) ?? []) : [])),
    stop,
  };
}

/** An attribute is written only when it changes: the page is not laid out anew for nothing. */
function setAttribute(element: HTMLElement, name: string, value: string | undefined): void {
  if (value === undefined) {
    if (element.hasAttribute(name)) element.removeAttribute(name);
  } else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}

function lookOf({ state, text, by, proposed }: ReviewEntry): Look {
  const who = by === "" ? "" : `，${by}`;
  const last = `去年为${text}`;
  if (state === "pending") return { state, title: `待核：${last}` };
  if (state === "kept") return { state, title: `沿用：${last}${who}` };
  return { state, title: `${proposed !== null && by === "" ? "已推到本年度" : "已更新"}：${last}${who}` };
}
