import { $getNodeByKey, type LexicalEditor, type NodeKey } from "lexical";
import { type Figures } from "../../../core/document/figures.ts";
import { isConfirmed } from "../../../core/figures/is-confirmed.ts";
import { $isFigureNode, FigureNode } from "../nodes/figure-node.ts";

export type FigureView = {
  /** Shows every figure in its state in `figures`, and the places of the one at hand. */
  readonly show: (figures: Figures, current: string | null) => void;
  /** The places of a figure on the page, in order. */
  readonly elementsOf: (id: string) => readonly HTMLElement[];
  readonly keys: () => Iterable<NodeKey>;
  readonly stop: () => void;
};

/**
 * How figures look on the page: attributes of their elements, which the editor library leaves alone, so that showing a
 * state touches neither the text nor its history. Only the open panel gives them a colour.
 */
export function createFigureView(editor: LexicalEditor): FigureView {
  const ids = new Map<NodeKey, string>();
  let states: ReadonlyMap<string, string> = new Map();
  let shownCurrent: string | null = null;
  const dress = (key: NodeKey, id: string): void => {
    const element = editor.getElementByKey(key);
    if (!element) return;
    setAttribute(element, "data-figure", states.get(id));
    setAttribute(element, "data-figure-current", id === shownCurrent ? "" : undefined);
  };
  const stop = editor.registerMutationListener(FigureNode, (mutations) => {
    editor.getEditorState().read(() => {
      for (const [key, mutation] of mutations) {
        const node = mutation === "destroyed" ? null : $getNodeByKey(key);
        if (!$isFigureNode(node)) {
          ids.delete(key);
          continue;
        }
        ids.set(key, node.getFigureId());
        dress(key, node.getFigureId());
      }
    });
  });
  return {
    show(figures, current) {
      states = new Map(Object.keys(figures).map((id) => [id, stateOf(figures, id)]));
      shownCurrent = current;
      for (const [key, id] of ids) dress(key, id);
    },
    elementsOf(id) {
      const all = [...ids].flatMap(([key, own]) => (own === id ? (editor.getElementByKey(key) ?? []) : []));
      return all.toSorted((one, other) =>
        (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) === 0 ? 1 : -1,
      );
    },
    keys: () => ids.keys(),
    stop,
  };
}

function stateOf(figures: Figures, id: string): string {
  const isDerived = figures[id]?.formula !== null;
  if (isDerived) return "derived";
  return isConfirmed(figures, id) ? "confirmed" : "open";
}

function setAttribute(element: HTMLElement, name: string, value: string | undefined): void {
  if (value === undefined) {
    if (element.hasAttribute(name)) element.removeAttribute(name);
  } else if (element.getAttribute(name) !== value) element.setAttribute(name, value);
}
