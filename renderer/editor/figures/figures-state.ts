import { $getRoot, $getState, $setState, createState } from "lexical";
import { type Figures, figuresSchema } from "../../../core/document/figures.ts";

const none: Figures = {};
const stored = figuresSchema.catch(none);

/** 数据台账: state of the root, stored with the body, so that there is one undo for text and ledger. */
const figuresState = createState("figures", {
  parse: (value): Figures => (value === undefined ? none : stored.parse(value)),
  isEqual: (a, b) => a === b || JSON.stringify(a) === JSON.stringify(b),
});

export function $readFigures(): Figures {
  return $getState($getRoot(), figuresState);
}

export function $writeFigures(figures: Figures): void {
  $setState($getRoot(), figuresState, figures);
}
