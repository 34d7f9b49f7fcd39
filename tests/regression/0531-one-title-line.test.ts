import { UNDO_COMMAND } from "lexical";
import { describe, expect, it } from "vitest";
import type { Block } from "../../core/document/blocks.ts";
import { $titleChoice, $setTitle } from "../../renderer/editor/structure/set-title.ts";
import { $topBlock } from "../../renderer/editor/structure/top-block.ts";
import { $getSelection, HISTORY_PUSH_TAG, type LexicalEditor } from "lexical";
import { blocksOf, changeAt, openEditor } from "../renderer/editor/model-editor.ts";

const title = (text: string): Block => ({ kind: "title", content: text === "" ? [] : [{ kind: "text", text }] });
const line = (text: string, role: "body" | "flush" = "body"): Block => ({
  kind: "paragraph",
  role,
  content: text === "" ? [] : [{ kind: "text", text }],
});

const shown = (editor: LexicalEditor): readonly string[] =>
  blocksOf(editor).map((block) => {
    const content = block.kind === "title" || block.kind === "paragraph" ? block.content : [];
    return `${block.kind} ${content.map((one) => (one.kind === "text" ? one.text : "")).join("")}`;
  });

function choiceAt(editor: LexicalEditor, block: number) {
  let found: unknown;
  changeAt(editor, block, 0, () => {
    found = $titleChoice($topBlock($getSelection()?.getNodes()[0]));
  });
  return found;
}

describe("报告标题", () => {
  it("leaves a line alone while the report has a title", () => {
    const editor = openEditor([title("某局报告"), line("第一段"), line("第二段")]);
    expect([0, 1, 2].map((at) => choiceAt(editor, at))).toEqual(["is-title", "taken", "taken"]);
    for (const at of [0, 1, 2]) changeAt(editor, at, 1, $setTitle);
    expect(shown(editor)).toEqual(["title 某局报告", "paragraph 第一段", "paragraph 第二段"]);
  });

  it("moves the words of a line into a title that has none, the cursor among them, in one step of undo", () => {
    const editor = openEditor([title(""), line("引言"), line("某局报告")]);
    expect(choiceAt(editor, 2)).toBe("fills-title");
    editor.update(() => undefined, { discrete: true, tag: HISTORY_PUSH_TAG });
    changeAt(editor, 2, 1, $setTitle);
    expect(shown(editor)).toEqual(["title 某局报告", "paragraph 引言"]);
    const cursor = editor.read(() => $topBlock($getSelection()?.getNodes()[0])?.getIndexWithinParent());
    expect(cursor).toBe(0);
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    editor.update(() => undefined, { discrete: true });
    expect(shown(editor)).toEqual(["title ", "paragraph 引言", "paragraph 某局报告"]);
  });

  it("keeps a line to write in under a title that takes the only one", () => {
    const editor = openEditor([title(""), line("某局报告")]);
    changeAt(editor, 1, 0, $setTitle);
    expect(shown(editor)).toEqual(["title 某局报告", "paragraph "]);
  });

  it("heads what is attached behind a page break, 附件 and empty lines passed over", () => {
    const editor = openEditor([
      title("关于印发规划的通知"),
      line("现予印发。"),
      { kind: "pageBreak" },
      line("附件1", "flush"),
      line(""),
      line("审计工作规划"),
      line("规划的第一段。"),
    ]);
    expect([1, 5, 6].map((at) => choiceAt(editor, at))).toEqual(["taken", "heads-attachment", "taken"]);
    changeAt(editor, 5, 0, $setTitle);
    expect(shown(editor)[5]).toBe("title 审计工作规划");
  });
});
