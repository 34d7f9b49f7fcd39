import { getExtensionDependencyFromEditor } from "@lexical/extension";
import { HistoryExtension } from "@lexical/history";
import fc from "fast-check";
import {
  $getRoot,
  $getSelection,
  $isRangeSelection,
  type LexicalEditor,
  type NodeKey,
  REDO_COMMAND,
  UNDO_COMMAND,
} from "lexical";
import { describe, expect, it } from "vitest";
import type { Block } from "../../../../core/document/blocks.ts";
import { applyBlocks } from "../../../../renderer/editor/session/apply-blocks.ts";
import { createLiveBlocks } from "../../../../renderer/editor/session/live-blocks.ts";
import { $textPlace } from "../../../../renderer/editor/structure/text-place.ts";
import { arbitraryBlock, arbitraryBlocks } from "../../../core/document/arbitrary-blocks.ts";
import { blocksOf, changeAt, openModel } from "../model-editor.ts";

const YEAR = 2026;
const line = (text: string): Block => ({
  kind: "paragraph",
  role: "body",
  content: text === "" ? [] : [{ kind: "text", text }],
});
const item = (text: string): Block => ({
  kind: "listItem",
  level: 4,
  ordinal: { kind: "computed" },
  content: [{ kind: "text", text }],
});

function open(blocks: readonly Block[]) {
  const editor = openModel(blocks);
  // history sleeps where there is no window
  getExtensionDependencyFromEditor(editor, HistoryExtension).output.disabled.value = false;
  // the first change is what undo goes back to
  editor.update(() => $getRoot().selectStart(), { discrete: true });
  const live = createLiveBlocks(editor);
  return {
    editor,
    read: live.read,
    apply: (change: (blocks: readonly Block[]) => readonly Block[]) =>
      applyBlocks(editor, live.read(), change(live.read()), YEAR),
  };
}

/** The widths of columns are rounded on every way into the editor. */
const roughly = (block: Block): Block =>
  block.kind === "table" ? { ...block, columnWidths: block.columnWidths.map(Math.round) } : block;

const keysOf = (editor: LexicalEditor): readonly NodeKey[] => editor.read(() => $getRoot().getChildrenKeys());

/** The index of the block with the cursor, and how many characters stand before it. */
const cursorOf = (editor: LexicalEditor): readonly [number, number] =>
  editor.read(() => {
    const selection = $getSelection();
    if (!$isRangeSelection(selection)) throw new Error("No cursor");
    const place = $textPlace(selection.anchor.getNode(), selection.anchor.offset);
    return place ? [place.block.getIndexWithinParent(), place.offset] : [-1, -1];
  });

function go(editor: LexicalEditor, command: typeof UNDO_COMMAND): void {
  editor.dispatchCommand(command, undefined);
  // reading settles what is under way
  editor.read(() => undefined);
}

const undoSteps = (editor: LexicalEditor): number =>
  getExtensionDependencyFromEditor(editor, HistoryExtension).output.historyState.peek().undoStack.length;

describe("Blocks given to the editor", () => {
  it("leave the lines alone that they do not change", () => {
    const { editor, apply, read } = open([line("甲"), line("乙"), line("丙")]);
    const [first, , third] = keysOf(editor);
    apply(([one, , three]) => [one, line("乙，改"), three].filter((block) => block !== undefined));
    expect(blocksOf(editor)).toEqual([line("甲"), line("乙，改"), line("丙")]);
    const keys = keysOf(editor);
    expect([keys[0], keys[2]]).toEqual([first, third]);
    expect(read()).toEqual(blocksOf(editor));
  });

  it("may be more, fewer or none", () => {
    const { editor, apply } = open([line("甲"), line("乙")]);
    apply((blocks) => [line("前"), ...blocks, item("后")]);
    expect(blocksOf(editor)).toEqual([line("前"), line("甲"), line("乙"), item("后")]);
    apply((blocks) => blocks.slice(2, 3));
    expect(blocksOf(editor)).toEqual([line("乙")]);
    apply(() => []);
    expect(blocksOf(editor)).toEqual([line("")]);
  });

  it("may stand in another order, or one of them twice", () => {
    const { editor, apply } = open([line("甲"), line("乙"), line("丙")]);
    const keys = keysOf(editor);
    apply((blocks) => [...blocks.toReversed(), ...blocks.slice(0, 1)]);
    expect(blocksOf(editor)).toEqual(["丙", "乙", "甲", "甲"].map(line));
    expect(keysOf(editor).slice(0, 3)).toEqual(keys.toReversed());
  });

  it("are one undo step, whatever was typed before", () => {
    const { editor, apply } = open([line("甲"), line("乙")]);
    changeAt(editor, 0, 1, () => {
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.insertText("，");
    });
    const steps = undoSteps(editor);
    apply(([one]) => [...(one ? [one] : []), line("乙改"), line("新")]);
    expect(undoSteps(editor)).toBe(steps + 1);
    go(editor, UNDO_COMMAND);
    expect(blocksOf(editor)).toEqual([line("甲，"), line("乙")]);
    go(editor, REDO_COMMAND);
    expect(blocksOf(editor)).toEqual([line("甲，"), line("乙改"), line("新")]);
  });

  it("keep every change that can be made to a report, and undo takes exactly that back", () => {
    const edit = fc.record({
      at: fc.nat({ max: 11 }),
      remove: fc.nat({ max: 3 }),
      insert: fc.array(arbitraryBlock, { maxLength: 3 }),
    });
    fc.assert(
      fc.property(arbitraryBlocks, fc.array(edit, { minLength: 1, maxLength: 4 }), (blocks, edits) => {
        const { editor, apply, read } = open(blocks);
        const before = editor.getEditorState().toJSON();
        const kept = new Map(read().map((block, index) => [block, keysOf(editor)[index]]));
        let wanted: readonly Block[] = [];
        apply(
          (live) =>
            (wanted = edits.reduce<readonly Block[]>(
              (all, { at, remove, insert }) => all.toSpliced(at, remove, ...insert),
              live,
            )),
        );
        expect(blocksOf(editor).map(roughly)).toEqual(blocksOf(openModel(wanted)).map(roughly));
        for (const [index, block] of wanted.entries()) {
          const key = kept.get(block);
          if (key !== undefined) expect(keysOf(editor)[index]).toBe(key);
        }
        if (wanted.length === blocks.length && edits.every(({ remove, insert }) => remove + insert.length === 0))
          return;
        go(editor, UNDO_COMMAND);
        expect(editor.getEditorState().toJSON()).toEqual(before);
      }),
      { numRuns: 150 },
    );
  });
});

describe("The cursor, when blocks are given to the editor", () => {
  const withCursor = (blocks: readonly Block[], index: number, offset: number) => {
    const opened = open(blocks);
    changeAt(opened.editor, index, offset, () => undefined);
    return opened;
  };

  it("stays in a line that is kept", () => {
    const { editor, apply } = withCursor([line("甲乙丙"), line("丁")], 0, 2);
    apply(([one]) => [line("新"), ...(one ? [one] : [])]);
    expect(cursorOf(editor)).toEqual([1, 2]);
  });

  it("stays at its words in a line that is made anew", () => {
    const { editor, apply } = withCursor([line("甲"), line("落实,制度"), line("乙")], 1, 3);
    apply(([one, , three]) => [...(one ? [one] : []), line("落实，制度"), ...(three ? [three] : [])]);
    expect(cursorOf(editor)).toEqual([1, 3]);
  });

  it("stays at its words when lines are joined or divided", () => {
    const joined = withCursor([line("甲"), line("落实"), line("制度"), line("乙")], 2, 1);
    joined.apply(([one, , , four]) => [...(one ? [one] : []), line("落实制度"), ...(four ? [four] : [])]);
    expect(cursorOf(joined.editor)).toEqual([1, 3]);
    const divided = withCursor([line("甲"), line("落实制度")], 1, 3);
    divided.apply(([one]) => [...(one ? [one] : []), line("落实"), line("制度")]);
    expect(cursorOf(divided.editor)).toEqual([2, 1]);
  });

  it("goes to what stands where its line stood", () => {
    const { editor, apply } = withCursor([line("甲"), line("乙"), line("丙")], 1, 1);
    apply(([one, , three]) => [...(one ? [one] : []), ...(three ? [three] : [])]);
    expect(cursorOf(editor)).toEqual([1, 0]);
    apply(([one]) => (one ? [one] : []));
    expect(cursorOf(editor)[0]).toBe(0);
  });

  it("is always somewhere in the text", () => {
    fc.assert(
      fc.property(arbitraryBlocks, arbitraryBlocks, fc.nat({ max: 11 }), (blocks, next, at) => {
        const { editor, apply } = open(blocks);
        editor.update(
          () =>
            $getRoot()
              .getChildAtIndex(at % blocks.length)
              ?.selectEnd(),
          { discrete: true },
        );
        apply((live) => [...live.slice(0, at), ...next]);
        editor.read(() => {
          for (const node of $getSelection()?.getNodes() ?? []) expect(node.isAttached()).toBe(true);
          expect($getSelection()).not.toBeNull();
        });
      }),
      { numRuns: 100 },
    );
  });
});
