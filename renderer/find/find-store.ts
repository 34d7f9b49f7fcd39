import { create } from "zustand";
import { type FindOptions } from "../editor/find/find-matches.ts";
import { setPanels, useStore } from "../store.ts";
import { type HitChoice } from "./hit-choice.ts";

export type SearchOptions = Omit<FindOptions, "judged">;

type FindState = {
  readonly query: string;
  readonly replacement: string;
  readonly options: SearchOptions;
  /** What the writer chose otherwise than it was at first. */
  readonly choice: HitChoice;
  /** A replacement is under way. */
  readonly busy: boolean;
  /** Counts how often the box was asked for: each time its text is selected. */
  readonly calls: number;
};

/** What is looked for. Shared by the box over the page and the list in the panel. */
export const useFind = create<FindState>()(() => ({
  query: "",
  replacement: "",
  options: { matchCase: false, wholeWord: false },
  choice: new Map(),
  busy: false,
  calls: 0,
}));

/**
 * Opens the box, or returns to it; who replaces and asks for find keeps the second line. Where something is to be
 * replaced the hits are listed: what is chosen must be in sight.
 */
export function openFind(mode: "find" | "replace"): void {
  const { panels } = useStore.getState();
  if (mode === "replace") setPanels({ find: "replace", hits: true });
  else if (panels.find === "closed") setPanels({ find: "find" });
  useFind.setState(({ calls }) => ({ calls: calls + 1 }));
}

/** Closes box and list; the cursor stands on the hit that was looked at. */
export function closeFind(): void {
  useStore.getState().editor?.find.enter();
  setPanels({ find: "closed", hits: false });
}
