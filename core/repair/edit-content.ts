import type { Inline } from "../document/blocks.ts";
import { inlineText } from "../document/content-text.ts";
import { isToken } from "../document/inline-traits.ts";
import { joinRuns } from "../document/join-runs.ts";
import type { Span } from "../document/place.ts";
import { lengthOf } from "../document/slice-content.ts";

/** New words for a stretch of a paragraph. */
export type Edit = Span & { readonly was: string; readonly text: string };

/** The edits that still fit the text, in order, without overlaps. */
function validEdits(edits: readonly Edit[], text: string): readonly Edit[] {
  let end = 0;
  return [...edits]
    .sort((one, other) => one.start - other.start)
    .filter((edit) => {
      const isValid = edit.start >= end && text.slice(edit.start, edit.end) === edit.was;
      if (isValid) end = edit.end;
      return isValid;
    });
}

/** The text of one edited paragraph of 公文要素. */
export function editText(text: string, edits: readonly Edit[]): string {
  let edited = "";
  let at = 0;
  for (const { start, end, text: words } of validEdits(edits, text)) {
    edited += text.slice(at, start) + words;
    at = end;
  }
  return edited + text.slice(at);
}

/** The words of one run with the edits that touch it; what comes in stands in the run in which its edit begins. */
function editRun(run: string, start: number, edits: readonly Edit[]): string {
  const end = start + run.length;
  let text = "";
  let kept = start;
  for (const edit of edits) {
    if (edit.start > kept) text += run.slice(kept - start, edit.start - start);
    if (edit.start >= start) text += edit.text;
    kept = Math.min(end, edit.end);
  }
  return text + run.slice(kept - start);
}

/**
 * Writes edits into a paragraph. New words take the face and the review mark of the run in which their edit begins;
 * blanks, years and figures stay what they are.
 */
export function editContent(content: readonly Inline[], edits: readonly Edit[], year: number): readonly Inline[] {
  const valid = validEdits(edits, inlineText(content, year));
  const edited: Inline[] = [];
  let start = 0;
  let next = 0;
  for (const inline of content) {
    const end = start + lengthOf(inline, year);
    while ((valid[next]?.end ?? Infinity) <= start) next += 1;
    let last = next;
    while ((valid[last]?.start ?? Infinity) < end) last += 1;
    const own = valid.slice(next, last);
    if (isToken(inline)) edited.push(inline);
    else if (inline.kind === "text") {
      const text = editRun(inline.text, start, own);
      if (text !== "") edited.push({ ...inline, text });
    } else if (own.length === 0) edited.push(inline);
    start = end;
  }
  return joinRuns(edited);
}
