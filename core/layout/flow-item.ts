import type { PrintedBlock, PrintedBlockOf } from "../document/printed-block.ts";

/** A line of 署名 or 成文日期. */
export type SignatureLine = PrintedBlockOf<"paragraph">;

/** What is laid out as one: a block, or the lines of a signature, which stand together. */
export type FlowItem =
  | Exclude<PrintedBlock, { kind: "pageBreak" }>
  | { readonly kind: "signature"; readonly lines: readonly SignatureLine[] };
