import { $getRoot, $getSelection } from "lexical";
import { expect, it } from "vitest";
import { $copiedHtml, $copiedText } from "../../renderer/editor/paste/copy.ts";
import { change, openModel } from "../renderer/editor/model-editor.ts";

it("goes to other programs as one line although words in its middle are under review", () => {
  const editor = openModel([
    {
      kind: "paragraph",
      role: "body",
      content: [
        { kind: "text", text: "全年办结" },
        { kind: "text", text: "32件", reviewId: "a-1" },
        { kind: "text", text: "。" },
      ],
    },
  ]);
  change(editor, () => {
    $getRoot().select(0, 1);
    expect($copiedText($getSelection())).toBe("全年办结32件。");
    expect($copiedHtml($getSelection())).toBe("<p>全年办结32件。</p>");
  });
});
