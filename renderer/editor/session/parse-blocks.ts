import { $parseSerializedNode, type LexicalNode } from "lexical";
import { type Body } from "../../../core/document/body.ts";
import { editorJsonFromBody } from "../saving/body-json.ts";

/** The nodes of a body, not yet part of the text. */
export function $parseBlocks(body: Body): LexicalNode[] {
  return editorJsonFromBody(body).root.children.map((json) => $parseSerializedNode(json));
}
