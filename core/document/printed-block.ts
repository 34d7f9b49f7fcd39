import type { Block, Ordinal, Script, TableCell } from "./blocks.ts";

/** Inline content as it is printed: years are digits. */
export type PrintedInline =
  | { readonly kind: "text"; readonly text: string; readonly bold?: true; readonly script?: Script }
  | { readonly kind: "blank"; readonly label: string; readonly bold?: true }
  | { readonly kind: "break" };
type Printed = readonly PrintedInline[];

export type PrintedCell = Omit<TableCell, "paragraphs"> & { readonly paragraphs: readonly Printed[] };

type PrintedParts = { content: Printed; heading: Printed; rows: readonly (readonly PrintedCell[])[] };
type Print<B> = B extends { readonly kind: string }
  ? { readonly [P in keyof B]: P extends keyof PrintedParts ? PrintedParts[P] : B[P] } & (B extends {
      readonly ordinal: Ordinal;
    }
      ? {
          /** The printed ordinal; "" = none. */
          readonly number: string;
        }
      : unknown)
  : never;

/** A block as it is printed: see `Block`. */
export type PrintedBlock = Print<Block>;
export type PrintedBlockOf<K extends PrintedBlock["kind"]> = Extract<PrintedBlock, { kind: K }>;
