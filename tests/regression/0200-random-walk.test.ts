import { getExtensionDependencyFromEditor } from "@lexical/extension";
import { HistoryExtension } from "@lexical/history";
import { $getRoot, $getSelection, $isRangeSelection, type LexicalEditor, REDO_COMMAND, UNDO_COMMAND } from "lexical";
import { expect, it } from "vitest";
import type { Block } from "../../core/document/blocks.ts";
import { bodyFromEditorJson } from "../../renderer/editor/saving/body-json.ts";
import { openEditor } from "../renderer/editor/model-editor.ts";
import { piecesOf, selectedPieces, stepOf } from "../renderer/editor/random-walk.ts";
import { randomOf } from "../support/seeded-random.ts";

const WALKS = Number(process.env["WALKS"] ?? 8);
const STEPS = Number(process.env["WALK_STEPS"] ?? 60);
const FIRST_SEED = Number(process.env["WALK_SEED"] ?? 1);

const text = (value: string) => [{ kind: "text" as const, text: value }];
const cell = (value: string) => ({ paragraphs: [text(value)], rowSpan: 1, colSpan: 1, align: "start" as const });

const report: readonly Block[] = [
  { kind: "title", content: [...text("青石县审计局"), { kind: "year", offset: 0 }, ...text("年报告")] },
  { kind: "heading", level: 1, ordinal: { kind: "computed" }, content: text("成效") },
  { kind: "paragraph", role: "body", content: [...text("审计"), { kind: "blank", label: "数量" }, ...text("个。")] },
  { kind: "pageBreak" },
  {
    kind: "paragraph",
    role: "body",
    content: [...text("中间一段，共"), { kind: "text", text: "35个", reviewId: "r1" }, ...text("项。还有一句。")],
  },
  {
    kind: "table",
    headerRows: 0,
    columnWidths: [1, 1],
    rows: [
      [cell("甲"), cell("乙")],
      [cell("丙"), cell("丁")],
    ],
  },
  {
    kind: "runInHeading",
    level: 2,
    ordinal: { kind: "computed" },
    heading: text("段首。"),
    content: text("其后的话。"),
  },
  { kind: "paragraph", role: "signatory", content: text("青石县审计局") },
];

const bodyOf = (editor: LexicalEditor) => bodyFromEditorJson(editor.getEditorState().toJSON());
const settle = (editor: LexicalEditor): void => editor.update(() => undefined, { discrete: true });

const textOf = (editor: LexicalEditor): string =>
  editor.read(() =>
    $getRoot()
      .getAllTextNodes()
      .map((node) => node.getTextContent())
      .join("\n"),
  );
/** How often each of some characters stands in a text: a word may be typed into the middle of the same word. */
const countsOf = (whole: string, characters: string): readonly number[] =>
  Array.from(characters, (character) => whole.split(character).length - 1);
const hasSelectedText = (editor: LexicalEditor): boolean =>
  editor.read(() => {
    const selection = $getSelection();
    return $isRangeSelection(selection) && !selection.isCollapsed();
  });

function walk(seed: number): void {
  const random = randomOf(seed);
  const editor = openEditor(report);
  const first = bodyOf(editor);
  const path: string[] = [];
  for (let count = 0; count < STEPS; count += 1) {
    const before = piecesOf(editor);
    const from = selectedPieces(editor);
    const written = textOf(editor);
    const isInsertion = !hasSelectedText(editor);
    const step = stepOf(editor, random);
    path.push(step.name);
    const where = `seed ${seed}, step ${count}: ${path.slice(-4).join(", ")}`;
    try {
      step.run();
      settle(editor);
    } catch (error) {
      // where one character of a line ends, only a window knows
      if (!String(error).includes("window object not found")) throw new Error(where, { cause: error });
    }
    const after = piecesOf(editor);
    const to = selectedPieces(editor);
    const touched = new Set([...from.own, ...to.own, ...(step.beside ? from.beside : [])]);
    for (const [key, piece] of before) {
      // what is written beside an object stands in the empty line that is there
      const isTakenLine = from.beside.has(key) && piece.startsWith('{"children":[]');
      if (!touched.has(key) && !isTakenLine) expect(after.get(key), where).toBe(piece);
    }
    if (step.types !== undefined && /^[甲审a5]/u.test(step.types) && isInsertion) {
      const typed = countsOf(step.types, step.types);
      const expected = countsOf(written, step.types).map((count, index) => count + (typed[index] ?? 0));
      expect(countsOf(textOf(editor), step.types), where).toEqual(expected);
    }
    const body = bodyOf(editor);
    expect(body.root.children.filter(({ type }) => type === "report-title").length, where).toBe(1);
    expect(body.root.children[0]?.type, where).toBe("report-title");
  }
  const last = bodyOf(editor);
  const { canUndo, canRedo } = getExtensionDependencyFromEditor(editor, HistoryExtension).output;
  for (let count = 0; canUndo.value && count < 400; count += 1) {
    editor.dispatchCommand(UNDO_COMMAND);
    settle(editor);
    expect(bodyOf(editor).root.children[0]?.type, `seed ${seed}, undo ${count}`).toBe("report-title");
  }
  expect(bodyOf(editor), `seed ${seed}: undo to the start`).toEqual(first);
  for (let count = 0; canRedo.value && count < 400; count += 1) {
    editor.dispatchCommand(REDO_COMMAND);
    settle(editor);
  }
  expect(bodyOf(editor), `seed ${seed}: redo to the end`).toEqual(last);
}

// a machine that is shared may take its time
const LONGEST_MS = 60_000 + WALKS * STEPS * 20;

it(
  "changes nothing but what is selected, whatever is typed, deleted and pasted, and undo brings all of it back",
  () => {
    for (let seed = FIRST_SEED; seed < FIRST_SEED + WALKS; seed += 1) walk(seed);
  },
  LONGEST_MS,
);
