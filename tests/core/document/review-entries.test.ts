import { describe, expect, it } from "vitest";
import type { Block, Inline } from "../../../core/document/blocks.ts";
import { type Body, bodySchema } from "../../../core/document/body.ts";
import { figuresSchema } from "../../../core/document/figures.ts";
import { decisionsOf, reviewEntries } from "../../../core/document/review-entries.ts";
import type { ReviewDecisions, ReviewFact } from "../../../core/document/review.ts";
import { metaSchema, type Meta } from "../../../core/document/schema.ts";
import { bodyFromBlocks } from "../../../core/document/to-lexical.ts";

const marked = (text: string, reviewId: string): Inline => ({ kind: "text", text, reviewId });
const plain = (text: string): Inline => ({ kind: "text", text });
const paragraph = (...content: readonly Inline[]): Block => ({ kind: "paragraph", role: "body", content });
const figure: ReviewFact = { id: "a-1", kind: "figure", element: null, text: "32个", proposed: null };
const year: ReviewFact = { id: "a-2", kind: "year", element: null, text: "2023年", proposed: "2024年" };

type Given = {
  readonly facts: readonly ReviewFact[];
  readonly blocks?: readonly Block[];
  readonly decisions?: ReviewDecisions;
  readonly meta?: Partial<Meta>;
};
const entries = ({ facts, blocks = [], decisions = {}, meta = {} }: Given) =>
  reviewEntries(
    { fromYear: 2023, items: facts },
    { blocks, decisions, meta: metaSchema.parse(meta), year: 2024, figures: {} },
  ).map(({ state, now, place }) => ({ state, now, block: place?.block ?? null }));

describe("an item of a review", () => {
  it("is open while last year's figure stands in the text", () => {
    const blocks = [paragraph(plain("引言")), paragraph(plain("完成"), marked("32个", "a-1"), plain("项目"))];
    expect(entries({ facts: [figure], blocks })).toEqual([{ state: "pending", now: "32个", block: 1 }]);
  });

  it("is up to date once the figure is written over or deleted", () => {
    expect(entries({ facts: [figure], blocks: [paragraph(marked("35个", "a-1"))] })).toEqual([
      { state: "updated", now: "35个", block: 0 },
    ]);
    expect(entries({ facts: [figure], blocks: [paragraph(plain("无"))] })).toEqual([
      { state: "updated", now: null, block: null },
    ]);
  });

  it("is up to date from the start where the new year follows for certain", () => {
    expect(entries({ facts: [year], blocks: [paragraph(marked("2024年", "a-2"))] })).toEqual([
      { state: "updated", now: "2024年", block: 0 },
    ]);
  });

  it("stays open while an untouched copy of it stands anywhere", () => {
    const blocks = [paragraph(marked("35个", "a-1")), paragraph(marked("32个", "a-1"))];
    expect(entries({ facts: [figure], blocks })).toMatchObject([{ state: "pending", block: 0 }]);
  });

  it("is one stretch although part of it is bold", () => {
    const blocks = [paragraph({ kind: "text", text: "32", bold: true, reviewId: "a-1" }, marked("个", "a-1"))];
    expect(entries({ facts: [figure], blocks })).toMatchObject([{ state: "pending", now: "32个" }]);
  });

  it("has the state that somebody gave it", () => {
    const decisions = { "a-1": { state: "kept", by: "王敏", at: "2027-01-05T00:00:00.000Z" } } as const;
    const body: Body = bodySchema.parse({
      root: { ...bodyFromBlocks([paragraph(marked("32个", "a-1"))], 2024).root, $: { reviewDecisions: decisions } },
    });
    expect(decisionsOf(body)).toEqual(decisions);
    expect(entries({ facts: [figure], blocks: [paragraph(marked("32个", "a-1"))], decisions })).toMatchObject([
      { state: "kept" },
    ]);
  });

  it("is open again when a copy from before the edit comes back, but not when it was checked as it stands", () => {
    const given = { state: "updated", by: "王敏", at: "2027-01-05T00:00:00.000Z" } as const;
    const blocks = [paragraph(marked("35个", "a-1")), paragraph(marked("32个", "a-1"))];
    const stateWith = (decision: ReviewDecisions[string]) =>
      entries({ facts: [figure], blocks, decisions: { "a-1": decision } })[0]?.state;
    expect(stateWith({ ...given, edited: true })).toBe("pending");
    expect(stateWith(given)).toBe("updated");
  });

  it("stays open when a new line is put into its words", () => {
    const blocks = [paragraph(marked("3", "a-1")), paragraph(marked("2个", "a-1"))];
    expect(entries({ facts: [figure], blocks })).toMatchObject([{ state: "pending" }]);
  });

  it("can be opened again although its words are new", () => {
    const decisions = { "a-1": { state: "pending", by: "", at: "2027-01-05T00:00:00.000Z" } } as const;
    expect(entries({ facts: [figure], blocks: [paragraph(marked("35个", "a-1"))], decisions })).toMatchObject([
      { state: "pending", now: "35个" },
    ]);
  });

  it("is open in 公文要素 until the date is filled and the number is another", () => {
    const date: ReviewFact = { id: "a-3", kind: "date", element: "date", text: "2024年1月15日", proposed: null };
    const number: ReviewFact = {
      id: "a-4",
      kind: "docNumber",
      element: "documentNumber",
      text: "某审发〔2024〕2号",
      proposed: null,
    };
    const states = (meta: Partial<Meta>) => entries({ facts: [date, number], meta }).map(({ state }) => state);
    expect(states({ date: "", documentNumber: "某审发〔2024〕2号" })).toEqual(["pending", "pending"]);
    expect(states({ date: "2025-01-10", documentNumber: "某审发〔2025〕1号" })).toEqual(["updated", "updated"]);
  });
});

describe("an entry's place", () => {
  it("is that of its first mark, in a cell counted in the cell's text", () => {
    const table: Block = {
      kind: "table",
      headerRows: 0,
      columnWidths: [1],
      rows: [
        [
          {
            rowSpan: 1,
            colSpan: 1,
            align: "start",
            paragraphs: [[plain("数量")], [plain("共"), marked("32个", "a-1")]],
          },
        ],
      ],
    };
    const review = { fromYear: 2023, items: [figure] };
    const [entry] = reviewEntries(review, {
      blocks: [paragraph(plain("引言")), table],
      decisions: {},
      meta: metaSchema.parse({}),
      year: 2024,
      figures: {},
    });
    expect(entry?.place).toEqual({ block: 1, row: 0, cell: 0, start: 4, end: 7 });
  });

  it("with figures of the ledger is open until all of them are confirmed, and no longer", () => {
    const shown = (figureId: string, text: string): Inline => ({ kind: "figure", figureId, text, reviewId: "a-1" });
    const blocks = [paragraph(plain("完成"), shown("f1", "36个"), marked("、", "a-1"), shown("f2", "4个"))];
    const by = { by: "李静", at: "2024-01-05T00:00:00Z" };
    const stateOf = (confirmed: readonly boolean[], decisions: ReviewDecisions = {}): string | undefined => {
      const figures = figuresSchema.parse({
        f1: { name: "项目", value: "36", unit: "个", confirmed: confirmed[0] === true ? by : null },
        f2: { name: "其中", value: "4", unit: "个", confirmed: confirmed[1] === true ? by : null },
      });
      const text = { blocks, decisions, meta: metaSchema.parse({}), year: 2024, figures };
      return reviewEntries({ fromYear: 2023, items: [figure] }, text)[0]?.state;
    };
    expect(stateOf([false, false])).toBe("pending");
    expect(stateOf([true, false])).toBe("pending");
    expect(stateOf([true, true])).toBe("updated");
    expect(stateOf([true, true], { "a-1": { state: "kept", ...by } })).toBe("kept");
    expect(stateOf([true, false], { "a-1": { state: "updated", ...by } })).toBe("pending");
  });
});
