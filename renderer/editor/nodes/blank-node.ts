import { $create, $getState, $setState, createState, type LexicalNode } from "lexical";
import { readText } from "./state-values.ts";
import { TokenNode } from "./token-node.ts";

const labelState = createState("label", { parse: readText });

/** A place the writer has still to fill, shown as an amber chip. Deleted and replaced as one. */
export class BlankNode extends TokenNode {
  override $config() {
    return this.config("blank", { extends: TokenNode, stateConfigs: [{ stateConfig: labelState, flat: true }] });
  }

  getLabel(): string {
    return $getState(this, labelState);
  }

  protected override chipClass(): string {
    return "blank";
  }
}

export function $createBlankNode(label: string): BlankNode {
  const node = $create(BlankNode).setTextContent(label).setMode("token");
  return $setState(node, labelState, label);
}

export function $isBlankNode(node: LexicalNode | null | undefined): node is BlankNode {
  return node instanceof BlankNode;
}
