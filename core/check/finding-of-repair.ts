import type { Span } from "../document/place.ts";
import { placeIn } from "../document/placed-texts.ts";
import type { Repair } from "../repair/repair.ts";
import type { CheckText } from "./check-text.ts";
import { doctorRuleOf } from "./doctor-rule-of.ts";
import type { Finding, FindingPlace } from "./finding.ts";
import type { Rule } from "./rule.ts";

/** A text with the edits of one repair, from the first to the last of them. */
function editedStretch(text: string, edits: readonly (Span & { readonly text: string })[]) {
  const start = edits[0]?.start ?? 0;
  const end = edits.at(-1)?.end ?? start;
  let [words, at] = ["", start];
  for (const edit of edits) {
    words += text.slice(at, edit.start) + edit.text;
    at = edit.end;
  }
  return { start, end, words: words + text.slice(at, end) };
}

/** Where a repair edits, counted in the paragraph that it stands in, and that paragraph. */
function editsIn(repair: Repair, texts: readonly CheckText[]) {
  for (const text of texts) {
    const { owner } = text;
    const edits = repair.actions.flatMap((action) => {
      if (action.kind === "edit" && owner.kind === "paragraph") {
        const { at, start } = owner.paragraph;
        const { place } = action;
        if (place.row !== at.row || place.cell !== at.cell) return [];
        const span = { start: place.start - start, end: place.end - start };
        const fits = span.start >= 0 && span.end <= text.text.length;
        return fits && text.text.slice(span.start, span.end) === action.was ? [{ ...span, text: action.text }] : [];
      }
      return action.kind === "editElement" && owner.kind === "element" ? [action] : [];
    });
    if (edits.length > 0 && edits.length === repair.actions.length) return { text, edits };
  }
  return null;
}

function wholeLine(
  repair: Repair,
  [first]: readonly CheckText[],
): { readonly place: FindingPlace; readonly words: string } {
  const { block } = repair;
  if (first?.owner.kind !== "paragraph") return { place: { block, start: 0, end: 0 }, words: "" };
  const place = { ...placeIn(first.owner.paragraph, { start: 0, end: first.text.length }), block };
  return { place, words: first.text };
}

/** What a repair says as a finding: of words within a paragraph, of an ordinal, or of a whole line. */
function described(repair: Repair, texts: readonly CheckText[]): Pick<Finding, "place" | "text" | "fix"> {
  const { isSafe, actions } = repair;
  const inText = editsIn(repair, texts);
  if (inText !== null) {
    const { text, edits } = inText;
    const { start, end, words } = editedStretch(text.text, edits);
    const { owner } = text;
    const place: FindingPlace =
      owner.kind === "element"
        ? { element: owner.element, entry: owner.entry, start, end }
        : placeIn(owner.paragraph, { start, end });
    return { place, text: text.text.slice(start, end), fix: { text: words, isSafe, actions } };
  }
  const { place, words } = wholeLine(repair, texts);
  const [action] = actions;
  if (action?.kind === "split")
    return { place: action.place, text: repair.before, fix: { text: repair.after, isSafe, actions } };
  const isOrdinal = action?.kind === "number";
  return { place, text: isOrdinal ? repair.before : words, fix: { text: repair.after, isSafe, actions } };
}

/** What a repair of the import doctor says to somebody who checks a report; nothing where its rule was not chosen. */
export function findingOfRepair(
  repair: Repair,
  texts: readonly CheckText[],
  chosen: ReadonlySet<Rule>,
): readonly Finding[] {
  const rule = doctorRuleOf(repair);
  if (rule === null || !chosen.has(rule)) return [];
  const { id, source, strength, severity, message } = rule;
  return [{ rule: id, source, strength, severity, message, ...described(repair, texts) }];
}
