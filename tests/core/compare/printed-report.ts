import type { PrintedBlock } from "../../../core/document/printed-block.ts";

export const paragraph = (text: string): PrintedBlock => ({
  kind: "paragraph",
  role: "body",
  content: text === "" ? [] : [{ kind: "text", text }],
});

export const heading = (number: string, text: string, level: 0 | 1 | 2 = 1): PrintedBlock => ({
  kind: "heading",
  level,
  ordinal: { kind: "computed" },
  number,
  content: [{ kind: "text", text }],
});

export const reportOf = (
  ...blocks: readonly (PrintedBlock | string)[]
): { readonly blocks: readonly PrintedBlock[] } => ({
  blocks: blocks.map((block) => (typeof block === "string" ? paragraph(block) : block)),
});
