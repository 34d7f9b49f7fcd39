import { createState, type LexicalNode } from "lexical";
import { z } from "zod";
import { figureDisplaySchema } from "../../../core/document/figures.ts";
import { TokenNode } from "./token-node.ts";

const figureIdState = createState("figureId", { parse: (value) => z.string().catch("").parse(value) });
const displayState = createState("display", {
  parse: (value) => figureDisplaySchema.nullable().catch(null).parse(value),
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
