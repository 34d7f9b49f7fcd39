import {
  $create,
  $createParagraphNode,
  $getDocument,
  $getState,
  $getStateChange,
  $setState,
  ElementNode,
  type LexicalNode,
  type ParagraphNode,
  type RangeSelection,
} from "lexical";
import { type ParagraphRole } from "../../../core/document/blocks.ts";
import { $passBlockId, countedState, roleState } from "./section-state.ts";

/** A line with a role of its own in the text: 主送, 署名, 成文日期, 附注, a flush line. */
export class ReportLineNode extends ElementNode {
  override $config() {
    return this.config("report-line", {
      extends: ElementNode,
      stateConfigs: [
        { stateConfig: roleState, flat: true },
        { stateConfig: countedState, flat: true },
      ],
    });
  }

  getRole(): ParagraphRole {
    return $getState(this, roleState);
  }

  override createDOM(): HTMLElement {
    const element = $getDocument().createElement("p");
    element.className = "report-line";
    element.dataset["role"] = $getState(this, roleState, "direct");
    return element;
  }

  override updateDOM(previous: this, element: HTMLElement): boolean {
    const change = $getStateChange(this, previous, roleState);
    if (change) element.dataset["role"] = change[0];
    return false;
  }

  override insertNewAfter(_selection: RangeSelection | null, restoreSelection = true): ParagraphNode {
    const paragraph = $createParagraphNode();
    this.insertAfter(paragraph, restoreSelection);
    return paragraph;
  }

  override collapseAtStart(_selection?: RangeSelection): boolean {
    const paragraph = $createParagraphNode();
    paragraph.append(...this.getChildren());
    $passBlockId(this, paragraph);
    this.replace(paragraph);
    return true;
  }
}

export function $createReportLineNode(role: ParagraphRole): ReportLineNode {
  const node = $create(ReportLineNode);
  $setState(node, roleState, role);
  return node;
}

export function $isReportLineNode(node: LexicalNode | null | undefined): node is ReportLineNode {
  return node instanceof ReportLineNode;
}
