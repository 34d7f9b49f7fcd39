import { type NodeKey } from "lexical";
import { flushSync } from "react-dom";
import { create } from "zustand";
import { announce } from "../../ui/toast.tsx";

/** The value that is being entered at one place of a figure. */
type FigureEntry = {
  /** Of the figure in the text. */
  readonly key: NodeKey;
  /** What was typed first; null: the value as it stands, selected. */
  readonly typed: string | null;
  /** Counts the entries, so that each has a field of its own. */
  readonly count: number;
};

type EntryState = {
  readonly entry: FigureEntry | null;
  /** What is written at the moment and why it cannot be taken; told again where the field has to go. */
  readonly refused: { readonly words: string; readonly problem: string } | null;
};

export const useFigureEntry = create<EntryState>()(() => ({ entry: null, refused: null }));

/** Opens the field over a figure and takes the keyboard there. What an older field held and was refused is told. */
export function beginEntry(key: NodeKey, typed: string | null): void {
  const { entry } = useFigureEntry.getState();
  tellRefused();
  flushSync(() => useFigureEntry.setState({ entry: { key, typed, count: (entry?.count ?? 0) + 1 }, refused: null }));
}

export function endEntry(): void {
  useFigureEntry.setState({ entry: null, refused: null });
}

/** A refused entry whose field goes away is not lost without a word. */
export function tellRefused(): void {
  const { refused } = useFigureEntry.getState();
  if (refused === null) return;
  announce({ message: `没有改：${refused.problem}`, tone: "failure" });
  useFigureEntry.setState({ refused: null });
}
