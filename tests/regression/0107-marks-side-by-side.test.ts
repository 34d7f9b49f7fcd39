import { $getRoot, $isTextNode } from "lexical";
import { describe, expect, it } from "vitest";
import type { Block, Inline } from "../../core/document/blocks.ts";
import type { ReviewFact } from "../../core/document/review.ts";
import { $allMarks, $writeWords } from "../../renderer/editor/review/marks.ts";
import { $asReview, registerReviewEdits } from "../../renderer/editor/review/review-edits.ts";
import { blocksOf, openModel } from "../renderer/editor/model-editor.ts";

const plain = (text: string): Inline => ({ kind: "text", text });
const marked = (text: string, reviewId: string): Inline => ({ kind: "text", text, reviewId });
const line = (...content: readonly Inline[]): Block => ({ kind: "paragraph", role: "body", content });
const facts: readonly ReviewFact[] = [
  { id: "a-1", kind: "year", element: null, text: "2025年", proposed: "2026年" },
  { id: "a-2", kind: "figure", element: null, text: "32个", proposed: null },
];

function open(block: Block) {
  const editor = openModel([block]);
  registerReviewEdits(editor, {
    factOf: (id) => facts.find((fact) => fact.id === id),
    getReviewer: () => "李静",
    now: () => "2027-01-05T00:00:00.000Z",
  });
  return editor;
}

// What is left of two items after somebody deleted from within the one into the other.
const leftOver = line(marked("2", "a-1"), marked("个", "a-2"), plain("项目"));

describe("two marks side by side that were both written over", () => {
  it("do not take what is typed between them from each other", () => {
    const editor = open(leftOver);
    editor.update(
      () => {
        const first = $getRoot().getFirstDescendant();
        if ($isTextNode(first)) first.select(1, 1).insertText("32");
      },
      { discrete: true },
    );
    expect(blocksOf(editor)).toEqual([line(marked("232", "a-1"), marked("个", "a-2"), plain("项目"))]);
  });

  it("leave last year's words in the one that they are written back into", () => {
    const editor = open(leftOver);
    editor.update(() => $asReview(() => $writeWords("a-2", $allMarks(), "32个")), { discrete: true });
    expect(blocksOf(editor)).toEqual([line(marked("2", "a-1"), marked("32个", "a-2"), plain("项目"))]);
  });
});
