import type { Inline, Script } from "./blocks.ts";

/** How a run of text looks, by meaning: emphasis, and whether it is raised or lowered (m², H₂O). */
export type Look = { readonly bold?: true; readonly script?: Script };
type LookOfRun = { readonly [P in keyof Look]: Look[P] | undefined };

/** The look of a run without its words; a soft break has none. */
export function lookOf(inline: Inline): Look {
  if (inline.kind === "break") return {};
  const script = inline.kind === "text" ? inline.script : undefined;
  return { ...(inline.bold === true ? { bold: true } : {}), ...(script === undefined ? {} : { script }) };
}

/** Whether two runs look alike. */
export const isSameLook = (one: LookOfRun, other: LookOfRun): boolean =>
  one.bold === other.bold && one.script === other.script;
