import type { TextLine } from "./text-lines.ts";
import type { Inline, Script } from "../../document/blocks.ts";
import { joinRuns } from "../../document/join-runs.ts";

type Sign = { readonly sign: string; readonly script: Script | null };

const signsOf = ({ runs }: TextLine): readonly Sign[] =>
  runs.flatMap((run) =>
    run.kind === "text"
      ? Array.from(run.text, (sign) => ({ sign, script: run.script }))
      : [{ sign: "\n", script: null }],
  );

/**
 * A title with what is raised or lowered in its lines, as CO₂. Its text is `text`: joining its lines may have left out
 * or put in white space, and nothing else.
 */
export function titleContent(text: string, lines: readonly TextLine[]): readonly Inline[] {
  const signs = lines.flatMap(signsOf);
  if (signs.every(({ script }) => script === null)) return [{ kind: "text", text }];
  let at = 0;
  const content = Array.from(text, (sign): Inline => {
    while (signs[at] !== undefined && signs[at]?.sign !== sign && signs[at]?.sign.trim() === "") at += 1;
    const found = signs[at];
    if (found?.sign !== sign) return { kind: "text", text: sign };
    at += 1;
    return { kind: "text", text: sign, ...(found.script === null ? {} : { script: found.script }) };
  });
  return joinRuns(content);
}
