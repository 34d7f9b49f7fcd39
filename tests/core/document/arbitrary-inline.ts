import fc from "fast-check";
import { type Inline, yearOffsets } from "../../../core/document/blocks.ts";

const letters = Array.from(
  "审计局依法行政报告年度工作情况项目问题整改制度2026年15个1.5亿元%，。、；：（）《》“”—…ABc 　😀𠮷",
);

/** Words as reports have them, with the odd rare character; never empty. */
export const arbitraryText = fc
  .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join(""));

const bold = fc.constantFrom({}, { bold: true as const });

const arbitraryInlinePart: fc.Arbitrary<Inline> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.tuple(arbitraryText, bold).map(([text, mark]): Inline => ({ kind: "text", text, ...mark })),
  },
  { weight: 1, arbitrary: fc.constant<Inline>({ kind: "text", text: "\t" }) },
  {
    weight: 1,
    arbitrary: fc.tuple(arbitraryText, bold).map(([label, mark]): Inline => ({ kind: "blank", label, ...mark })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...yearOffsets), bold)
      .map(([offset, mark]): Inline => ({ kind: "year", offset, ...mark })),
  },
  { weight: 1, arbitrary: fc.constant<Inline>({ kind: "break" }) },
);

/** Joins neighbouring runs that look alike, as every conversion does. */
export function joinRuns(content: readonly Inline[]): readonly Inline[] {
  const joined: Inline[] = [];
  for (const inline of content) {
    const last = joined.at(-1);
    if (inline.kind === "text" && last?.kind === "text" && last.bold === inline.bold) {
      joined[joined.length - 1] = { ...last, text: last.text + inline.text };
    } else {
      joined.push(inline);
    }
  }
  return joined;
}

/** The content of a paragraph, possibly empty, with neighbouring runs that may look alike. */
export const arbitraryRawContent: fc.Arbitrary<readonly Inline[]> = fc.array(arbitraryInlinePart, { maxLength: 6 });
/** The same with such runs joined. */
export const arbitraryContent = arbitraryRawContent.map(joinRuns);
