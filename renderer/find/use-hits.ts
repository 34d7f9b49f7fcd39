import { useMemo, useSyncExternalStore } from "react";
import { type EditorFinder, type FindHit } from "../editor/session/editor-handle.ts";
import { chosenOf, type ListedHit } from "./hit-choice.ts";
import { useFind } from "./find-store.ts";

export type ShownHits = {
  readonly hits: readonly FindHit[];
  /** Index of the hit at hand, or -1. */
  readonly current: number;
  /** Those that were judged for replacing. */
  readonly listed: readonly ListedHit[];
  readonly chosen: readonly ListedHit[];
  readonly currentHit: ListedHit | undefined;
};

/** What was found, as it is now. */
export function useHits(finder: EditorFinder): ShownHits {
  const hits = useSyncExternalStore(finder.subscribe, finder.getHits);
  const current = useSyncExternalStore(finder.subscribe, finder.getCurrent);
  const choice = useFind((state) => state.choice);
  const listed = useMemo(
    () => hits.flatMap(({ id, judgement }): ListedHit[] => (judgement === null ? [] : [{ ...judgement, id }])),
    [hits],
  );
  const chosen = useMemo(() => chosenOf(listed, choice), [listed, choice]);
  const hit = hits[Math.max(current, 0)];
  return { hits, current, listed, chosen, currentHit: listed.find(({ id }) => id === hit?.id) };
}
