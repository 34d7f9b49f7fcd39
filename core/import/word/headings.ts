import type { TextLine } from "./text-lines.ts";
import { sliceRuns } from "./inline-content.ts";
import type { DocumentRun, TextRun } from "./document-items.ts";
import type { PlacedOrdinal } from "../place-ordinals.ts";
import type { HeadingLevel } from "../../document/blocks.ts";

const clampLevel = (level: number): HeadingLevel => Math.min(4, Math.max(1, level)) as HeadingLevel;
const longestHeading = 120;
const longestByLook = 40;
const longestLead = 80;
const shortestText = 5;

/**
 * The level of headings that have no ordinal, by their level in the outline: as those with an ordinal have it, otherwise
 * counted from the highest that occurs.
 *
 * @param isText lines that may be headings: neither titles nor 公文要素
 */
export function levelsByOutline(
  lines: readonly TextLine[],
  ordinals: ReadonlyMap<number, PlacedOrdinal>,
  isText: (index: number) => boolean,
): (outlineLevel: number) => HeadingLevel {
  const shown = new Map<number, HeadingLevel>();
  let highest = 9;
  for (const [index, { paragraph }] of lines.entries()) {
    if (paragraph.outlineLevel === null || !isText(index)) continue;
    highest = Math.min(highest, paragraph.outlineLevel);
    const placed = ordinals.get(index);
    // 1.1 has no level by its form: there the outline knows more
    if (placed !== undefined && placed.isOwn !== true && !shown.has(paragraph.outlineLevel))
      shown.set(paragraph.outlineLevel, placed.level);
  }
  return (outlineLevel) => {
    const known = shown.get(outlineLevel);
    if (known !== undefined) return known;
    const above = [...shown].filter(([level]) => level < outlineLevel).sort(([one], [other]) => other - one)[0];
    if (above !== undefined) return clampLevel(above[1] + outlineLevel - above[0]);
    return clampLevel(1 + outlineLevel - highest);
  };
}

/** A heading by its place in the outline; one of many words is body text that somebody gave a level. */
export const isOutlined = ({ paragraph, text }: TextLine): boolean =>
  paragraph.outlineLevel !== null && text.length <= longestHeading;

const written = (runs: readonly DocumentRun[]): readonly TextRun[] =>
  runs.filter((run): run is TextRun => run.kind === "text" && run.text.trim() !== "");

const levelOfFace: Readonly<Record<string, HeadingLevel>> = { heiti: 1, xiaobiaosong: 1, kaiti: 2 };

/** What the text as a whole looks like; heading and lead are what stands out from it. */
export type BodyLook = {
  readonly face: string | null;
  /** No line has an ordinal: then bold lines are its headings. */
  readonly isUnnumbered: boolean;
};

/** The level of a short line that stands out from the text by its face alone; null when it does not. */
export function levelByLook({ text, runs, paragraph }: TextLine, body: BodyLook): HeadingLevel | null {
  if (text.length > longestByLook || /[。；：，、;:,\n]/u.test(text) || /^[表图]\s?[0-9]/u.test(text)) return null;
  if (paragraph.alignment === "end" || !/\p{Script=Han}{2}/u.test(text)) return null;
  const parts = written(runs);
  const face = parts[0]?.face ?? null;
  const isOneFace = parts.every((part) => part.face === face);
  const level = face === null || face === body.face || !isOneFace ? undefined : levelOfFace[face];
  if (level !== undefined) return level;
  return body.isUnnumbered && parts.length > 0 && parts.every(({ bold }) => bold) ? 1 : null;
}

const isAlike = (one: TextRun, other: TextRun): boolean => one.face === other.face && one.bold === other.bold;

/**
 * Length of the heading part of a run-in heading that is told by its look: what stands in 楷体, 黑体 or bold from place
 * `from` up to a 。 or ：, with text in another look behind it. 0: there is none.
 */
export function lengthOfLead({ text, runs }: TextLine, from: number): number {
  const parts = sliceRuns(runs, from, text.length);
  const [first, ...rest] = parts;
  if (first?.kind !== "text") return 0;
  let length = first.text.length;
  for (const part of rest) {
    if (part.kind !== "text" || (!isAlike(first, part) && part.text.trim() !== "")) break;
    length += part.text.length;
  }
  const lead = text.slice(from, from + length);
  const behind = sliceRuns(runs, from + length, text.length).find((run) => run.kind === "text");
  if (behind?.kind !== "text" || text.length - from - length < shortestText) return 0;
  const standsOut =
    (first.bold && !behind.bold) || (first.face !== behind.face && levelOfFace[first.face ?? ""] !== undefined);
  return standsOut && length <= longestLead && /[。：:]\s*$/u.test(lead) ? length : 0;
}

/** The level of a run-in heading without an ordinal: by its face, under the heading it stands below. */
export function levelOfLead({ runs }: TextLine, body: BodyLook, current: number): HeadingLevel | null {
  const face = written(runs)[0]?.face ?? null;
  const level = face === null || face === body.face ? undefined : levelOfFace[face];
  return level === undefined ? null : clampLevel(Math.max(level, current + 1));
}
