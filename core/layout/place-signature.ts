import { postGap } from "../document/assemble.ts";
import { gbt9704 as fixed, typeAreaWidthPt } from "./gbt9704.ts";
import { charactersToPt, type Layout } from "./rules/layout.ts";
import { layOutSignature, textWidthPt } from "./signature.ts";
import { mmToPt } from "./units.ts";

/** 用印方式: without a seal, room for seals, or 签名章 with 职务 (GB/T 9704-2012 7.3.5). */
export type SealForm = "" | "seal" | "signature";

export type SignatureText = { readonly role: "signatory" | "date"; readonly text: string };

/** One line of a signature on paper. */
export type SignatureRow = {
  readonly blankLinesBefore: number;
  /** What stands on it: an entry by its index, and where it begins, has its middle or ends, from the type area's left edge. */
  readonly entries: readonly SignatureEntry[];
};
export type SignatureEntry = {
  readonly index: number;
  readonly anchor: "start" | "center" | "end";
  readonly atPt: number;
};

type Indexed = SignatureText & { readonly index: number };

const row = (blankLinesBefore: number, ...entries: readonly SignatureEntry[]): SignatureRow => ({
  blankLinesBefore,
  entries,
});

const fromRight = (characters: number, layout: Layout): number => typeAreaWidthPt - charactersToPt(characters, layout);

/** 7.3.5.2: organs below each other 2字 from the edge, the date 2字 right of where the longest begins. */
function unsealed(organs: readonly Indexed[], dates: readonly Indexed[], layout: Layout): readonly SignatureRow[] {
  const place = layOutSignature(
    organs.map(({ text }) => text),
    dates[0]?.text ?? null,
    layout,
  );
  const organAt = typeAreaWidthPt - place.organRightIndentPt;
  const dateAt = place.date.from === "left" ? place.date.indentPt : typeAreaWidthPt - place.date.indentPt;
  const rows = [
    ...organs.map(({ index }) => row(0, { index, anchor: "end", atPt: organAt })),
    ...dates.map(({ index }) => row(0, { index, anchor: place.date.from === "left" ? "start" : "end", atPt: dateAt })),
  ];
  // a text may have them in another order
  return rows.toSorted((one, other) => (one.entries[0]?.index ?? 0) - (other.entries[0]?.index ?? 0));
}

const sealPt = mmToPt(fixed.sealDiameterMm);

/** Room that a seal or a name keeps to the next one, and a name to the edge. */
const gapPt = (layout: Layout): number => charactersToPt(1, layout);

/** As many organs a line as their names and their seals leave room for, and how far their middles are apart. */
function columnsOf(
  organs: readonly Indexed[],
  lastMiddle: number,
  layout: Layout,
): { readonly count: number; readonly stepPt: number } {
  const widest = Math.max(0, ...organs.map(({ text }) => textWidthPt(text, layout)));
  const needed = Math.max(sealPt, widest) + gapPt(layout) / 4;
  for (let count = Math.min(layout.sealsPerLine, organs.length); count > 1; count -= 1) {
    const stepPt = (lastMiddle - Math.max(sealPt, widest) / 2) / (count - 1);
    if (stepPt >= needed) return { count, stepPt: Math.min(stepPt, typeAreaWidthPt / count) };
  }
  return { count: 1, stepPt: 0 };
}

/**
 * 7.3.5.1: the date 4字 from the edge and the last organ over its middle, so that one seal covers both; other organs stand
 * to its left and above it, so far apart that no seal touches another.
 */
function sealed(organs: readonly Indexed[], dates: readonly Indexed[], layout: Layout): readonly SignatureRow[] {
  const dateWidth = textWidthPt(dates[0]?.text ?? "", layout);
  const widest = Math.max(0, ...organs.map(({ text }) => textWidthPt(text, layout)));
  const dateMiddle = fromRight(layout.sealedDateRightIndentCharacters, layout) - dateWidth / 2;
  // an organ that is longer than the room over the date moves both to the left
  const middle = Math.min(dateMiddle, typeAreaWidthPt - Math.max(widest + gapPt(layout), sealPt) / 2);
  const { count, stepPt } = columnsOf(organs, middle, layout);
  const lines = Math.ceil(organs.length / count);
  const rows = Array.from({ length: lines }, (_, line) => {
    const own = organs.slice(line * count, (line + 1) * count);
    return row(
      line === 0 ? 0 : layout.sealLinesApart - 1,
      ...own.map(({ index }, at): SignatureEntry => ({
        index,
        anchor: "center",
        atPt: middle - (own.length - 1 - at) * stepPt,
      })),
    );
  });
  return [...rows, ...dates.map(({ index }) => row(0, { index, anchor: "center", atPt: middle }))];
}

/** 7.3.5.3: 签名章 4字 from the edge, 职务 2字 to its left, several below each other; the date one blank line below. */
function chopped(signers: readonly Indexed[], dates: readonly Indexed[], layout: Layout): readonly SignatureRow[] {
  const end = fromRight(layout.chopRightIndentCharacters, layout);
  const nameOf = (text: string): string => text.slice(text.lastIndexOf(postGap) + postGap.length);
  const nameStart = end - Math.max(0, ...signers.map(({ text }) => textWidthPt(nameOf(text), layout)));
  return [
    ...signers.map(({ index, text }) => {
      const before = text.includes(postGap) ? textWidthPt(text.slice(0, text.length - nameOf(text).length), layout) : 0;
      return row(0, { index, anchor: "start", atPt: Math.max(0, nameStart - before) });
    }),
    ...dates.map(({ index }) => row(layout.chopDateBlankLines, { index, anchor: "end", atPt: end })),
  ];
}

const blankLines = {
  "": fixed.signatureBlankLinesBefore,
  seal: fixed.sealedBlankLinesBefore,
  signature: fixed.chopBlankLinesBefore,
} as const;

/** Where the lines of a signature stand (GB/T 9704-2012 7.3.5). */
export function placeSignature(
  texts: readonly SignatureText[],
  form: SealForm,
  layout: Layout,
): readonly SignatureRow[] {
  const indexed = texts.map((text, index) => ({ ...text, index }));
  const signers = indexed.filter(({ role }) => role === "signatory");
  const dates = indexed.filter(({ role }) => role === "date");
  const rows = { "": unsealed, seal: sealed, signature: chopped }[form](signers, dates, layout);
  return rows.map((one, index) => (index === 0 ? { ...one, blankLinesBefore: blankLines[form] } : one));
}
