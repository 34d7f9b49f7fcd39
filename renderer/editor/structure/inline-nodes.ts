import { $isMarkNode } from "@lexical/mark";
import { type ElementNode, type LexicalNode } from "lexical";

/** Text, chips and breaks of a line in order, those in review marks among them: a mark is no line of its own. */
export function $inlineNodes(line: ElementNode): LexicalNode[] {
  return line.getChildren().flatMap((child) => ($isMarkNode(child) ? $inlineNodes(child) : [child]));
}

/** The line that a node stands in: its parent, review marks passed over. */
export function $lineOf(node: LexicalNode): ElementNode | null {
  let parent = node.getParent();
  while ($isMarkNode(parent)) parent = parent.getParent();
  return parent;
}
