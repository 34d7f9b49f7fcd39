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
import { type Block } from "../../../core/document/blocks.ts";
import { type Body } from "../../../core/document/body.ts";
import { blocksFromBody, type StoredBody } from "../../../core/document/from-lexical.ts";
import { storedFromEditorJson } from "../saving/body-json.ts";

type StoredBlock = StoredBody["root"]["children"][number];
/** A top-level node as it is stored, and as a block once someone asked for it. */
type Known = { readonly json: StoredBlock; block: Block | null };

/**
 * The living text as blocks and as the body to be stored. A block is converted anew only when something in it
 * changed, and keeps its identity until then, so that counts can be cached by block and saving a long report after
 * a few keystrokes costs a few blocks.
 */
export type LiveBlocks = {
  /** All blocks in order, one a top-level node. */
  readonly read: () => readonly Block[];
  /** What is to be stored. The backend checks it as it does every input. */
  readonly readBody: () => Body;
  readonly stop: () => void;
};

export function createLiveBlocks(editor: LexicalEditor): LiveBlocks {
  const known = new Map<NodeKey, Known>();
  const stop = editor.registerUpdateListener(({ dirtyElements, dirtyLeaves, tags }) => {
    // Undo brings back whole states without naming what changed in them.
    if (tags.has(HISTORIC_TAG)) known.clear();
    for (const key of dirtyElements.keys()) known.delete(key);
    for (const key of dirtyLeaves) known.delete(key);
  });
  const readKnown = (): readonly Known[] => $inState(editor.getEditorState(), known);
  return {
    read: () => readKnown().map((entry) => (entry.block ??= blockOfJson(entry.json))),
    readBody: () => ({ root: { ...rootJson(editor), children: readKnown().map(({ json }) => json) } }) as Body,
    stop,
  };
}

/** What the editor library writes for the root, its state among it, but its children. */
const rootJson = (editor: LexicalEditor) => editor.getEditorState().read(() => $getRoot().exportJSON());

function $inState(state: EditorState, known: Map<NodeKey, Known>): readonly Known[] {
  return state.read(() => {
    const nodes = $getRoot().getChildren();
    if (known.size > nodes.length * 2) known.clear();
    return nodes.map((node) => {
      const key = node.getKey();
      const entry = known.get(key) ?? { json: $storedJson(node), block: null };
      known.set(key, entry);
      return entry;
    });
  });
}

/** One top-level node as a block. */
export function $blockOf(node: LexicalNode): Block {
  return blockOfJson($storedJson(node));
}

function blockOfJson(json: StoredBlock): Block {
  const [block] = blocksFromBody({ root: { type: "root", children: [json] } });
  if (!block) throw new Error(`No block for node "${json.type}"`);
  return block;
}

function $storedJson(node: LexicalNode): StoredBlock {
  const json = { root: { type: "root", version: 1, children: [$exportNode(node)] } };
  const [stored] = storedFromEditorJson(json as unknown as SerializedEditorState).root.children;
  if (!stored) throw new Error(`Nothing to store for node "${node.getType()}"`);
  return stored;
}

/** The JSON of one node with all that is in it. */
function $exportNode(node: LexicalNode): SerializedLexicalNode {
  const json = node.exportJSON();
  if ($isElementNode(node)) (json as SerializedElementNode).children = node.getChildren().map($exportNode);
  return json;
}
