import {
  $getRoot,
  $isElementNode,
  HISTORIC_TAG,
  type EditorState,
  type LexicalEditor,
  type LexicalNode,
  type NodeKey,
  type SerializedEditorState,
  type SerializedElementNode,
  type SerializedLexicalNode,
} from "lexical";
import { type Block } from "../../core/document/blocks.ts";
import { blocksFromBody } from "../../core/document/from-lexical.ts";
import { storedFromEditorJson } from "./body-json.ts";

/**
 * The blocks of the living text. A block is converted anew only when something in it changed, and keeps its identity
 * until then, so that counts can be cached by block.
 */
export type LiveBlocks = {
  /** All blocks in order, one a top-level node. */
  read(): readonly Block[];
  stop(): void;
};

export function createLiveBlocks(editor: LexicalEditor): LiveBlocks {
  const known = new Map<NodeKey, Block>();
  const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
    // Undo brings back whole states without naming what changed in them.
    if (tags.has(HISTORIC_TAG) || (dirtyElements.size === 0 && dirtyLeaves.size === 0 && tags.size > 0)) known.clear();
    for (const key of dirtyElements.keys()) known.delete(key);
    for (const key of dirtyLeaves) known.delete(key);
  });
  return {
    read: () => readBlocks(editor.getEditorState(), known),
    stop,
  };
}

function readBlocks(state: EditorState, known: Map<NodeKey, Block>): readonly Block[] {
  return state.read(() => {
    const nodes = $getRoot().getChildren();
    if (known.size > nodes.length * 2) known.clear();
    return nodes.map((node) => {
      const key = node.getKey();
      const block = known.get(key) ?? $blockOf(node);
      known.set(key, block);
      return block;
    });
  });
}

/** One top-level node as a block. */
export function $blockOf(node: LexicalNode): Block {
  const json = { root: { type: "root", version: 1, children: [$exportNode(node)] } };
  const [block] = blocksFromBody(storedFromEditorJson(json as unknown as SerializedEditorState));
  if (!block) throw new Error(`No block for node "${node.getType()}"`);
  return block;
}

/** The JSON of one node with all that is in it. */
export function $exportNode(node: LexicalNode): SerializedLexicalNode {
  const json = node.exportJSON();
  if ($isElementNode(node)) (json as SerializedElementNode).children = node.getChildren().map($exportNode);
  return json;
}
