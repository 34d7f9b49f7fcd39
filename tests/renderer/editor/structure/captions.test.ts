import { expect, it } from "vitest";
import type { Block } from "../../../../core/document/blocks.ts";
import { $toggleCounted } from "../../../../renderer/editor/structure/captions.ts";
import { text } from "../../../core/export/sample-report.ts";
import { blocksOf, changeAt, openModel } from "../model-editor.ts";

const caption = (words: string): Block => ({ kind: "paragraph", role: "caption", content: [text(words)] });

it("numbers a caption in place of the number that was typed, and takes the number away again", () => {
  const editor = openModel([caption("表 2-1　项目资金情况")]);
  changeAt(editor, 0, 3, $toggleCounted);
  expect(blocksOf(editor)[0]).toMatchObject({ counted: true, content: [text("项目资金情况")] });
  changeAt(editor, 0, 1, $toggleCounted);
  expect(blocksOf(editor)[0]).not.toHaveProperty("counted");
});

it("leaves other lines alone", () => {
  const note: Block = { kind: "paragraph", role: "tableNote", content: [text("表1 数据截至年底")] };
  const editor = openModel([note]);
  changeAt(editor, 0, 1, $toggleCounted);
  expect(blocksOf(editor)[0]).toMatchObject(note);
});
