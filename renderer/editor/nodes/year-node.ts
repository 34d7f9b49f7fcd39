import { $create, $getState, $setState, createState, type LexicalNode } from "lexical";
import { type YearOffset, yearOffsets } from "../../../core/document/blocks.ts";
import { readOneOf } from "./state-values.ts";
import { TokenNode } from "./token-node.ts";

const offsetState = createState("offset", { parse: readOneOf(yearOffsets, 0) });

/** A year that follows 报告年度. Its text is what `offset` makes of the report's year; see `years.ts`. */
export class YearNode extends TokenNode {
  override $config() {
    return this.config("year", { extends: TokenNode, stateConfigs: [{ stateConfig: offsetState, flat: true }] });
  }

  getOffset(): YearOffset {
    return $getState(this, offsetState);
  }

  protected override chipClass(): string {
    return "year";
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
