import { isElementPlace } from "../../core/check/finding.ts";
import { type KnownFinding } from "../../core/check/known-findings.ts";
import { MASK } from "../../core/document/content-text.ts";

/** A fix in its sentence: what goes, what comes, and a few words around. */
export type FixPreview = {
  readonly before: string;
  readonly was: string;
  readonly becomes: string;
  readonly after: string;
};

/** What fits into a line of the panel. */
const LENGTH_BEFORE = 6;
const LENGTH_AFTER = 7;

const shown = (text: string): string => text.replaceAll(MASK, "□").replaceAll("\n", "↵");

/** The middle of a long line says nothing here. */
const LONGEST = 48;
const cut = (text: string): string =>
  text.length <= LONGEST ? text : `${text.slice(0, LONGEST / 2)}……${text.slice(-LONGEST / 2)}`;

/** What is done to whole lines is shown as it will read. */
const isOfLines = ({ fix }: KnownFinding): boolean =>
  fix?.actions.some(({ kind }) => kind === "join" || kind === "split" || kind === "table") === true;

/** The words of a finding with some of the text around them. @param text the text that its place counts in */
export function previewOf(finding: KnownFinding, text: string): FixPreview {
  const { place, text: words, fix, isOfOrdinal } = finding;
  const becomes = shown(fix?.text ?? "");
  if (isOfOrdinal || isOfLines(finding))
    return { before: "", was: cut(shown(words)), becomes: cut(becomes), after: "" };
  const { start, end } = place;
  const before = text.slice(Math.max(0, start - LENGTH_BEFORE), start);
  const after = text.slice(end, end + LENGTH_AFTER);
  return {
    before: (start > LENGTH_BEFORE ? "…" : "") + shown(before),
    was: cut(shown(isElementPlace(place) ? words : text.slice(start, end))),
    becomes: cut(becomes),
    after: shown(after) + (end + LENGTH_AFTER < text.length ? "…" : ""),
  };
}
