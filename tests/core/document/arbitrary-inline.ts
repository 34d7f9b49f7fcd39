import fc from "fast-check";
import { type Inline, yearOffsets } from "../../../core/document/blocks.ts";
import { joinRuns } from "../../../core/document/join-runs.ts";

const letters = Array.from(
  "审计局依法行政报告年度工作情况项目问题整改制度2026年15个1.5亿元%，。、；：（）《》“”—…ABc 　😀𠮷",
);

/** Words as reports have them, with the odd rare character; never empty. */
export const arbitraryText = fc
  .array(fc.constantFrom(...letters), { minLength: 1, maxLength: 12 })
  .map((parts) => parts.join(""));

const bold = fc.constantFrom({}, { bold: true as const });
const script = fc.constantFrom({}, {}, {}, { script: "super" as const }, { script: "sub" as const });
const review = fc.constantFrom({}, {}, { reviewId: "a-1" }, { reviewId: "a-2" });

const arbitraryInlinePart: fc.Arbitrary<Inline> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc
      .tuple(arbitraryText, bold, script, review)
      .map(([text, mark, raised, id]): Inline => ({ kind: "text", text, ...mark, ...raised, ...id })),
  },
  { weight: 1, arbitrary: script.map((raised): Inline => ({ kind: "text", text: "\t", ...raised })) },
  {
    weight: 1,
    arbitrary: fc.tuple(arbitraryText, bold).map(([label, mark]): Inline => ({ kind: "blank", label, ...mark })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom(...yearOffsets), bold, review)
      .map(([offset, mark, id]): Inline => ({ kind: "year", offset, ...mark, ...id })),
  },
  {
    weight: 1,
    arbitrary: fc
      .tuple(fc.constantFrom({}, { display: { unit: "亿元", decimals: 2 } }), bold, review)
      .map(([display, mark, id]): Inline => ({
        kind: "figure",
        figureId: "f-1",
        text: "1.5亿元",
        ...display,
        ...mark,
        ...id,
      })),
  },
  { weight: 1, arbitrary: fc.constant<Inline>({ kind: "break" }) },
);

/** The content of a paragraph, possibly empty, with neighbouring runs that may look alike. */
export const arbitraryRawContent: fc.Arbitrary<readonly Inline[]> = fc.array(arbitraryInlinePart, { maxLength: 6 });
/** The same with such runs joined. */
export const arbitraryContent = arbitraryRawContent.map(joinRuns);
