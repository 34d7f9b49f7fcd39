import { getExtensionDependencyFromEditor } from "@lexical/extension";
import { HistoryExtension } from "@lexical/history";
import {
  $getRoot,
  $getSelection,
  $isRangeSelection,
  HISTORY_PUSH_TAG,
  type LexicalEditor,
  REDO_COMMAND,
  UNDO_COMMAND,
} from "lexical";
import { describe, expect, it } from "vitest";
import type { Block, Inline } from "../../../../core/document/blocks.ts";
import { decisionsOf } from "../../../../core/document/review-entries.ts";
import type { ReviewFact } from "../../../../core/document/review.ts";
import { bodyFromEditorJson } from "../../../../renderer/editor/saving/body-json.ts";
import { registerReviewEdits } from "../../../../renderer/editor/review/review-edits.ts";
import { blocksOf, changeAt, openModel } from "../model-editor.ts";

const plain = (text: string): Inline => ({ kind: "text", text });
const marked = (text: string, reviewId = "a-1"): Inline => ({ kind: "text", text, reviewId });
const paragraph = (...content: readonly Inline[]): Block => ({ kind: "paragraph", role: "body", content });
const figure: ReviewFact = { id: "a-1", kind: "figure", element: null, text: "32个", proposed: null };
const year: ReviewFact = { id: "a-2", kind: "year", element: null, text: "2025年", proposed: "2026年" };
const name: ReviewFact = { id: "a-3", kind: "name", element: null, text: "王敏局长", proposed: null };
const facts = [figure, year, name];
const AT = "2027-01-05T00:00:00.000Z";

function open(...blocks: readonly Block[]): LexicalEditor {
  const editor = openModel(blocks);
  registerReviewEdits(editor, {
    factOf: (id) => facts.find((fact) => fact.id === id),
    getReviewer: () => "李静",
    now: () => AT,
  });
  // without a window history is off
  getExtensionDependencyFromEditor(editor, HistoryExtension).output.disabled.value = false;
  editor.update(() => $getRoot().getFirstChild()?.markDirty(), { discrete: true, tag: HISTORY_PUSH_TAG });
  return editor;
}

/** Undo and redo set the state of another time, which is the editor's from the next update on. */
function go(editor: LexicalEditor, command: typeof UNDO_COMMAND): void {
  editor.dispatchCommand(command);
  editor.update(() => undefined, { discrete: true });
}

const contentOf = (editor: LexicalEditor, index = 0) => {
  const block = blocksOf(editor)[index];
  return block?.kind === "paragraph" ? block.content : undefined;
};
const decisions = (editor: LexicalEditor) => decisionsOf(bodyFromEditorJson(editor.getEditorState().toJSON()));
const settled = { state: "updated", by: "李静", at: AT, edited: true };

/** Types at an offset of a line, or over the `length` characters behind it. */
function type(editor: LexicalEditor, offset: number, text: string, length = 0, block = 0): void {
  changeAt(editor, block, offset, () => {
    const start = $getSelection();
    if (!$isRangeSelection(start)) return;
    const anchor = { key: start.anchor.key, offset: start.anchor.offset };
    $select(block, offset + length);
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) return;
    selection.anchor.set(anchor.key, anchor.offset, "text");
    selection.insertText(text);
  });
}

function $select(block: number, offset: number): void {
  const line = $getRoot().getChildAtIndex(block);
  let left = offset;
  for (const node of $getRoot().getAllTextNodes()) {
    if (!node.getTopLevelElement()?.is(line)) continue;
    if (left <= node.getTextContentSize()) {
      node.select(left, left);
      return;
    }
    left -= node.getTextContentSize();
  }
}

const sentence = paragraph(plain("完成"), marked("32个"), plain("项目"));

describe("Writing at marked words", () => {
  it("settles them when it changes what is inside, in one step that undo takes back and redo repeats", () => {
    const editor = open(sentence);
    type(editor, 3, "5", 1);
    expect(contentOf(editor)).toEqual([plain("完成"), marked("35个"), plain("项目")]);
    expect(decisions(editor)).toEqual({ "a-1": settled });
    go(editor, UNDO_COMMAND);
    expect(blocksOf(editor)).toEqual([sentence]);
    expect(decisions(editor)).toEqual({});
    go(editor, REDO_COMMAND);
    expect(decisions(editor)).toEqual({ "a-1": settled });
  });

  it("keeps the mark on a figure that is typed over all of them", () => {
    const editor = open(sentence);
    type(editor, 2, "4", 3);
    expect(contentOf(editor)).toEqual([plain("完成"), marked("4"), plain("项目")]);
    for (const [index, character] of Array.from("5个").entries()) type(editor, 3 + index, character);
    expect(contentOf(editor)).toEqual([plain("完成"), marked("45个"), plain("项目")]);
    expect(decisions(editor)).toEqual({ "a-1": settled });
    go(editor, UNDO_COMMAND);
    expect(blocksOf(editor)).toEqual([sentence]);
    go(editor, REDO_COMMAND);
    type(editor, 5, "重点");
    expect(contentOf(editor)).toEqual([plain("完成"), marked("45个"), plain("重点项目")]);
  });

  it("takes the figure out of a longer text that is put in their place at once", () => {
    const editor = open(sentence);
    type(editor, 2, "了重点45个", 3);
    expect(contentOf(editor)).toEqual([plain("完成了重点"), marked("45个"), plain("项目")]);
  });

  it("marks what is typed where they were deleted, as long as the cursor stays there", () => {
    const editor = open(sentence);
    type(editor, 2, "", 3);
    expect(contentOf(editor)).toEqual([plain("完成项目")]);
    type(editor, 2, "45个");
    expect(contentOf(editor)).toEqual([plain("完成"), marked("45个"), plain("项目")]);
    const other = open(sentence);
    type(other, 2, "", 3);
    changeAt(other, 0, 4, () => undefined);
    type(other, 2, "45个");
    expect(contentOf(other)).toEqual([plain("完成45个项目")]);
  });

  it("decides nothing about words that were deleted, since they may come back from the clipboard", () => {
    const editor = open(sentence);
    type(editor, 2, "", 3);
    expect(decisions(editor)).toEqual({});
  });

  it("leaves a stale figure open when a sentence goes on in front of it or behind it", () => {
    const editor = open(sentence);
    type(editor, 5, "重点");
    type(editor, 2, "审计");
    expect(contentOf(editor)).toEqual([plain("完成审计"), marked("32个"), plain("重点项目")]);
    expect(decisions(editor)).toEqual({});
  });

  it("takes a digit next to a digit for another figure", () => {
    const editor = open(sentence);
    type(editor, 2, "1");
    expect(contentOf(editor)).toEqual([plain("完成"), marked("132个"), plain("项目")]);
    expect(decisions(editor)).toEqual({ "a-1": settled });
  });

  it("opens them again when last year's words are typed again", () => {
    const editor = open(sentence);
    type(editor, 3, "", 1);
    expect(decisions(editor)).toEqual({ "a-1": settled });
    type(editor, 3, "2");
    expect(contentOf(editor)).toEqual([plain("完成"), marked("32个"), plain("项目")]);
    expect(decisions(editor)).toEqual({});
  });

  it("does not swallow the sentence behind a name", () => {
    const editor = open(paragraph(plain("由"), marked("王敏局长", "a-3"), plain("，负责")));
    type(editor, 1, "张三副局长，全面", 4);
    expect(contentOf(editor)).toEqual([plain("由"), marked("张三副局长", "a-3"), plain("，全面，负责")]);
  });

  it("leaves words alone when they become bold, in whole or in part", () => {
    const editor = open(sentence);
    changeAt(editor, 0, 3, () => {
      const selection = $getSelection();
      if ($isRangeSelection(selection)) {
        selection.focus.set(selection.focus.key, 2, "text");
        selection.formatText("bold");
      }
    });
    expect(JSON.stringify(contentOf(editor))).toContain('"bold":true');
    expect(decisions(editor)).toEqual({});
  });

  it("keeps both parts marked when a new line is put into them, and joins them again", () => {
    const editor = open(sentence);
    changeAt(editor, 0, 3, () => {
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.insertParagraph();
    });
    expect([contentOf(editor, 0), contentOf(editor, 1)]).toEqual([
      [plain("完成"), marked("3")],
      [marked("2个"), plain("项目")],
    ]);
    go(editor, UNDO_COMMAND);
    expect(blocksOf(editor)).toEqual([sentence]);
  });

  it("keeps a year that follows 报告年度 and its mark apart from edits", () => {
    const line = paragraph({ kind: "year", offset: 0, reviewId: "a-2" }, marked("年", "a-2"), plain("，本局"));
    const editor = open(line);
    editor.update(() => $getRoot().getAllTextNodes()[0]?.getWritable(), { discrete: true });
    changeAt(editor, 0, 6, () => {
      const year = $getRoot().getAllTextNodes()[0];
      year?.setTextContent("2027");
    });
    expect(decisions(editor)).toEqual({});
    type(editor, 0, "2028", 4);
    expect(contentOf(editor)).toEqual([marked("2028年", "a-2"), plain("，本局")]);
    expect(decisions(editor)).toEqual({ "a-2": settled });
  });

  it("works in the cells of tables and in headings", () => {
    const heading: Block = {
      kind: "heading",
      level: 1,
      ordinal: { kind: "computed" },
      content: [marked("32个"), plain("项目")],
    };
    const editor = open(heading);
    type(editor, 0, "45", 2);
    expect(blocksOf(editor)[0]).toMatchObject({ content: [marked("45个"), plain("项目")] });
    const cell = { paragraphs: [[marked("32个")]], rowSpan: 1, colSpan: 1, align: "start" } as const;
    const table = open({ kind: "table", columnWidths: [1], headerRows: 0, rows: [[cell]] });
    table.update(() => $getRoot().getAllTextNodes()[0]?.select(0, 3).insertText("45个"), { discrete: true });
    expect(blocksOf(table)[0]).toMatchObject({ rows: [[{ paragraphs: [[marked("45个")]] }]] });
    expect(decisions(table)).toEqual({ "a-1": settled });
  });
});
