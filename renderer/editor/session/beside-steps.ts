import { $getRoot, $getState, $setState, createState, HISTORIC_TAG, type LexicalEditor } from "lexical";

/** What is done together with a step in the text but outside it, as 公文要素 are; undo and redo of the step call it. */
export type BesideStep = { readonly undo: () => void; readonly redo: () => void };

/** How many such steps the text has taken. It counts within one sitting and is not stored. */
const stepsState = createState("besideSteps", {
  parse: (value) => (typeof value === "number" ? value : 0),
  unparse: () => undefined,
});

/** Keeps what stands beside the text in step with its undo and redo. */
export function registerBesideSteps(editor: LexicalEditor): {
  /** Ties `step` to the update that is running. */
  readonly $tie: (step: BesideStep) => void;
  readonly stop: () => void;
} {
  const steps: BesideStep[] = [];
  const $count = (): number => $getState($getRoot(), stepsState);
  const stop = editor.registerUpdateListener(({ editorState, prevEditorState, tags }) => {
    if (!tags.has(HISTORIC_TAG)) return;
    const before = prevEditorState.read($count);
    const now = editorState.read($count);
    for (const step of steps.slice(now, before).toReversed()) step.undo();
    for (const step of steps.slice(before, now)) step.redo();
  });
  return {
    $tie(step) {
      const count = $count();
      steps.splice(count, Infinity, step);
      $setState($getRoot(), stepsState, count + 1);
    },
    stop,
  };
}
