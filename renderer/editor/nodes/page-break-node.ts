import { $create, $getDocument, DecoratorNode, type DOMExportOutput, type LexicalNode } from "lexical";

/** A page break that the writer set. */
export class PageBreakNode extends DecoratorNode<null> {
  override $config() {
    return this.config("page-break", { extends: DecoratorNode });
  }

  override createDOM(): HTMLElement {
    const element = $getDocument().createElement("div");
    element.className = "page-break";
    element.setAttribute("role", "separator");
    element.setAttribute("aria-label", "分页");
    return element;
  }

  override updateDOM(): boolean {
    return false;
  }

  override exportDOM(): DOMExportOutput {
    const element = $getDocument().createElement("hr");
    element.style.breakAfter = "page";
    return { element };
  }

  override decorate(): null {
    return null;
  }

  override isInline(): boolean {
    return false;
  }

  override getTextContent(): string {
    return "\n";
  }
}

export function $createPageBreakNode(): PageBreakNode {
  return $create(PageBreakNode);
}

export function $isPageBreakNode(node: LexicalNode | null | undefined): node is PageBreakNode {
  return node instanceof PageBreakNode;
}
