import { $generateNodesFromSerializedNodes, $getLexicalContent, type BaseSerializedNode } from "@lexical/clipboard";
import {
  $createRangeSelection,
  $getRoot,
  $isElementNode,
  $isTextNode,
  $setSelection,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  type LexicalEditor,
  type PointType,
} from "lexical";
import { describe, expect, it } from "vitest";
import type { Block } from "../../core/document/blocks.ts";
import { $insertBlockNodes } from "../../renderer/editor/paste/insert-blocks.ts";
import { blocksOf, change, openEditor } from "../renderer/editor/model-editor.ts";

// A line marked with Shift+↓ ends at the start of the next one. That line is not marked, and nothing of it may change:
// deleted, typed over or moved, the marked line used to leave its kind to the next one, or to take it from there.

const text = (words: string) => [{ kind: "text", text: words }] as const;
const body = (words: string): Block => ({ kind: "paragraph", role: "body", content: text(words) });
const heading = (words: string): Block => ({
  kind: "heading",
  level: 1,
  ordinal: { kind: "computed" },
  content: text(words),
});
const open = (): LexicalEditor =>
  openEditor([{ kind: "title", content: text("题目") }, body("甲段"), heading("标题"), body("乙段"), body("丙丁")]);

/** Line and character. */
type At = readonly [line: number, offset: number];

function $put(point: PointType, [line, offset]: At): void {
  const block = $getRoot().getChildAtIndex(line);
  const first = $isElementNode(block) ? block.getFirstChild() : null;
  if ($isTextNode(first)) point.set(first.getKey(), offset, "text");
  else if (block) point.set(block.getKey(), 0, "element");
}

function $select(from: At, to: At): void {
  const selection = $createRangeSelection();
  $put(selection.anchor, from);
  $put(selection.focus, to);
  $setSelection(selection);
}

/** The lines, a heading with # in front. */
function linesOf(editor: LexicalEditor): readonly string[] {
  return blocksOf(editor)
    .slice(1)
    .map((block) => {
      const words = "content" in block ? block.content.map((one) => (one.kind === "text" ? one.text : "")) : [];
      return (block.kind === "heading" ? "#" : "") + words.join("");
    });
}

const deleted: readonly (readonly [string, At, At, readonly string[]])[] = [
  ["a line above a heading", [1, 0], [2, 0], ["#标题", "乙段", "丙丁"]],
  ["a heading above a line", [2, 0], [3, 0], ["甲段", "乙段", "丙丁"]],
  ["the same, marked upwards", [3, 0], [2, 0], ["甲段", "乙段", "丙丁"]],
  ["two lines", [2, 0], [4, 0], ["甲段", "丙丁"]],
  ["a line and the start of a heading", [1, 0], [2, 1], ["#题", "乙段", "丙丁"]],
  ["a heading and the start of a line", [2, 0], [3, 1], ["甲段", "段", "丙丁"]],
  ["two lines whole, which leaves one to write in", [1, 0], [2, 2], ["", "乙段", "丙丁"]],
  ["the end of a line with its break, which joins", [1, 1], [3, 0], ["甲乙段", "丙丁"]],
];

describe("lines that are marked with their break", () => {
  it.each(deleted)("leave what stands behind them as it is when deleted: %s", (_, from, to, lines) => {
    const editor = open();
    change(editor, () => {
      $select(from, to);
      editor.dispatchCommand(DELETE_CHARACTER_COMMAND, false);
    });
    expect(linesOf(editor)).toEqual(lines);
  });

  it.each([
    [
      [1, 0],
      [2, 0],
      ["新", "#标题", "乙段", "丙丁"],
    ],
    [
      [2, 0],
      [3, 0],
      ["甲段", "#新", "乙段", "丙丁"],
    ],
    [
      [1, 1],
      [2, 0],
      ["甲新", "#标题", "乙段", "丙丁"],
    ],
    [
      [4, 0],
      [3, 0],
      ["甲段", "#标题", "新", "丙丁"],
    ],
  ] as const)("are typed over alone: %j to %j", (from, to, lines) => {
    const editor = open();
    change(editor, () => {
      $select(from, to);
      editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, "新");
    });
    expect(linesOf(editor)).toEqual(lines);
  });

  it.each([
    // a line to the start, the middle and the end of another, and of a heading
    [
      [1, 0],
      [2, 0],
      [4, 0],
      ["甲段", "#标题", "乙段", "甲段", "丙丁"],
    ],
    [
      [1, 0],
      [2, 0],
      [4, 1],
      ["甲段", "#标题", "乙段", "丙甲段", "丁"],
    ],
    [
      [1, 0],
      [2, 0],
      [4, 2],
      ["甲段", "#标题", "乙段", "丙丁甲段"],
    ],
    [
      [3, 0],
      [4, 0],
      [2, 0],
      ["甲段", "乙段", "#标题", "乙段", "丙丁"],
    ],
    // a heading
    [
      [2, 0],
      [3, 0],
      [4, 0],
      ["甲段", "#标题", "乙段", "#标题", "丙丁"],
    ],
    [
      [2, 0],
      [3, 0],
      [4, 1],
      ["甲段", "#标题", "乙段", "丙", "#标题", "丁"],
    ],
    // from the end of a line: its break alone, and with the line behind it
    [
      [1, 2],
      [2, 0],
      [4, 1],
      ["甲段", "#标题", "乙段", "丙", "丁"],
    ],
    [
      [1, 2],
      [2, 0],
      [4, 0],
      ["甲段", "#标题", "乙段", "", "丙丁"],
    ],
    [
      [1, 2],
      [2, 2],
      [4, 2],
      ["甲段", "#标题", "乙段", "丙丁", "#标题"],
    ],
    // parts of two lines
    [
      [1, 1],
      [2, 1],
      [4, 1],
      ["甲段", "#标题", "乙段", "丙段", "#标", "丁"],
    ],
    [
      [3, 1],
      [4, 1],
      [2, 0],
      ["甲段", "段", "#丙标题", "乙段", "丙丁"],
    ],
  ] as const)("are copied as lines: %j to %j, put to %j", (from, to, at, lines) => {
    const editor = open();
    change(editor, () => {
      $select(from, to);
      const copied = JSON.parse($getLexicalContent(editor) ?? "") as { readonly nodes: BaseSerializedNode[] };
      $select(at, at);
      $insertBlockNodes($generateNodesFromSerializedNodes(copied.nodes));
    });
    expect(linesOf(editor)).toEqual(lines);
  });
});
