import type { Body } from "./body.ts";
import type { Figures } from "./figures.ts";

/** The figures that a body carries. They are part of it, so that the editor's undo takes them back like its text. */
export const figuresIn = (body: Body): Figures => body.root.$?.figures ?? {};

export function withFigures(body: Body, figures: Figures): Body {
  if (Object.keys(figures).length === 0) return body;
  return { ...body, root: { ...body.root, $: { ...body.root.$, figures } } };
}

/** The ids of the replacements that a body carries. */
export const replacementsIn = (body: Body): readonly string[] => body.root.$?.replacements ?? [];
