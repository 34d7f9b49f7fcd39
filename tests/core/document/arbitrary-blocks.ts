import fc from "fast-check";
import {
  type Block,
  type BlockKind,
  headingLevels,
  type Ordinal,
  paragraphRoles,
} from "../../../core/document/blocks.ts";
import { joinRuns } from "../../../core/document/join-runs.ts";
import { arbitraryContent, arbitraryText } from "./arbitrary-inline.ts";
import { arbitraryTable } from "./arbitrary-table.ts";

const arbitrarySection = fc.record(
  { sectionId: fc.stringMatching(/^[a-z][a-z0-9-]{0,8}$/u), done: fc.constant(true as const) },
  { requiredKeys: [] },
);

const arbitraryOrdinal: fc.Arbitrary<Ordinal> = fc.oneof(
  { weight: 4, arbitrary: fc.constant<Ordinal>({ kind: "computed" }) },
  fc.constantFrom<Ordinal>(
    { kind: "pattern", before: "(", after: ")" },
    { kind: "pattern", before: "", after: "." },
    { kind: "pattern", before: "第", after: "节" },
  ),
  fc.constantFrom<Ordinal>(
    { kind: "typed", text: "（1）" },
    { kind: "typed", text: "㈢" },
    { kind: "typed", text: "甲" },
  ),
  fc.constant<Ordinal>({ kind: "none" }),
);

const numbered = { level: fc.constantFrom(...headingLevels), ordinal: arbitraryOrdinal };

/** One arbitrary for every kind of block: a kind added to the model does not compile until it can be generated. */
const arbitraryByKind: { readonly [K in BlockKind]: fc.Arbitrary<Extract<Block, { kind: K }>> } = {
  title: fc
    .tuple(arbitraryContent, arbitrarySection)
    .map(([content, section]) => ({ kind: "title", content, ...section })),
  heading: fc
    .tuple(fc.record({ ...numbered, content: arbitraryContent }), arbitrarySection)
    .map(([heading, section]) => ({ kind: "heading", ...heading, ...section })),
  runInHeading: fc
    .tuple(fc.record({ ...numbered, heading: arbitraryContent, content: arbitraryContent }), arbitrarySection)
    // a soft break between both parts belongs to neither of them for sure
    .map(([heading, section]) => ({
      kind: "runInHeading",
      ...heading,
      heading: joinRuns(heading.heading.filter(({ kind }) => kind !== "break")),
      ...section,
    })),
  listItem: fc.record({ ...numbered, content: arbitraryContent }).map((item) => ({ kind: "listItem", ...item })),
  paragraph: fc
    .record({ role: fc.constantFrom(...paragraphRoles), content: arbitraryContent })
    .map((paragraph) => ({ kind: "paragraph", ...paragraph })),
  table: arbitraryTable,
  image: fc
    .record({
      imageId: fc.stringMatching(/^[0-9a-f]{64}$/u),
      widthPx: fc.integer({ min: 1, max: 4000 }),
      heightPx: fc.integer({ min: 1, max: 4000 }),
      displayWidthMm: fc.option(fc.integer({ min: 10, max: 156 })),
      altText: fc.oneof(fc.constant(""), arbitraryText),
    })
    .map((image) => ({ kind: "image", ...image })),
  pageBreak: fc.constant({ kind: "pageBreak" }),
};

export const arbitraryBlock: fc.Arbitrary<Block> = fc.oneof(...Object.values<fc.Arbitrary<Block>>(arbitraryByKind));

/** The blocks of a report, at least one, with neighbouring equal runs joined. */
export const arbitraryBlocks: fc.Arbitrary<readonly Block[]> = fc.array(arbitraryBlock, {
  minLength: 1,
  maxLength: 12,
});
