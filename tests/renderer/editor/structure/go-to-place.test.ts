import { $getSelection, $isRangeSelection } from "lexical";
import { expect, it } from "vitest";
import type { Block, Inline } from "../../../../core/document/blocks.ts";
import { placedTexts } from "../../../../core/document/placed-texts.ts";
import { $selectPlace } from "../../../../renderer/editor/structure/go-to-place.ts";
import { openModel } from "../model-editor.ts";

const words = (text: string): Inline => ({ kind: "text", text });
const cell = (...paragraphs: readonly (readonly Inline[])[]) =>
  ({ paragraphs, rowSpan: 1, colSpan: 1, align: "start" }) as const;
const blocks: readonly Block[] = [
  { kind: "title", content: [{ kind: "year", offset: 0 }, words("年报告")] },
  { kind: "heading", level: 1, ordinal: { kind: "computed" }, content: [] },
  {
    kind: "runInHeading",
    level: 2,
    ordinal: { kind: "computed" },
    heading: [words("学习。")],
    content: [words("共"), { kind: "blank", label: "场数" }, words("场，"), { kind: "break" }, words("办结5件。")],
  },
  {
    kind: "table",
    columnWidths: [1, 1],
    headerRows: 0,
    rows: [
      [cell([words("甲")]), cell([])],
      [cell([words("乙")]), cell([words("共")], [{ kind: "blank", label: "金额" }, words("万元")])],
    ],
  },
];

function selectedAt(place: Parameters<typeof $selectPlace>[0]): string {
  const editor = openModel(blocks);
  editor.update(() => $selectPlace(place), { discrete: true });
  return editor.read(() => {
    const selection = $getSelection();
    return $isRangeSelection(selection) ? selection.getTextContent() : "nothing";
  });
}

it.each(["2026", "年报", "学习", "学习。共", "场，", "办结", "5件", "甲", "乙", "万元"])(
  "selects %s where it stands",
  (wanted) => {
    const text = blocks
      .flatMap((block, index) => placedTexts(block, index, 2026))
      .find((one) => one.text.includes(wanted));
    if (text === undefined) throw new Error(wanted);
    const start = text.text.indexOf(wanted);
    expect(selectedAt({ ...text.at, start, end: start + wanted.length })).toBe(wanted);
  },
);

it.each([
  ["场数", { block: 2, start: 4, end: 8 }],
  ["金额", { block: 3, row: 1, cell: 1, start: 2, end: 6 }],
])("selects the blank %s as a whole", (label, place) => {
  expect(selectedAt(place)).toBe(label);
});

it("puts the cursor where nothing is written, and at the end where the place is gone", () => {
  for (const place of [
    { block: 1, start: 0, end: 0 },
    { block: 3, row: 0, cell: 1, start: 0, end: 0 },
    { block: 2, start: 90, end: 95 },
    { block: 9, start: 0, end: 0 },
  ])
    expect(selectedAt(place)).toBe("");
});
