import { $isRootNode, type LexicalNode } from "lexical";

/** The block of the page that a node lies in: for the text of a cell, its table. */
export function $topBlock(node: LexicalNode | null | undefined): LexicalNode | null {
  let current = node ?? null;
  while (current) {
    const parent = current.getParent();
    if ($isRootNode(parent)) return current;
    current = parent;
  }
  return null;
}
