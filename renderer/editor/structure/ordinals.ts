import {
  $getRoot,
  $getState,
  HISTORIC_TAG,
  type EditorState,
  type LexicalEditor,
  type NodeKey,
  type UpdateListenerPayload,
} from "lexical";
import { type Block } from "../../../core/document/blocks.ts";
import { createCaptionCounter } from "../../../core/document/captions.ts";
import { numberBlocks } from "../../../core/document/numbering.ts";
import { $isReportHeadingNode } from "../nodes/report-heading-node.ts";
import { $isReportTitleNode } from "../nodes/report-title-node.ts";
import { $isReportLineNode } from "../nodes/report-line-node.ts";
import { countedState, formState, levelState, ordinalState } from "../nodes/section-state.ts";
import { nodeIn } from "../session/lexical-internals.ts";

/**
 * Shows the computed ordinals: `data-ordinal` on the element of every numbered block, printed by the style sheet.
 * They are counted anew only when blocks came, went or moved, or a numbered block changed itself: typing inside
 * a paragraph costs nothing.
 */
export function registerOrdinals(editor: LexicalEditor): () => void {
  const showAll = (state: EditorState): void => {
    for (const [key, { ordinal, depth }] of ordinalsOf(state)) {
      const element = editor.getElementByKey(key);
      if (element && element.dataset["ordinal"] !== ordinal) element.dataset["ordinal"] = ordinal;
      // Under the title, and without gaps, whatever the highest level of this report is.
      const level = String(depth + 2);
      if (element?.role === "heading" && element.ariaLevel !== level) element.ariaLevel = level;
    }
  };
  const stopUpdates = editor.registerUpdateListener((update) => {
    if (mayChangeOrdinals(update)) showAll(update.editorState);
  });
  const stopRoot = editor.registerRootListener((root) => {
    if (root) showAll(editor.getEditorState());
  });
  return () => {
    stopUpdates();
    stopRoot();
  };
}

type Numbered = {
  readonly ordinal: string;
  /** How deep a heading stands in the tree of headings, from 0. */
  readonly depth: number;
};

/** The printed ordinal of every numbered block and the number of every caption, by node key. */
function ordinalsOf(state: EditorState): ReadonlyMap<NodeKey, Numbered> {
  return state.read(() => new Map([...$ordinals(), ...$captions()]));
}

/** 表1 and 图1 before the lines that are counted, "" before all others. */
function $captions(): readonly (readonly [NodeKey, Numbered])[] {
  const counter = createCaptionCounter();
  return $getRoot()
    .getChildren()
    .flatMap((node) => {
      if ($isReportTitleNode(node)) counter.restart();
      if (!$isReportLineNode(node)) return [];
      const role = node.getRole();
      const isCounted = $getState(node, countedState, "direct") && (role === "caption" || role === "imageCaption");
      return [[node.getKey(), { ordinal: isCounted ? counter.count(role) : "", depth: 0 }] as const];
    });
}

function $ordinals(): ReadonlyMap<NodeKey, Numbered> {
  const keys: (NodeKey | null)[] = [];
  const blocks: Block[] = [];
  for (const node of $getRoot().getChildren()) {
    if ($isReportTitleNode(node)) {
      keys.push(null);
      blocks.push({ kind: "title", content: [] });
    }
    if (!$isReportHeadingNode(node)) continue;
    keys.push(node.getKey());
    const level = $getState(node, levelState, "direct");
    const ordinal = $getState(node, ordinalState, "direct");
    const form = $getState(node, formState, "direct");
    if (form === "listItem") blocks.push({ kind: "listItem", level, ordinal, content: [] });
    else if (form === "runIn") blocks.push({ kind: "runInHeading", level, ordinal, heading: [], content: [] });
    else blocks.push({ kind: "heading", level, ordinal, content: [] });
  }
  const numbers = numberBlocks(blocks);
  const depths = depthsOfHeadings(blocks);
  return new Map(
    keys.flatMap((key, index) =>
      key === null ? [] : [[key, { ordinal: numbers[index] ?? "", depth: depths[index] ?? 0 }] as const],
    ),
  );
}

function depthsOfHeadings(blocks: readonly Block[]): readonly number[] {
  const open: number[] = [];
  return blocks.map((block) => {
    if (block.kind === "title") open.length = 0;
    if (block.kind !== "heading" && block.kind !== "runInHeading") return 0;
    while ((open.at(-1) ?? -1) >= block.level) open.pop();
    open.push(block.level);
    return open.length - 1;
  });
}

function mayChangeOrdinals({ editorState, prevEditorState, dirtyElements, tags }: UpdateListenerPayload): boolean {
  if (tags.has(HISTORIC_TAG)) return true;
  // The library marks the root at every key; where its blocks are the same it is the very same node.
  if (nodeIn(editorState, "root") !== nodeIn(prevEditorState, "root")) return true;
  for (const [key, itself] of dirtyElements) {
    const node = itself ? nodeIn(editorState, key) : undefined;
    if ($isReportHeadingNode(node) || $isReportLineNode(node)) return true;
  }
  return false;
}
