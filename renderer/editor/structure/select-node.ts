import { $createNodeSelection, $setSelection, type LexicalNode } from "lexical";

/** Selects a picture or page break as a whole. */
export function $selectNode(node: LexicalNode): void {
  const selection = $createNodeSelection();
  selection.add(node.getKey());
  $setSelection(selection);
}
