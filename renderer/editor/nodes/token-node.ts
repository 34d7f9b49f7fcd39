import { type EditorConfig, TextNode } from "lexical";

/**
 * Text that is one thing: a blank, a year, a figure. It is selected, deleted and replaced whole, and nothing is typed
 * into it. What it shows follows from its NodeState.
 */
export class TokenNode extends TextNode {
  override $config() {
    return this.config("token", { extends: TextNode });
  }

  /** The class of its chip in the page. */
  protected chipClass(): string {
    return "token";
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = super.createDOM(config);
    element.classList.add(this.chipClass());
    return element;
  }

  override updateDOM(previous: this, element: HTMLElement, config: EditorConfig): boolean {
    const recreate = super.updateDOM(previous, element, config);
    if (!recreate) element.classList.add(this.chipClass());
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
