import { $create, $getState, $setState, createState, type EditorConfig, type LexicalNode, TextNode } from "lexical";
import { z } from "zod";

const labelState = createState("label", { parse: (value) => z.string().catch("").parse(value) });

/** A place the writer has still to fill, shown as an amber chip. Deleted and replaced as one. */
export class BlankNode extends TextNode {
  override $config() {
    return this.config("blank", { extends: TextNode, stateConfigs: [{ stateConfig: labelState, flat: true }] });
  }

  getLabel(): string {
    return $getState(this, labelState);
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = super.createDOM(config);
    element.classList.add("blank");
    return element;
  }

  override updateDOM(previous: this, element: HTMLElement, config: EditorConfig): boolean {
    const recreate = super.updateDOM(previous, element, config);
    if (!recreate) element.classList.add("blank");
    return recreate;
  }

  override canInsertTextBefore(): boolean {
    return false;
  }

  override canInsertTextAfter(): boolean {
    return false;
  }

  override isTextEntity(): boolean {
    return true;
  }
}

export function $createBlankNode(label: string): BlankNode {
  const node = $create(BlankNode).setTextContent(label).setMode("token");
  return $setState(node, labelState, label);
}

export function $isBlankNode(node: LexicalNode | null | undefined): node is BlankNode {
  return node instanceof BlankNode;
}
