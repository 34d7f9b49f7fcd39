import { getExtensionDependencyFromEditor } from "@lexical/extension";
import { HistoryExtension } from "@lexical/history";
import { $getRoot, REDO_COMMAND, UNDO_COMMAND } from "lexical";
import { beforeEach, describe, expect, it, onTestFinished, vi } from "vitest";
import type { Block, Inline } from "../../../core/document/blocks.ts";
import { isChosenAtFirst } from "../../../core/replace/judge-hits.ts";
import { replacementsIn } from "../../../core/document/body-state.ts";
import { bodyFromEditorJson } from "../../../renderer/editor/saving/body-json.ts";
import { createFinder } from "../../../renderer/editor/find/finder.ts";
import { blocksOf, openModel } from "../editor/model-editor.ts";

const text = (words: string, more: { bold?: true; reviewId?: string } = {}): Inline => ({
  kind: "text",
  text: words,
  ...more,
});
const line = (...content: readonly Inline[]): Block => ({ kind: "paragraph", role: "body", content });
const judged = { matchCase: true, wholeWord: false, judged: true };

beforeEach(() => {
  vi.stubGlobal("CSS", {});
  vi.stubGlobal("requestIdleCallback", () => 0);
  vi.stubGlobal("cancelIdleCallback", () => undefined);
});

function open(blocks: readonly Block[], query: string) {
  const editor = openModel(blocks);
  const finder = createFinder(editor);
  // a search that waits for a quiet moment must not wake up in another test
  onTestFinished(() => finder.stop());
  finder.search(query, judged);
  const replaceChosen = (replacement: string, recordId: string) => {
    const chosen = finder.getHits().filter(({ judgement }) => judgement !== null && isChosenAtFirst(judgement));
    return finder.replace(new Set(chosen.map(({ id }) => id)), replacement, recordId);
  };
  const ids = () => replacementsIn(bodyFromEditorJson(editor.getEditorState().toJSON()));
  return { editor, finder, replaceChosen, ids };
}

describe("guarded replace in the editor", () => {
  it("leaves parts of longer words, names and what follows 报告年度", () => {
    const blocks = [
      line(text("科技强审。增强审计监督。学习《科技强审文集》。")),
      line({ kind: "year", offset: 0 }, text("年强审"), { kind: "blank", label: "强审数" }),
    ];
    const { editor, finder, replaceChosen } = open(blocks, "强审");
    expect(finder.getHits().map(({ judgement }) => judgement && isChosenAtFirst(judgement))).toEqual([
      ...[true, false, false],
      ...[true, false],
    ]);
    const sentences = replaceChosen("金审", "r");
    expect(sentences.map(({ before, after }) => [before, after])).toEqual([
      ["科技强审。", "科技金审。"],
      [expect.stringContaining("年强审"), expect.stringContaining("年金审")],
    ]);
    expect(blocksOf(editor)).toEqual([
      line(text("科技金审。增强审计监督。学习《科技强审文集》。")),
      line({ kind: "year", offset: 0 }, text("年金审"), { kind: "blank", label: "强审数" }),
    ]);
  });

  it("keeps bold and review marks around a hit, and what was replaced in a mark reads anew there", () => {
    const blocks = [
      line(text("落实"), text("十四五规划", { reviewId: "a-1" }), text("，"), text("十四五", { bold: true })),
    ];
    const { editor, replaceChosen } = open(blocks, "十四五");
    replaceChosen("十五五", "r");
    expect(blocksOf(editor)).toEqual([
      line(text("落实"), text("十五五规划", { reviewId: "a-1" }), text("，"), text("十五五", { bold: true })),
    ]);
  });

  it("never replaces what is no typed text, even when it is asked to", () => {
    const blocks = [line({ kind: "year", offset: 0 }, text("年，2026年"))];
    const { editor, finder } = open(blocks, "2026");
    finder.replace(new Set(finder.getHits().map(({ id }) => id)), "2027", "r");
    expect(blocksOf(editor)).toEqual([line({ kind: "year", offset: 0 }, text("年，2027年"))]);
  });

  it("is one step of undo for the words and for the record of it, and one of redo", () => {
    const blocks = Array.from({ length: 30 }, () => line(text("科技强审。"), text("强审", { bold: true })));
    const { editor, replaceChosen, ids } = open(blocks, "强审");
    // history sleeps where there is no window, and goes back to the first change that it sees
    getExtensionDependencyFromEditor(editor, HistoryExtension).output.disabled.value = false;
    editor.update(() => $getRoot().getFirstDescendant()?.markDirty(), { discrete: true });
    expect(replaceChosen("金审", "first")).toHaveLength(60);
    const replaced = blocksOf(editor);
    expect(ids()).toEqual(["first"]);
    editor.dispatchCommand(UNDO_COMMAND, undefined);
    editor.read(() => undefined);
    expect(blocksOf(editor)).toEqual(blocks);
    expect(ids()).toEqual([]);
    editor.dispatchCommand(REDO_COMMAND, undefined);
    editor.read(() => undefined);
    expect(blocksOf(editor)).toEqual(replaced);
    expect(ids()).toEqual(["first"]);
  });

  it("takes line feeds out of what is put in", () => {
    const { editor, replaceChosen } = open([line(text("甲强审乙"))], "强审");
    replaceChosen("金\n审", "r");
    expect(blocksOf(editor)).toEqual([line(text("甲金审乙"))]);
  });
});
