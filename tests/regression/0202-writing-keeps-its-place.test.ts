import {
  $getRoot,
  $getSelection,
  $isElementNode,
  $isNodeSelection,
  $isRangeSelection,
  $isTextNode,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  KEY_ARROW_DOWN_COMMAND,
  KEY_ENTER_COMMAND,
  KEY_TAB_COMMAND,
  type LexicalEditor,
  REMOVE_TEXT_COMMAND,
  SELECTION_CHANGE_COMMAND,
  UNDO_COMMAND,
} from "lexical";
import { describe, expect, it } from "vitest";
import type { Block } from "../../core/document/blocks.ts";
import { bodyFromBlocks } from "../../core/document/to-lexical.ts";
import { $insertBlockNodes } from "../../renderer/editor/paste/insert-blocks.ts";
import { $selectNode } from "../../renderer/editor/structure/select-node.ts";
import { $parseBlocks } from "../../renderer/editor/session/parse-blocks.ts";
import { $intoText } from "../../renderer/editor/structure/objects.ts";
import { $goToBlank } from "../../renderer/editor/structure/blanks.ts";
import { $toggleRunIn } from "../../renderer/editor/structure/run-in.ts";
import { blocksOf, change, changeAt, openEditor } from "../renderer/editor/model-editor.ts";

const text = (value: string) => [{ kind: "text" as const, text: value }];
const line = (value: string): Block => ({ kind: "paragraph", role: "body", content: value === "" ? [] : text(value) });
const title: Block = { kind: "title", content: text("报告") };
const key = () => ({ preventDefault: () => undefined }) as unknown as KeyboardEvent;

function shown(editor: LexicalEditor): readonly string[] {
  return blocksOf(editor).map((block) => {
    if (!("content" in block)) return `[${block.kind}]`;
    return block.content.map((inline) => ("text" in inline ? inline.text : `<${inline.kind}>`)).join("");
  });
}
const type = (editor: LexicalEditor, word: string): void =>
  change(editor, () => {
    if (!$isRangeSelection($getSelection())) $intoText();
    editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, word);
  });
const selectBlock = (editor: LexicalEditor, index: number): void =>
  change(editor, () => {
    const block = $getRoot().getChildAtIndex(index);
    if (block) $selectNode(block);
  });
const selected = (editor: LexicalEditor): unknown =>
  editor.read(() => {
    const selection = $getSelection();
    if ($isNodeSelection(selection)) return "object";
    return $isRangeSelection(selection) ? selection.getTextContent() : null;
  });

describe("A selected object", () => {
  const open = () => openEditor([title, line("前"), { kind: "pageBreak" }, line("后")]);

  it("has what is written over it behind it", () => {
    const editor = open();
    selectBlock(editor, 2);
    type(editor, "写下");
    expect(shown(editor)).toEqual(["报告", "前", "[pageBreak]", "写下", "后"]);
  });

  it("opens a line with Enter and is left by arrows", () => {
    const editor = open();
    selectBlock(editor, 2);
    change(editor, () => editor.dispatchCommand(KEY_ENTER_COMMAND, key()));
    type(editor, "写下");
    expect(shown(editor)).toEqual(["报告", "前", "[pageBreak]", "写下", "后"]);
    selectBlock(editor, 2);
    change(editor, () => editor.dispatchCommand(KEY_ARROW_DOWN_COMMAND, key()));
    type(editor, "到");
    expect(shown(editor)).toEqual(["报告", "前", "[pageBreak]", "到写下", "后"]);
  });

  it("goes alone when it is deleted, and is selected before that from the line behind it", () => {
    const editor = open();
    changeAt(editor, 3, 0, () => editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true));
    expect(selected(editor)).toBe("object");
    expect(shown(editor)).toEqual(["报告", "前", "[pageBreak]", "后"]);
    change(editor, () => editor.dispatchCommand(DELETE_CHARACTER_COMMAND, true));
    expect(shown(editor)).toEqual(["报告", "前", "后"]);
  });
});

describe("A blank", () => {
  const open = () =>
    openEditor([
      title,
      { kind: "paragraph", role: "body", content: [...text("共"), { kind: "blank", label: "数" }, ...text("个。")] },
    ]);

  it("comes back when what was written into it is deleted", () => {
    const editor = open();
    changeAt(editor, 0, 0, () => $goToBlank(false));
    type(editor, "5");
    expect(shown(editor)[1]).toBe("共5个。");
    change(editor, () => {
      const filled = $getRoot()
        .getAllTextNodes()
        .find((node) => node.getTextContent() === "5");
      filled?.select(0, 1);
      editor.dispatchCommand(REMOVE_TEXT_COMMAND, null);
    });
    expect(shown(editor)[1]).toBe("共<blank>个。");
  });

  it("has Tab go to it, and Tab without any leaves the cursor and the keyboard where they are", () => {
    const editor = open();
    changeAt(editor, 0, 0, () => editor.dispatchCommand(KEY_TAB_COMMAND, key()));
    expect(selected(editor)).toBe("数");
    const without = openEditor([title, line("正文。")]);
    let isTaken = false;
    const event = { preventDefault: () => (isTaken = true) } as unknown as KeyboardEvent;
    changeAt(without, 1, 2, () => without.dispatchCommand(KEY_TAB_COMMAND, event));
    expect(isTaken).toBe(true);
    type(without, "甲");
    expect(shown(without)).toEqual(["报告", "正文甲。"]);
  });
});

it("a year is one piece: the cursor stands beside it, and what is typed there leaves it", () => {
  const editor = openEditor([
    { kind: "title", content: [...text("局"), { kind: "year", offset: 0 }, ...text("年报告")] },
    line("正文。"),
  ]);
  change(editor, () => {
    const year = $getRoot()
      .getAllTextNodes()
      .find((node) => node.getTextContent() === "2026");
    if ($isTextNode(year)) year.select(1, 1);
    editor.dispatchCommand(SELECTION_CHANGE_COMMAND);
  });
  type(editor, "甲");
  expect(shown(editor)[0]).toMatch(/^局(甲<year>|<year>甲)年报告$/u);
});

it("段首标题 twice gives the paragraph back", () => {
  const editor = openEditor([title, line("标题。正文。")]);
  const before = blocksOf(editor);
  changeAt(editor, 1, 0, $toggleRunIn);
  expect(blocksOf(editor)[1]?.kind).toBe("runInHeading");
  changeAt(editor, 1, 0, $toggleRunIn);
  expect(blocksOf(editor)).toEqual(before);
});

it("one undo takes one sentence", () => {
  const editor = openEditor([title, line("")]);
  for (const character of "第一句。第二句。第三") type(editor, character);
  const undone = [shown(editor)[1]];
  for (let count = 0; count < 3; count += 1) {
    editor.dispatchCommand(UNDO_COMMAND);
    change(editor, () => undefined);
    undone.push(shown(editor)[1]);
  }
  expect(undone).toEqual(["第一句。第二句。第三", "第一句。第二句。", "第一句。", ""]);
});

it("after a paste that ends in a table the cursor stands in a line behind it", () => {
  const editor = openEditor([title, line("前")]);
  const table: Block = {
    kind: "table",
    columnWidths: [1],
    headerRows: 0,
    rows: [[{ paragraphs: [text("格")], rowSpan: 1, colSpan: 1, align: "start" }]],
  };
  changeAt(editor, 1, 1, () => $insertBlockNodes($parseBlocks(bodyFromBlocks([line("贴"), table], 2026))));
  type(editor, "写下");
  expect(shown(editor)).toEqual(["报告", "前贴", "[table]", "写下"]);
});

it("deleting over lines of several parts takes what is selected and no more", () => {
  const parts: Block = {
    kind: "paragraph",
    role: "body",
    content: [
      ...text("甲乙丙"),
      { kind: "blank", label: "数" },
      ...text("丁"),
      { kind: "text", text: "戊", bold: true },
    ],
  };
  for (const back of [true, false]) {
    const editor = openEditor([title, line("一二三"), parts]);
    change(editor, () => {
      const [first, second] = [1, 2].map((index) => $getRoot().getChildAtIndex(index));
      const [start, end] = [first, second].map((block) => ($isElementNode(block) ? block.getFirstDescendant() : null));
      if (!$isTextNode(start) || !$isTextNode(end)) throw new Error("no text");
      const selection = start.select(1, 1);
      const [from, to] = back ? [selection.focus, selection.anchor] : [selection.anchor, selection.focus];
      from.set(start.getKey(), 1, "text");
      to.set(end.getKey(), 2, "text");
      editor.dispatchCommand(REMOVE_TEXT_COMMAND, null);
    });
    expect(shown(editor)).toEqual(["报告", "一丙<blank>丁戊"]);
  }
});
