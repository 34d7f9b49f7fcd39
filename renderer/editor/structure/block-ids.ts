import {
  $getNodeByKey,
  $getState,
  $isRootNode,
  $setState,
  type Klass,
  type LexicalEditor,
  type LexicalNode,
  mergeRegister,
  type NodeKey,
} from "lexical";
import { blockIdState } from "../nodes/section-state.ts";

const ID_BYTES = 8;

/** Random, so that no two windows give the same one. */
function newBlockId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(ID_BYTES));
  return Array.from(bytes, (byte) => byte.toString(36).padStart(2, "0")).join("");
}

/**
 * Keeps the ids of blocks unique: what is new gets one, and of two alike the copy gets another. A block that was cut
 * and put in elsewhere keeps its own. Part of the very update that makes the block, so that undo and redo bring ids
 * back with their blocks.
 * @param kinds the nodes that stand at the top of a text
 */
export function registerBlockIds(editor: LexicalEditor, kinds: readonly Klass<LexicalNode>[]): () => void {
  const owners = new Map<string, NodeKey>();
  const $isHeldByOther = (id: string, node: LexicalNode): boolean => {
    const owner = owners.get(id);
    const other = owner === undefined || owner === node.getKey() ? null : $getNodeByKey(owner);
    return other !== null && other.isAttached() && $getState(other, blockIdState) === id;
  };
  const $giveId = (node: LexicalNode): void => {
    if (!$isRootNode(node.getParent())) return;
    let id = $getState(node, blockIdState);
    if (id === "" || $isHeldByOther(id, node)) {
      id = newBlockId();
      $setState(node, blockIdState, id);
    }
    owners.set(id, node.getKey());
  };
  return mergeRegister(...kinds.map((kind) => editor.registerNodeTransform(kind, $giveId)));
}
