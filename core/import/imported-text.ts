import type { Warning } from "../contract.ts";
import type { Block } from "../document/blocks.ts";
import type { LayoutPreset, Meta } from "../document/schema.ts";

/** What an imported text was found to be. Its words are the words of the file: nothing but our own 【待核稿】 is left out. */
export type ImportedText = {
  /** The title on one line; null when the text has none. */
  readonly title: string | null;
  readonly blocks: readonly Block[];
  /** 主送, and 署名, 成文日期, 附注 of the first text. */
  readonly meta: Partial<Meta>;
  /** The layout that the file was made in, where it shows one: a red head. */
  readonly preset?: LayoutPreset;
  /** What the writer should know, in Chinese, one entry a kind. */
  readonly warnings: readonly Warning[];
};
