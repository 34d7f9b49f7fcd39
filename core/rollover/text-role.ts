import type { Block } from "../document/blocks.ts";
import type { TextRole } from "./text-view.ts";

/** What a paragraph of a block is: in a run-in heading the first is the heading, the second goes on as text. */
export function roleOf({ kind }: Pick<Block, "kind">, paragraph: number): TextRole {
  if (kind === "title") return "title";
  if (kind === "heading" || (kind === "runInHeading" && paragraph === 0)) return "heading";
  return kind === "table" ? "cell" : "body";
}
