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
      : unknown) &
      (B extends { readonly kind: "paragraph" } ? ElementTraits & LineTraits : unknown) &
      (B extends { readonly kind: "image" } ? ImageTraits : unknown)
  : never;

/** What a line around a table or a picture has beside its words. */
type LineTraits = {
  /** Of a counted caption: 表1. */
  readonly captionNumber?: string;
  /** A 表注 above its table, such as 单位：万元. */
  readonly isAboveTable?: true;
};

type ImageTraits = {
  /** A 图题 stands below it, on the same page. */
  readonly isCaptioned?: true;
};

/** What a line of 公文要素 has beside its words. */
type ElementTraits = {
  /** An entry of a list whose further lines begin where its words do. */
  readonly hanging?: {
    /** UTF-16 units before the words: 附件：1. */
    readonly leadLength: number;
    /** What stands before the lead of the list's first entry and not of this one: 附件：. */
    readonly indentAs: string;
    /** So many units of the lead are a label in a face of its own. */
    readonly labelLength: number;
    /** A blank line stands before it. */
    readonly isFirst: boolean;
  };
  /** 用印方式 of a signature; without a seal if not given. */
  readonly sealForm?: "seal" | "signature";
};

/** A block as it is printed: see `Block`. */
export type PrintedBlock = Print<Block>;
export type PrintedBlockOf<K extends PrintedBlock["kind"]> = Extract<PrintedBlock, { kind: K }>;
