import type { Inline, Script } from "../../document/blocks.ts";
import { joinRuns } from "../../document/join-runs.ts";
import type { DocumentRun, TextRun } from "./document-items.ts";

/**
 * `emphasis`: bold counts where it sets a part of a paragraph apart from the rest; `all`: as the file says;
 * `none`: where the layout decides.
 */
export type BoldRule = { readonly keepsBold: "emphasis" | "all" | "none" };

/** Bold all over is a look, not an emphasis. */
function hasEmphasis(runs: readonly DocumentRun[]): boolean {
  const written = runs.filter((run) => run.kind === "text" && run.text.trim() !== "");
  return (
    written.some((run) => run.kind === "text" && run.bold) && written.some((run) => run.kind === "text" && !run.bold)
  );
}

/** A line of raised text is a look; numbers and words among others mean something by it. */
const scriptOf = ({ script }: TextRun): { readonly script?: Script } => (script === null ? {} : { script });

/** Runs as the content of a block: neighbours that look alike in a report are one. */
export function inlineOf(runs: readonly DocumentRun[], { keepsBold }: BoldRule): readonly Inline[] {
  const isBoldKept = keepsBold === "all" || (keepsBold === "emphasis" && hasEmphasis(runs));
  const content: Inline[] = [];
  for (const run of runs) {
    if (run.kind === "break") {
      content.push(run);
      continue;
    }
    const look = { ...(isBoldKept && run.bold ? { bold: true as const } : {}), ...scriptOf(run) };
    if (run.text !== "") content.push({ kind: "text", text: run.text, ...look });
  }
  return joinRuns(content);
}

/** Part of the runs, by places in their text, where a soft line break counts one. */
export function sliceRuns(runs: readonly DocumentRun[], from: number, to: number): readonly DocumentRun[] {
  const part: DocumentRun[] = [];
  let start = 0;
  for (const run of runs) {
    const length = run.kind === "text" ? run.text.length : 1;
    const begin = Math.max(from, start);
    const end = Math.min(to, start + length);
    if (begin < end)
      part.push(run.kind === "text" ? { ...run, text: run.text.slice(begin - start, end - start) } : run);
    start += length;
  }
  return part;
}
