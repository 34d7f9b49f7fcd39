import { $create, $getState, $setState, createState, type LexicalNode } from "lexical";
import { figureDisplaySchema } from "../../../core/document/figures.ts";
import { type FigureDisplay, type FigurePlaceText } from "../../../core/figures/print-figure.ts";
import { readText } from "./state-values.ts";
import { TokenNode } from "./token-node.ts";

const shownAs = figureDisplaySchema.nullable().catch(null);

const figureIdState = createState("figureId", { parse: readText });
const displayState = createState("display", {
  parse: (value): FigureDisplay | null => (value === undefined ? null : shownAs.parse(value)),
  isEqual: (one, other) => one === other || JSON.stringify(one) === JSON.stringify(other),
});

/** A figure of the ledger (数据台账). Its text is number and unit as the ledger last had them. */
export class FigureNode extends TokenNode {
  override $config() {
    return this.config("figure", {
      extends: TokenNode,
      stateConfigs: [
        { stateConfig: figureIdState, flat: true },
        { stateConfig: displayState, flat: true },
      ],
    });
  }

  getFigureId(): string {
    return $getState(this, figureIdState);
  }

  /** How this place is written. */
  getPlaceText(): FigurePlaceText {
    const display = $getState(this, displayState);
    const text = this.getTextContent();
    return display === null ? { text } : { text, display };
  }

  protected override chipClass(): string {
    return "figure";
  }
}

export function $createFigureNode(figureId: string, { text, display }: FigurePlaceText): FigureNode {
  const node = $create(FigureNode).setTextContent(text).setMode("token");
  return $setState($setState(node, figureIdState, figureId), displayState, display ?? null);
}

export function $isFigureNode(node: LexicalNode | null | undefined): node is FigureNode {
  return node instanceof FigureNode;
}
