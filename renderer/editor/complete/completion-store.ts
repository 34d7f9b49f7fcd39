import { create } from "zustand";
import { type NameCompletion } from "../../../core/directory/complete-name.ts";

/** The names that are offered at the cursor, and where; none while nothing is offered. */
type Offered = {
  readonly names: readonly NameCompletion[];
  /** The one at hand; -1: the list has not been entered, and Enter is a new line as ever. */
  readonly selected: number;
  readonly rect: { readonly left: number; readonly top: number; readonly bottom: number };
};

const nothing: Offered = { names: [], selected: -1, rect: { left: 0, top: 0, bottom: 0 } };

export const useCompletion = create<Offered>()(() => nothing);

export const hideCompletion = (): void => {
  if (useCompletion.getState().names.length > 0) useCompletion.setState(nothing);
};
