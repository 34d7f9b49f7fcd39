import {
  $create,
  $createParagraphNode,
  $getDocument,
  ElementNode,
  type LexicalNode,
  type ParagraphNode,
  type RangeSelection,
} from "lexical";
import { doneState, sectionIdState } from "./section-state.ts";

/** 标题 of the report. */
export class ReportTitleNode extends ElementNode {
  override $config() {
    return this.config("report-title", {
      extends: ElementNode,
      stateConfigs: [
        { stateConfig: sectionIdState, flat: true },
        { stateConfig: doneState, flat: true },
      ],
    });
  }

  override createDOM(): HTMLElement {
    const element = $getDocument().createElement("h1");
    element.className = "report-title";
    return element;
  }

  override updateDOM(): boolean {
    return false;
  }

  override insertNewAfter(_selection: RangeSelection | null, restoreSelection = true): ParagraphNode {
    const paragraph = $createParagraphNode();
    this.insertAfter(paragraph, restoreSelection);
    return paragraph;
  }

  /** Backspace at the very start: the title stays a title, there is nothing it could merge with. */
  override collapseAtStart(): boolean {
    return this.getPreviousSibling() === null;
  }
}

export function $createReportTitleNode(): ReportTitleNode {
  return $create(ReportTitleNode);
}

export function $isReportTitleNode(node: LexicalNode | null | undefined): node is ReportTitleNode {
  return node instanceof ReportTitleNode;
}
