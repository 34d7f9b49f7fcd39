import { $create, $getState, $setState, createState, type EditorConfig, type LexicalNode, TextNode } from "lexical";
import { z } from "zod";
import { type YearOffset, yearOffsets } from "../../../core/document/blocks.ts";

const offsetState = createState("offset", { parse: (value) => z.literal(yearOffsets).catch(0).parse(value) });

/** A year that follows 报告年度. Its text is what `offset` makes of the report's year; see `years.ts`. */
export class YearNode extends TextNode {
  override $config() {
    return this.config("year", { extends: TextNode, stateConfigs: [{ stateConfig: offsetState, flat: true }] });
  }

  getOffset(): YearOffset {
    return $getState(this, offsetState);
  }

  override createDOM(config: EditorConfig): HTMLElement {
    const element = super.createDOM(config);
    element.classList.add("year");
    return element;
  }

  override updateDOM(previous: this, element: HTMLElement, config: EditorConfig): boolean {
    const recreate = super.updateDOM(previous, element, config);
    if (!recreate) element.classList.add("year");
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

export function $createYearNode(offset: YearOffset, reportYear: number): YearNode {
  const node = $create(YearNode)
    .setTextContent(String(reportYear + offset))
    .setMode("token");
  return $setState(node, offsetState, offset);
}

export function $isYearNode(node: LexicalNode | null | undefined): node is YearNode {
  return node instanceof YearNode;
}
