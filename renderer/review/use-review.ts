import { useCallback, useSyncExternalStore } from "react";
import { type EditorReview, type ReviewSnapshot } from "../editor/review/editor-review.ts";
import { useStore } from "../store.ts";

/** One thing of the review as it stands; null while no report is open. `select` gives the same for the same snapshot. */
export function useReview<T>(select: (snapshot: ReviewSnapshot) => T): T | null {
  const review = useStore((state): EditorReview | null => state.editor?.review ?? null);
  const subscribe = useCallback(
    (listener: () => void): (() => void) => review?.subscribe(listener) ?? (() => undefined),
    [review],
  );
  return useSyncExternalStore(subscribe, () => (review ? select(review.getSnapshot()) : null));
}
