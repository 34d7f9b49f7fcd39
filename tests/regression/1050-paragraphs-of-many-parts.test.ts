import { $isMarkNode } from "@lexical/mark";
import { $getRoot, $isElementNode, type ElementNode } from "lexical";
import { expect, it } from "vitest";
import { type Block, computedOrdinal, type Inline } from "../../core/document/blocks.ts";
import type { ReviewFact } from "../../core/document/review.ts";
import { $countBeforeCursor } from "../../renderer/editor/review/marks.ts";
import { registerReviewEdits } from "../../renderer/editor/review/review-edits.ts";
import { $textPlace } from "../../renderer/editor/structure/text-place.ts";
import { blocksOf, changeAt, openModel } from "../renderer/editor/model-editor.ts";
import { growthOf } from "../support/work.ts";

const FEW = 250;
/** Sixteen times as many parts: work that grows with them takes sixteen times as long, by the square 256 times. */
const MANY = FEW * 16;
const MOST = 64;

const fact = (id: string): ReviewFact => ({ id, kind: "figure", element: null, text: "32个", proposed: null });

/** A paragraph of so many lines: `行` and a break, or a marked figure and a break. */
const lines = (count: number, part: (index: number) => readonly Inline[]): Block => ({
  kind: "paragraph",
  role: "body",
  content: Array.from({ length: count }, (_, index) => [...part(index), { kind: "break" } as const]).flat(),
});
const plain = (): readonly Inline[] => [{ kind: "text", text: "本行文字" }];
const marked = (index: number): readonly Inline[] => [
  { kind: "text", text: "共" },
  { kind: "text", text: "32个", reviewId: `a-${index}` },
];

function open(block: Block) {
  const editor = openModel([{ kind: "title", content: [{ kind: "text", text: "工作报告" }] }, block]);
  registerReviewEdits(editor, { factOf: fact, getReviewer: () => "李静", now: () => "2027-01-05T00:00:00.000Z" });
  return editor;
}

const $line = (): ElementNode => {
  const line = $getRoot().getLastChild();
  if (!$isElementNode(line)) throw new Error("No line");
  return line;
};

it.each([
  ["breaks", plain],
  ["marks", marked],
])("a paragraph of many %s is looked through once an update, and not once for each of its parts", (_, part) => {
  const touchAll = (count: number) => {
    const editor = open(lines(count, part));
    return () => {
      editor.update(
        () =>
          $line()
            .getAllTextNodes()
            .forEach((text) => text.markDirty()),
        { discrete: true },
      );
    };
  };
  expect(growthOf(touchAll(FEW), touchAll(MANY), MOST)).toBeLessThan(MOST);
});

it("a key before many marks is followed in linear time, and they stay on their words", () => {
  const type = (count: number) => {
    const editor = open(lines(count, marked));
    return () => {
      changeAt(editor, 1, 1, () => {
        const [first] = $line().getAllTextNodes();
        first?.spliceText(0, 0, "另", true);
      });
      return editor;
    };
  };
  expect(growthOf(type(FEW), type(MANY), MOST)).toBeLessThan(MOST);
  const [, block] = blocksOf(type(3)());
  const words = block?.kind === "paragraph" ? block.content : [];
  expect(words.filter((one) => one.kind === "text" && one.reviewId !== undefined)).toStrictEqual(
    [0, 1, 2].map((index) => marked(index)[1]),
  );
});

it("a run-in heading of many lines is tidied once an update", () => {
  const touchAll = (count: number) => {
    const content = lines(count, plain);
    const editor = open({
      kind: "runInHeading",
      level: 2,
      ordinal: computedOrdinal,
      heading: [{ kind: "text", text: "一是抓好落实。" }],
      content: content.kind === "paragraph" ? content.content : [],
    });
    return () => {
      editor.update(
        () =>
          $line()
            .getAllTextNodes()
            .forEach((text) => text.markDirty()),
        { discrete: true },
      );
    };
  };
  expect(growthOf(touchAll(FEW), touchAll(MANY), MOST)).toBeLessThan(MOST);
});

it("the cursor's place in the text of a long paragraph takes linear time, and is right", () => {
  const ask = (count: number) => {
    const editor = open(lines(count, plain));
    return () => editor.read(() => $textPlace($line().getLastChildOrThrow(), 0)?.offset);
  };
  expect(growthOf(ask(FEW), ask(MANY), MOST)).toBeLessThan(MOST);
  expect(ask(3)()).toBe(12);

  const editor = open(lines(3, marked));
  editor.read(() => {
    const line = $line();
    const places = line.getAllTextNodes().map((text) => $textPlace(text, 1)?.offset);
    expect(places).toStrictEqual([1, 2, 5, 6, 9, 10]);
    const children = line.getChildren().map((_, index) => $textPlace(line, index)?.offset);
    expect(children).toStrictEqual([0, 1, 4, 4, 5, 8, 8, 9, 12]);
    expect($textPlace(line, line.getChildrenSize())?.offset).toBe(12);
    const mark = line.getChildren().find($isMarkNode);
    expect(mark && [$textPlace(mark, 0)?.offset, $textPlace(mark, 1)?.offset]).toStrictEqual([1, 4]);
  });
});

it("marks before the cursor are counted without a look at each", () => {
  const count = (many: number) => {
    const editor = open(lines(many, marked));
    changeAt(editor, 1, many * 4 + 1, () => undefined);
    return () => editor.read(() => $countBeforeCursor($line().getChildren().filter($isMarkNode)));
  };
  expect(growthOf(count(FEW), count(MANY), MOST)).toBeLessThan(MOST);
  expect(count(7)()).toBe(7);
  const editor = open(lines(5, marked));
  changeAt(editor, 1, 9, () => undefined);
  expect(editor.read(() => $countBeforeCursor($line().getChildren().filter($isMarkNode)))).toBe(2);
});
