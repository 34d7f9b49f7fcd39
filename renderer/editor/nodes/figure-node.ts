import { createState, type LexicalNode } from "lexical";
import { figureDisplaySchema } from "../../../core/document/figures.ts";
import { readText } from "./state-values.ts";
import { TokenNode } from "./token-node.ts";

const shownAs = figureDisplaySchema.nullable().catch(null);

const figureIdState = createState("figureId", { parse: readText });
const displayState = createState("display", {
  parse: (value) => shownAs.parse(value),
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

  protected override chipClass(): string {
    return "figure";
  }
}

export function $isFigureNode(node: LexicalNode | null | undefined): node is FigureNode {
  return node instanceof FigureNode;
}
