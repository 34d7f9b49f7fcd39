import {
  $getNodeByKey,
  HISTORIC_TAG,
  HISTORY_MERGE_TAG,
  type LexicalEditor,
  type NodeKey,
  SKIP_DOM_SELECTION_TAG,
  SKIP_SCROLL_INTO_VIEW_TAG,
} from "lexical";
import { $isYearNode, YearNode } from "../nodes/year-node.ts";
import { PROGRAM_TAG } from "./typing-rules.ts";

/** Marks updates that only show what follows from elsewhere: nothing of the text has changed by them. */
export const DERIVED_TAG = "nianbao-derived";

export type Years = {
  readonly set: (year: number) => void;
  readonly get: () => number;
  readonly stop: () => void;
};

/**
 * Keeps the years in the text with 报告年度. A change of the year is no undo step of its own; a state that undo
 * brings back, which may show another year, is brought up to the current one again.
 */
export function registerYears(editor: LexicalEditor, startYear: number): Years {
  let reportYear = startYear;
  const keys = new Set<NodeKey>();
  const show = (): void => {
    const wrong = editor.getEditorState().read(() => [...keys].some((key) => !$showsYear(key, reportYear)));
    if (!wrong) return;
    editor.update(
      () => {
        for (const key of keys) {
          const node = $getNodeByKey(key);
          if ($isYearNode(node) && !$showsYear(key, reportYear))
            node.setTextContent(String(reportYear + node.getOffset()));
        }
      },
      { tag: [HISTORY_MERGE_TAG, PROGRAM_TAG, DERIVED_TAG, SKIP_SCROLL_INTO_VIEW_TAG, SKIP_DOM_SELECTION_TAG] },
    );
  };
  const stopMutations = editor.registerMutationListener(YearNode, (mutations) => {
    for (const [key, mutation] of mutations) {
      if (mutation === "destroyed") keys.delete(key);
      else keys.add(key);
    }
  });
  const stopUpdates = editor.registerUpdateListener(({ tags, dirtyLeaves }) => {
    if (keys.size > 0 && (tags.has(HISTORIC_TAG) || [...dirtyLeaves].some((key) => keys.has(key)))) show();
  });
  return {
    set(year) {
      reportYear = year;
      show();
    },
    get: () => reportYear,
    stop() {
      stopMutations();
      stopUpdates();
    },
  };
}

function $showsYear(key: NodeKey, reportYear: number): boolean {
  const node = $getNodeByKey(key);
  return !$isYearNode(node) || node.getTextContent() === String(reportYear + node.getOffset());
}
