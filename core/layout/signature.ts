import { isWestern } from "./em-width.ts";
import { typeAreaWidthPt } from "./gbt9704.ts";
import { charactersToPt, type Layout } from "./rules/layout.ts";

/** Where 署名 and 成文日期 stand without a seal (GB/T 9704-2012 7.3.5.2). Lengths in points. */
export type SignatureLayout = {
  /** Which line the other is measured from: the longest organ, or a date that is longer than every organ. */
  readonly longest: "organ" | "date";
  /** All organs stand flush right with this much room to the type area's edge. */
  readonly organRightIndentPt: number;
  /** `left`: the room before the date; `right`: the room after it. */
  readonly date: { readonly from: "left" | "right"; readonly indentPt: number };
};

/**
 * Width of a line of 三号 text from its characters: a Chinese one takes a cell, a Western one half an em, and a quarter
 * em stands between the two, as Word and LibreOffice set it.
 */
export function textWidthPt(text: string, layout: Layout): number {
  let width = 0;
  let before: string | undefined;
  for (const character of text) {
    const western = isWestern(character);
    width += western ? layout.bodySizePt * layout.westernWidthEm + layout.characterSpacingPt : layout.characterWidthPt;
    if (before !== undefined && isWestern(before) !== western) width += layout.bodySizePt * layout.mixedScriptSpaceEm;
    before = character;
  }
  return width;
}

/**
 * The organ stands 2字 from the right edge and the date begins 2字 right of the organ's first character. A date that is
 * longer than the organ stands 2字 from the right edge itself, and the organ gives way to the left. Several organs
 * stand one a line under each other; the longest is the one that counts.
 *
 * @param signatories one organ an entry; may be empty
 * @param date as printed (2026年3月1日), or null
 */
export function layOutSignature(signatories: readonly string[], date: string | null, layout: Layout): SignatureLayout {
  const organWidth = Math.max(0, ...signatories.map((organ) => textWidthPt(organ, layout)));
  const dateWidth = date === null ? 0 : textWidthPt(date, layout);
  const shift = charactersToPt(layout.dateShiftCharacters, layout);
  const organIndent = charactersToPt(layout.signatureRightIndentCharacters, layout);
  const dateIndent = charactersToPt(layout.dateRightIndentCharacters, layout);
  if (dateWidth > organWidth) {
    const organRightIndentPt = dateIndent + dateWidth + shift - organWidth;
    return {
      longest: "date",
      organRightIndentPt: signatories.length === 0 ? organIndent : organRightIndentPt,
      date: { from: "right", indentPt: dateIndent },
    };
  }
  const organStart = typeAreaWidthPt - organIndent - organWidth;
  return {
    longest: "organ",
    organRightIndentPt: organIndent,
    date: { from: "left", indentPt: Math.max(0, organStart + shift) },
  };
}

/** How many lines a paragraph takes, from its characters alone; a line more or less than the real ones. */
export function estimateLines(
  text: string,
  layout: Layout,
  indentCharacters = layout.firstLineIndentCharacters,
): number {
  const indent = charactersToPt(indentCharacters, layout);
  return text
    .split("\n")
    .reduce((lines, part) => lines + Math.max(1, Math.ceil((textWidthPt(part, layout) + indent) / typeAreaWidthPt)), 0);
}
