import { $createTableSelectionFrom, $isTableCellNode, $isTableNode, $isTableSelection } from "@lexical/table";
import {
  $createRangeSelection,
  $getRoot,
  $getSelection,
  $isDecoratorNode,
  $isElementNode,
  $isRangeSelection,
  $isRootNode,
  $isTextNode,
  $setSelection,
  CONTROLLED_TEXT_INSERTION_COMMAND,
  DELETE_CHARACTER_COMMAND,
  HISTORY_PUSH_TAG,
  INSERT_LINE_BREAK_COMMAND,
  INSERT_PARAGRAPH_COMMAND,
  KEY_BACKSPACE_COMMAND,
  KEY_DELETE_COMMAND,
  KEY_ENTER_COMMAND,
  type LexicalEditor,
  type LexicalNode,
  PASTE_TAG,
  type PointType,
  REMOVE_TEXT_COMMAND,
} from "lexical";
import type { Block } from "../../../core/document/blocks.ts";
import { bodyFromBlocks } from "../../../core/document/to-lexical.ts";
import { $insertBlockNodes } from "../../../renderer/editor/paste/insert-blocks.ts";
import { $selectNode } from "../../../renderer/editor/structure/select-node.ts";
import { $parseBlocks } from "../../../renderer/editor/session/parse-blocks.ts";
import { $intoText } from "../../../renderer/editor/structure/objects.ts";
import { below, type Random } from "../../support/seeded-random.ts";

/** What a key leaves as it is unless it is in the selection: a line, an object, a cell. By key, as it is stored. */
export type Pieces = ReadonlyMap<string, string>;

const choice = <T>(random: Random, choices: readonly T[]): T => {
  const chosen = choices[below(random, choices.length)];
  if (chosen === undefined) throw new Error("Nothing to choose from");
  return chosen;
};

export function piecesOf(editor: LexicalEditor): Pieces {
  return editor
    .getEditorState()
    .read(() => new Map($pieces().map((node) => [node.getKey(), JSON.stringify($whole(node))])));
}

function $pieces(): readonly LexicalNode[] {
  return $getRoot()
    .getChildren()
    .flatMap((block) =>
      $isTableNode(block)
        ? block.getChildren().flatMap((row) => ($isElementNode(row) ? row.getChildren() : []))
        : [block],
    );
}

function $whole(node: LexicalNode): unknown {
  const json: object = node.exportJSON();
  return $isElementNode(node) ? { ...json, children: node.getChildren().map($whole) } : json;
}

/** The pieces that the selection is in, and those beside it. */
export function selectedPieces(editor: LexicalEditor): {
  readonly own: ReadonlySet<string>;
  readonly beside: ReadonlySet<string>;
} {
  return editor.getEditorState().read(() => {
    const all = $pieces();
    const selection = $getSelection();
    const nodes = selection?.getNodes() ?? [];
    const ends = $isRangeSelection(selection) ? [selection.anchor, selection.focus].flatMap($nodesAt) : [];
    const own = new Set(
      [...($isTableSelection(selection) ? nodes.filter($isTableCellNode) : nodes), ...ends].flatMap((node) => {
        const piece = all.find((one) => one.is(node) || one.isParentOf(node));
        return piece ? [piece.getKey()] : [];
      }),
    );
    const at = all.flatMap((one, index) => (own.has(one.getKey()) ? [index] : []));
    const beside = [Math.min(...at) - 1, Math.max(...at) + 1].flatMap((index) => all[index]?.getKey() ?? []);
    return { own, beside: new Set(beside) };
  });
}

function $nodesAt(point: PointType): readonly LexicalNode[] {
  const node = point.getNode();
  if (!$isRootNode(node)) return [node];
  return [node.getChildAtIndex(point.offset - 1), node.getChildAtIndex(point.offset)].flatMap((one) => one ?? []);
}

/** One thing that a writer does. `beside`: it may join the line before or behind to that of the cursor. */
export type Step = { readonly name: string; readonly beside?: boolean; readonly types?: string; run(): void };

const words = ["甲", "审计", "2026年", "。", "一、", "（一）", "abc", "5", "”", "1."];
const text = (value: string) => [{ kind: "text" as const, text: value }];
const pages: readonly (readonly Block[])[] = [
  [{ kind: "paragraph", role: "body", content: text("贴一段。") }],
  [
    { kind: "title", content: text("别的标题") },
    { kind: "paragraph", role: "body", content: text("正文。") },
  ],
  [
    { kind: "heading", level: 1, ordinal: { kind: "computed" }, content: text("节") },
    { kind: "paragraph", role: "body", content: [...text("有"), { kind: "blank", label: "数" }, ...text("个。")] },
    { kind: "pageBreak" },
  ],
  [
    {
      kind: "table",
      columnWidths: [1],
      headerRows: 0,
      rows: [[{ paragraphs: [text("格")], rowSpan: 1, colSpan: 1, align: "start" }]],
    },
  ],
];

/** Chooses what is done next. */
export function stepOf(editor: LexicalEditor, random: Random): Step {
  const dice = below(random, 100);
  if (dice < 45) return typingStep(editor, random);
  if (dice < 60) return deletingStep(editor, random);
  if (dice < 68) return pasteStep(editor, random);
  return { name: "select", run: () => editor.update(() => $selectSomewhere(random), { discrete: true }) };
}

function typingStep(editor: LexicalEditor, random: Random): Step {
  const dice = below(random, 10);
  if (dice === 0) return { name: "Enter", run: () => pressEnter(editor) };
  if (dice === 1)
    return {
      name: "Shift+Enter",
      run: () => $dispatch(editor, () => editor.dispatchCommand(INSERT_LINE_BREAK_COMMAND, false)),
    };
  const word = choice(random, words);
  return {
    name: `type ${word}`,
    types: word,
    run: () =>
      $dispatch(editor, () => {
        $placeForTyping();
        editor.dispatchCommand(CONTROLLED_TEXT_INSERTION_COMMAND, word);
      }),
  };
}

/** As the page does with what is typed beside an object or over cells. */
function $placeForTyping(): void {
  const selection = $getSelection();
  if (!$isRangeSelection(selection) || selection.isCollapsed()) $intoText();
}

function pressEnter(editor: LexicalEditor): void {
  $dispatch(editor, () => {
    if ($isRangeSelection($getSelection())) editor.dispatchCommand(INSERT_PARAGRAPH_COMMAND);
    else editor.dispatchCommand(KEY_ENTER_COMMAND, null);
  });
}

function deletingStep(editor: LexicalEditor, random: Random): Step {
  const back = random() < 0.5;
  return {
    name: back ? "Backspace" : "Delete",
    beside: true,
    run: () =>
      $dispatch(editor, () => {
        const selection = $getSelection();
        const event = { preventDefault: () => undefined } as unknown as KeyboardEvent;
        if ($isTableSelection(selection))
          editor.dispatchCommand(back ? KEY_BACKSPACE_COMMAND : KEY_DELETE_COMMAND, event);
        else if ($isRangeSelection(selection) && !selection.isCollapsed())
          editor.dispatchCommand(REMOVE_TEXT_COMMAND, null);
        else if (!$deleteInText(back)) editor.dispatchCommand(DELETE_CHARACTER_COMMAND, back);
      }),
  };
}

/** Without a window nobody tells where one character ends; inside of plain text it is easy to tell. */
function $deleteInText(back: boolean): boolean {
  const selection = $getSelection();
  if (!$isRangeSelection(selection)) return false;
  const { anchor } = selection;
  const node = anchor.getNode();
  if (!$isTextNode(node) || node.isToken()) return false;
  const to = anchor.offset + (back ? -1 : 1);
  if (to < 0 || to > node.getTextContentSize()) return false;
  selection.focus.set(anchor.key, to, "text");
  selection.removeText();
  return true;
}

function pasteStep(editor: LexicalEditor, random: Random): Step {
  const page = choice(random, pages);
  return {
    name: `paste ${page.map(({ kind }) => kind).join()}`,
    run: () =>
      editor.update(
        () => {
          if (!$isTableSelection($getSelection())) $intoText();
          $insertBlockNodes($parseBlocks(bodyFromBlocks(page, 2026)));
        },
        { tag: [PASTE_TAG, HISTORY_PUSH_TAG], discrete: true },
      ),
  };
}

function $dispatch(editor: LexicalEditor, work: () => void): void {
  editor.update(work, { tag: HISTORY_PUSH_TAG, discrete: true });
}

function $selectSomewhere(random: Random): void {
  const blocks = $getRoot().getChildren();
  const dice = below(random, 10);
  const objects = blocks.filter($isDecoratorNode);
  const tables = blocks.filter($isTableNode);
  if (dice === 0 && objects.length > 0) $selectNode(choice(random, objects));
  else if (dice === 1 && tables.length > 0) {
    const table = choice(random, tables);
    const cells = $pieces().filter((piece) => table.isParentOf(piece));
    const [anchor, focus] = [choice(random, cells), choice(random, cells)];
    if ($isTableCellNode(anchor) && $isTableCellNode(focus))
      $setSelection($createTableSelectionFrom(table, anchor, focus));
  } else {
    const selection = $createRangeSelection();
    const start = choice(random, $pieces().filter($isElementNode));
    $setPoint(selection.anchor, start, random);
    // a selection over tables takes them whole, as the page makes it
    const ends =
      dice < 5 || $isTableCellNode(start)
        ? [start]
        : $pieces().filter((piece) => $isElementNode(piece) && !$isTableCellNode(piece));
    const end = choice(random, ends);
    if (dice < 4 || !$isElementNode(end))
      selection.focus.set(selection.anchor.key, selection.anchor.offset, selection.anchor.type);
    else $setPoint(selection.focus, end, random);
    $setSelection(selection);
  }
}

function $setPoint(point: PointType, piece: LexicalNode, random: Random): void {
  if (!$isElementNode(piece)) return;
  const texts = piece.getAllTextNodes();
  if (texts.length === 0) {
    const line = $isTableCellNode(piece) ? (piece.getFirstChild() ?? piece) : piece;
    point.set(line.getKey(), 0, "element");
    return;
  }
  const node = choice(random, texts);
  const size = node.getTextContentSize();
  // the cursor stands beside a year or a blank, not in it
  point.set(node.getKey(), node.isToken() ? choice(random, [0, size]) : below(random, size + 1), "text");
}
