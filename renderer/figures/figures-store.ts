import { create } from "zustand";
import { type Figures } from "../../core/document/figures.ts";
import { type Block } from "../../core/document/blocks.ts";
import { type ShownProposal } from "../../core/figures/shown-proposals.ts";
import { setPanels, useStore } from "../store.ts";

/** What the text could bind, and the very blocks that were looked at. */
type Proposed = { readonly proposals: readonly ShownProposal[]; readonly blocks: readonly Block[] };

type FiguresState = {
  readonly figures: Figures;
  /** Places of the text by the figures' ids. */
  readonly counts: ReadonlyMap<string, number>;
  /** Null until the text was looked at. */
  readonly proposed: Proposed | null;
  /** What is left of it: neither bound nor 不是数据. */
  readonly open: readonly ShownProposal[];
  /** The proposal at hand. */
  readonly proposal: string | null;
  /** The figure at hand. */
  readonly current: string | null;
  /** Its fields are shown. */
  readonly isOpen: boolean;
  /** The row of the figure at hand is to take the keyboard. */
  readonly takesKeyboard: boolean;
  /** The panel shows the ledger, or all proposals. */
  readonly view: "ledger" | "proposals";
};

const nothing: readonly never[] = [];

const startState: FiguresState = {
  figures: {},
  counts: new Map(),
  proposed: null,
  open: nothing,
  proposal: null,
  current: null,
  isOpen: false,
  takesKeyboard: false,
  view: "ledger",
};

/** 数据台账 as its panel shows it. */
export const useFigures = create<FiguresState>()(() => startState);

/** Another report was opened. */
export function beginFigures(): void {
  useFigures.setState(startState);
}

/** Puts a figure at hand: its places light up in the page. */
export function takeFigure(
  id: string | null,
  change: Partial<Pick<FiguresState, "isOpen" | "takesKeyboard">> = {},
): void {
  const { current, isOpen } = useFigures.getState();
  useFigures.setState({ current: id, isOpen: id === current && isOpen, view: "ledger", ...change });
}

/** Opens the panel with a figure's fields. */
export function openFigure(id: string, takesKeyboard: boolean): void {
  setPanels({ right: true, rightTab: "figures", hits: false });
  takeFigure(id, { isOpen: true, takesKeyboard });
}

/** The ledger of the open report as it is at this moment. */
export const ledgerNow = (): Figures => useStore.getState().editor?.figures.read() ?? {};
