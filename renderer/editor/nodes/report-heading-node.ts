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
import { type HeadingLevel, type Ordinal, computedOrdinal } from "../../../core/document/blocks.ts";
import { type HeadingForm } from "../../../core/document/body.ts";
import { $passBlockId, doneState, formState, levelState, ordinalState, sectionIdState } from "./section-state.ts";

/**
 * A numbered block: a heading on its own line, a heading that runs into its paragraph (段首标题), or a numbered
 * paragraph. Its ordinal is computed and shown through `data-ordinal`; it is never part of the text.
 */
export class ReportHeadingNode extends ElementNode {
  override $config() {
    return this.config("report-heading", {
      extends: ElementNode,
      stateConfigs: [
        { stateConfig: levelState, flat: true },
        { stateConfig: formState, flat: true },
        { stateConfig: ordinalState, flat: true },
        { stateConfig: sectionIdState, flat: true },
        { stateConfig: doneState, flat: true },
      ],
    });
  }

  getLevel(): HeadingLevel {
    return $getState(this, levelState);
  }

  getForm(): HeadingForm {
    return $getState(this, formState);
  }

  getOrdinal(): Ordinal {
    return $getState(this, ordinalState);
  }

  override createDOM(): HTMLElement {
    const element = $getDocument().createElement("div");
    element.className = "report-heading";
    this.describe(element);
    return element;
  }

  /** Level and form are attributes: the text's own elements stay, and with them a running composition. */
  override updateDOM(previous: this, element: HTMLElement): boolean {
    if ($getStateChange(this, previous, levelState) ?? $getStateChange(this, previous, formState)) {
      this.describe(element);
    }
    return false;
  }

  private describe(element: HTMLElement): void {
    const form = $getState(this, formState, "direct");
    const level = $getState(this, levelState, "direct");
    element.dataset["level"] = String(level);
    element.dataset["form"] = form;
    if (form === "listItem") {
      element.removeAttribute("role");
      element.removeAttribute("aria-level");
    } else {
      element.setAttribute("role", "heading");
      element.setAttribute("aria-level", String(level + 2));
    }
  }

  /**
   * Enter: a numbered paragraph goes on with the next number, everything else with body text. In the middle of
   * a heading the rest of its line becomes body text as well; at its start an empty line of body text opens above.
   * Enter on an empty numbered paragraph ends the numbering.
   */
  override insertNewAfter(
    selection: RangeSelection | null,
    restoreSelection = true,
  ): ParagraphNode | ReportHeadingNode {
    const isListItem = this.getForm() === "listItem";
    if (isListItem && this.isEmpty()) {
      const paragraph = $createParagraphNode();
      $passBlockId(this, paragraph);
      this.replace(paragraph);
      return paragraph;
    }
    const next = isListItem ? $createReportHeadingNode(this.getLevel(), "listItem") : $createParagraphNode();
    if (selection && !this.isEmpty() && isAtStart(selection, this)) {
      // The line splits before its first character: what moves down is the heading itself.
      const moved = $copyHeading(this);
      this.insertAfter(moved, restoreSelection);
      this.replace($createParagraphNode(), true);
      return moved;
    }
    this.insertAfter(next, restoreSelection);
    return next;
  }

  /** Backspace at the start makes the line body text. */
  override collapseAtStart(_selection?: RangeSelection): boolean {
    const paragraph = $createParagraphNode();
    paragraph.append(...this.getChildren());
    $passBlockId(this, paragraph);
    this.replace(paragraph);
    return true;
  }
}

function isAtStart(selection: RangeSelection, heading: ReportHeadingNode): boolean {
  const { anchor } = selection;
  if (anchor.offset !== 0) return false;
  const node = anchor.getNode();
  return node.is(heading) || node.is(heading.getFirstDescendant());
}

function $copyHeading(heading: ReportHeadingNode): ReportHeadingNode {
  const copy = $createReportHeadingNode(heading.getLevel(), heading.getForm(), heading.getOrdinal());
  $setState(copy, sectionIdState, $getState(heading, sectionIdState));
  $passBlockId(heading, copy);
  $setState(copy, doneState, $getState(heading, doneState));
  return copy;
}

export function $createReportHeadingNode(
  level: HeadingLevel,
  form: HeadingForm = "standalone",
  ordinal: Ordinal = computedOrdinal,
): ReportHeadingNode {
  const node = $create(ReportHeadingNode);
  $setState(node, levelState, level);
  $setState(node, formState, form);
  $setState(node, ordinalState, ordinal);
  return node;
}

export function $isReportHeadingNode(node: LexicalNode | null | undefined): node is ReportHeadingNode {
  return node instanceof ReportHeadingNode;
}
