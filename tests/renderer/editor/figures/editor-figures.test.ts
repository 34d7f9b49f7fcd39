import { $insertGeneratedNodes, $getLexicalContent } from "@lexical/clipboard";
import { getExtensionDependencyFromEditor } from "@lexical/extension";
import { HistoryExtension } from "@lexical/history";
import {
  $getRoot,
  $getSelection,
  $isRangeSelection,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  HISTORY_PUSH_TAG,
  KEY_ENTER_COMMAND,
  type LexicalEditor,
  UNDO_COMMAND,
} from "lexical";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { paragraphsOf } from "../../../../core/document/block-content.ts";
import type { Block, Inline } from "../../../../core/document/blocks.ts";
import { type Figures, figuresSchema } from "../../../../core/document/figures.ts";
import type { ReviewFact } from "../../../../core/document/review.ts";
import { metaSchema } from "../../../../core/document/schema.ts";
import { inlineText } from "../../../../core/document/content-text.ts";
import { createEditorFigures } from "../../../../renderer/editor/figures/editor-figures.ts";
import { $allFigures, $selectFigure } from "../../../../renderer/editor/figures/figure-nodes.ts";
import { useFigureEntry } from "../../../../renderer/editor/figures/figure-entry.ts";
import { $readFigures, $writeFigures } from "../../../../renderer/editor/figures/figures-state.ts";
import { createEditorReview } from "../../../../renderer/editor/review/editor-review.ts";
import { $copiedHtml, $copiedText } from "../../../../renderer/editor/paste/copy.ts";
import { $fromOtherReport } from "../../../../renderer/editor/paste/copy-source.ts";
import { createLiveBlocks } from "../../../../renderer/editor/session/live-blocks.ts";
import { $createFigureNode } from "../../../../renderer/editor/nodes/figure-node.ts";
import { blocksOf, change, changeAt, openModel } from "../model-editor.ts";

const by = { by: "李静", at: "2027-01-05T00:00:00.000Z" };
const ledger: Figures = figuresSchema.parse({
  done: { name: "完成项目", value: "42", unit: "个", confirmed: by },
  taken: { name: "被采纳", value: "21", unit: "个" },
  rate: {
    name: "采纳率",
    value: "50.0",
    unit: "%",
    formula: { kind: "share", part: "taken", whole: "done" },
    decimals: 1,
  },
});
const plain = (text: string): Inline => ({ kind: "text", text });
const shown = (figureId: string, text: string, reviewId?: string): Inline => ({
  ...{ kind: "figure", figureId, text },
  ...(text === "42" && { display: { unit: "", decimals: null } }),
  ...(reviewId !== undefined && { reviewId }),
});
const line = (...content: readonly Inline[]): Block => ({ kind: "paragraph", role: "body", content });
const cells: Block = {
  kind: "table",
  columnWidths: [1],
  headerRows: 0,
  rows: [[{ paragraphs: [[shown("done", "42")]], rowSpan: 1, colSpan: 1, align: "center" }]],
};
const start: readonly Block[] = [
  line(plain("完成项目"), shown("done", "42个"), plain("，采纳率"), shown("rate", "50.0%"), plain("。")),
  cells,
  line(plain("被采纳"), shown("taken", "21个"), plain("。")),
];

const facts: readonly ReviewFact[] = [{ id: "a-1", kind: "figure", element: null, text: "32个", proposed: null }];

function open(blocks: readonly Block[] = start, figures = ledger) {
  const editor = openModel(blocks);
  change(editor, () => $writeFigures(figures));
  const mended: string[] = [];
  const handle = createEditorFigures(editor, {
    getReviewer: () => "王芳",
    candidates: { show: () => undefined },
    applyBlocks: () => undefined,
    onMended: (details) => mended.push(...details),
  });
  const live = createLiveBlocks(editor);
  const review = createEditorReview(editor, live, {
    read: () => ({ review: { fromYear: 2025, items: facts }, meta: metaSchema.parse({}), year: 2026 }),
    getReviewer: () => "王芳",
    subscribe: () => () => undefined,
  });
  stops.push(
    () => handle.stop(),
    () => review.stop(),
    () => live.stop(),
  );
  // without a window history is off
  getExtensionDependencyFromEditor(editor, HistoryExtension).output.disabled.value = false;
  editor.update(() => $getRoot().getFirstChild()?.markDirty(), { discrete: true, tag: HISTORY_PUSH_TAG });
  return { editor, handle, review, mended };
}

const texts = (editor: LexicalEditor): readonly string[] =>
  blocksOf(editor).flatMap((block) => paragraphsOf(block).map((content) => inlineText(content, 2026)));
const bound = (editor: LexicalEditor): readonly string[] =>
  editor.getEditorState().read(() => $allFigures().map((node) => `${node.getFigureId()} ${node.getTextContent()}`));
const keyOf = (editor: LexicalEditor, index: number): string =>
  editor.getEditorState().read(() => $allFigures()[index]?.getKey() ?? "");
const undo = (editor: LexicalEditor): void => {
  editor.dispatchCommand(UNDO_COMMAND);
  editor.update(() => undefined, { discrete: true });
};

const stops: (() => void)[] = [];

beforeEach(() => useFigureEntry.setState({ entry: null, refused: null }));
afterEach(() => stops.splice(0).forEach((stop) => stop()));

describe("a value that is entered at one place", () => {
  it("changes all places, cells and derived figures in one step, which undo takes back with the ledger", () => {
    const { editor, handle } = open();
    expect(handle.enter(keyOf(editor, 0), "28")).toBeNull();
    expect(texts(editor)).toEqual(["完成项目28个，采纳率75.0%。", "28", "被采纳21个。"]);
    expect(handle.read()["done"]).toMatchObject({ value: "28", confirmed: null });
    undo(editor);
    expect(texts(editor)).toEqual(["完成项目42个，采纳率50.0%。", "42", "被采纳21个。"]);
    expect(handle.read()).toEqual(ledger);
  });

  it("is refused with a reason, and nothing changes", () => {
    const { editor, handle } = open();
    expect(handle.enter(keyOf(editor, 0), "4x")?.problem).toContain("“完成项目”");
    expect(handle.enter(keyOf(editor, 1), "60")?.problem).toContain("由其他数据算出");
    expect(handle.enter(keyOf(editor, 0), "0")?.problem).toContain("而它是 0");
    expect(texts(editor)).toEqual(["完成项目42个，采纳率50.0%。", "42", "被采纳21个。"]);
    expect(handle.read()).toEqual(ledger);
  });
});

describe("what stands in the text", () => {
  it("is what the ledger says when a report is opened, and what is set right is told", () => {
    const stale = [line(shown("done", "40个"), shown("gone", "7个"))];
    const { editor, mended } = open(stale);
    expect(mended).toEqual(["完成项目：40个 → 42个"]);
    expect(texts(editor)).toEqual(["42个7个"]);
    expect(bound(editor)).toEqual(["done 42个"]);
  });

  it("stays bound where it is copied within the report, with the value of now", () => {
    const { editor, handle } = open();
    let copied = "";
    change(editor, () => {
      $selectFigure($allFigures()[0] ?? $createFigureNode("", { text: "" }));
      copied = $getLexicalContent(editor) ?? "";
    });
    handle.enter(keyOf(editor, 0), "30");
    changeAt(editor, 2, 3, () => {
      const selection = $getSelection();
      const { nodes } = JSON.parse(copied) as { nodes: readonly { figureId: string; text: string }[] };
      const made = nodes.map(({ figureId, text }) => $createFigureNode(figureId, { text }));
      if (selection) $insertGeneratedNodes(editor, made, selection);
    });
    expect(texts(editor)[2]).toBe("被采纳30个21个。");
    expect(bound(editor)).toEqual(["done 30个", "rate 70.0%", "done 30", "done 30个", "taken 21个"]);
  });

  it("is text where it comes from another report, whose ids may mean something else", () => {
    const { editor } = open();
    changeAt(editor, 2, 3, () => {
      const source = { reportId: "other", year: 2026, facts: [] };
      const { nodes } = $fromOtherReport([$createFigureNode("done", { text: "99个" })], source, {
        ...{ year: 2026, isUnderReview: false },
      });
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.insertNodes(nodes);
    });
    expect(texts(editor)[2]).toBe("被采纳99个21个。");
    expect(bound(editor)).toHaveLength(4);
  });

  it("goes to other programs as one line, review marks or not", () => {
    const { editor } = open([line(plain("完成"), shown("done", "42个", "a-1"), plain("项目。"))]);
    change(editor, () => {
      $getRoot().select(0, 1);
      expect($copiedText($getSelection())).toBe("完成42个项目。");
      expect($copiedHtml($getSelection())).toBe("<p>完成42个项目。</p>");
    });
  });

  it("is text again when its figure leaves the ledger, and bound again by undo", () => {
    const { editor, handle } = open();
    const { rate: _rate, ...rest } = ledger;
    handle.remove(rest, new Set(["rate"]));
    expect(texts(editor)[0]).toBe("完成项目42个，采纳率50.0%。");
    expect(bound(editor)).toEqual(["done 42个", "done 42", "taken 21个"]);
    undo(editor);
    expect(bound(editor)).toHaveLength(4);
    expect(handle.read()).toEqual(ledger);
  });
});

describe("a figure that is selected", () => {
  const select = (editor: LexicalEditor): void =>
    change(editor, () => $selectFigure($allFigures()[0] ?? $createFigureNode("", { text: "" })));

  it("is edited by typing and by Enter, and the text stays what it is", () => {
    const { editor } = open();
    select(editor);
    change(editor, () => editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, "5"));
    expect(useFigureEntry.getState().entry).toMatchObject({ typed: "5", key: keyOf(editor, 0) });
    select(editor);
    change(editor, () => editor.dispatchCommand(KEY_ENTER_COMMAND, null));
    expect(useFigureEntry.getState().entry).toMatchObject({ typed: null });
    expect(texts(editor)).toEqual(["完成项目42个，采纳率50.0%。", "42", "被采纳21个。"]);
  });

  it("goes at this place alone when it is deleted", () => {
    const { editor, handle } = open();
    select(editor);
    change(editor, () => {
      const selection = $getSelection();
      if ($isRangeSelection(selection)) selection.removeText();
    });
    expect(texts(editor)).toEqual(["完成项目，采纳率50.0%。", "42", "被采纳21个。"]);
    expect(handle.read()).toEqual(ledger);
  });
});

describe("a review mark over figures", () => {
  const marked = [line(plain("完成"), shown("done", "42个", "a-1"), plain("，"), shown("taken", "21个"), plain("。"))];
  const none: Figures = { ...ledger, done: { ...(ledger["done"] ?? ({} as never)), confirmed: null } };
  const stateOf = ({ review }: ReturnType<typeof open>): string | undefined => {
    review.next();
    return review.getSnapshot().entries[0]?.state;
  };

  it("is settled by accepting it, which confirms them, and opened again with them", () => {
    const opened = open(marked, none);
    opened.review.accept(["a-1"]);
    expect(opened.handle.read()["done"]?.confirmed).toMatchObject({ by: "王芳" });
    expect(opened.review.getSnapshot().entries[0]?.state).toBe("updated");
    opened.review.reopen(["a-1"]);
    expect(opened.handle.read()["done"]?.confirmed).toBeNull();
    expect(opened.review.getSnapshot().entries[0]?.state).toBe("pending");
    undo(opened.editor);
    expect(opened.handle.read()["done"]?.confirmed).toMatchObject({ by: "王芳" });
  });

  it("is settled by confirming them in the ledger", () => {
    const opened = open(marked, none);
    expect(opened.review.getSnapshot().entries[0]?.state).toBe("pending");
    opened.handle.write({ ...none, done: { ...(none["done"] ?? ({} as never)), confirmed: by } });
    expect(stateOf(opened)).toBe("updated");
  });

  it("gets last year's value back by 沿用, and stays bound", () => {
    const opened = open(marked, none);
    opened.review.keep(["a-1"]);
    expect(texts(opened.editor)).toEqual(["完成32个，21个。"]);
    expect(bound(opened.editor)).toEqual(["done 32个", "taken 21个"]);
    expect(opened.handle.read()["done"]).toMatchObject({ value: "32", confirmed: { by: "王芳" } });
    expect(opened.review.getSnapshot().entries[0]?.state).toBe("kept");
  });

  it("is settled by a value that is entered over last year's", () => {
    const opened = open(marked, none);
    expect(opened.handle.enter(keyOf(opened.editor, 0), "45")).toBeNull();
    expect(texts(opened.editor)).toEqual(["完成45个，21个。"]);
    expect(stateOf(opened)).toBe("updated");
    expect(opened.editor.getEditorState().read($readFigures)["done"]).toMatchObject({ confirmed: { by: "王芳" } });
  });
});
