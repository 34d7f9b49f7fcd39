import { $getRoot, $isElementNode } from "lexical";
import { describe, expect, it } from "vitest";
import type { Block, Inline } from "../../../../core/document/blocks.ts";
import { rollReport } from "../../../../core/rollover/roll-report.ts";
import { blocksFromBody } from "../../../../core/document/from-lexical.ts";
import { fixtureReport } from "../../../core/rollover/truth.ts";
import { $inlineNodes, $lineOf } from "../../../../renderer/editor/structure/inline-nodes.ts";
import { blocksOf, changeAt, openModel } from "../model-editor.ts";

const text = (words: string, reviewId?: string): Inline => ({
  kind: "text",
  text: words,
  ...(reviewId === undefined ? {} : { reviewId }),
});
const line: Block = { kind: "paragraph", role: "body", content: [text("完成"), text("32个", "a-1"), text("项目")] };
const runIn: Block = {
  kind: "runInHeading",
  level: 2,
  ordinal: { kind: "computed" },
  heading: [text("2026年", "a-1"), text("工作。")],
  content: [text("完成"), text("32个", "a-2"), text("项目。")],
};

describe("review marks in the editor", () => {
  it("open and are kept, in every block of a rolled report", () => {
    const { report } = rollReport(fixtureReport("county"), {
      toYear: 2026,
      id: "12345678-0000-4000-8000-000000000001",
      now: new Date(0),
    });
    const blocks = blocksFromBody(report.body);
    expect(JSON.stringify(blocks)).toContain("reviewId");
    expect(blocksOf(openModel(blocks))).toEqual(blocks);
  });

  it("stay in a run-in heading whose text is tidied while it is written", () => {
    const editor = openModel([runIn]);
    changeAt(editor, 0, 3, () => $getRoot().getAllTextNodes()[1]?.spliceText(0, 0, "主要", true));
    expect(blocksOf(editor)).toEqual([{ ...runIn, heading: [text("2026年", "a-1"), text("主要工作。")] }]);
  });

  it("go when all of their text is deleted", () => {
    const editor = openModel([line]);
    changeAt(editor, 0, 0, () => $getRoot().getAllTextNodes()[1]?.remove());
    expect(blocksOf(editor)).toEqual([{ ...line, content: [text("完成项目")] }]);
  });

  it("are no lines of their own", () => {
    openModel([line]).read(() => {
      const block = $getRoot().getFirstChild();
      const inlines = $isElementNode(block) ? $inlineNodes(block) : [];
      expect(inlines.map((node) => node.getTextContent())).toEqual(["完成", "32个", "项目"]);
      expect(inlines.every((node) => $lineOf(node)?.is(block))).toBe(true);
    });
  });
});
