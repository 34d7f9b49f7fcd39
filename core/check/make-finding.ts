import type { Span } from "../document/place.ts";
import { spanIn } from "../document/placed-texts.ts";
import { rangeAt } from "../rollover/ranges.ts";
import type { CheckText } from "./check-text.ts";
import { type CheckedBlock, placeOf } from "./checked-report.ts";
import { type Finding, type FindingPlace, type Fix, isElementPlace } from "./finding.ts";
import type { Found, FoundInReport, Rule } from "./rule.ts";

const isLocked = ({ locked }: CheckText, place: Span): boolean => rangeAt(locked, place) !== undefined;

/** New words for a stretch of a text; none where writing there would settle a review item or cut a blank. */
function fixOf(text: CheckText, span: Span, words: string | undefined, isSafe: boolean): Fix | null {
  const was = text.text.slice(span.start, span.end);
  if (words === undefined || was === "" || isLocked(text, span)) return null;
  const { owner } = text;
  if (owner.kind === "element") {
    const { element, entry } = owner;
    return { text: words, isSafe, actions: [{ kind: "editElement", element, entry, ...span, was, text: words }] };
  }
  const place = placeOf(text, span, owner.paragraph.at.block);
  return place === null ? null : { text: words, isSafe, actions: [{ kind: "edit", place, was, text: words }] };
}

function placeIn(text: CheckText, { start, end }: Span): FindingPlace {
  const { owner } = text;
  if (owner.kind === "element") return { element: owner.element, entry: owner.entry, start, end };
  return placeOf(text, { start, end }, owner.paragraph.at.block) ?? { block: 0, start, end };
}

const said = ({ id, source, strength, severity, message }: Rule, own: string | undefined) => ({
  rule: id,
  source,
  strength,
  severity,
  message: own ?? message,
});

/** What a rule found in one paragraph. */
export function findingOf(rule: Rule, text: CheckText, found: Found): Finding {
  const { start, end } = found;
  return {
    ...said(rule, found.message),
    place: placeIn(text, found),
    text: text.text.slice(start, end),
    fix: fixOf(text, { start, end }, found.fix, found.isSafe === true),
  };
}

/** The paragraph of a block that a place stands in, and the place as a stretch of it. */
function textAt(checked: readonly CheckedBlock[], place: FindingPlace) {
  if (isElementPlace(place)) return null;
  for (const text of checked[place.block]?.texts ?? []) {
    const { owner } = text;
    if (owner.kind === "element") continue;
    const { at } = owner.paragraph;
    const span = spanIn(owner.paragraph, place);
    if (at.row === place.row && at.cell === place.cell && span.start >= 0 && span.end <= text.text.length) {
      return { text, span };
    }
  }
  return null;
}

/** What a rule found in a report. */
export function findingInReport(rule: Rule, checked: readonly CheckedBlock[], found: FoundInReport): Finding {
  const { place, message } = found;
  const at = textAt(checked, place);
  const fix = at === null ? null : fixOf(at.text, at.span, found.fix, found.isSafe === true);
  const moved = fix?.actions.map((action) =>
    action.kind === "edit" && !isElementPlace(place)
      ? { ...action, place: { ...action.place, block: place.block } }
      : action,
  );
  return {
    ...said(rule, message),
    place,
    text: at === null ? "" : at.text.text.slice(at.span.start, at.span.end),
    fix: fix === null || moved === undefined ? null : { ...fix, actions: moved },
  };
}
