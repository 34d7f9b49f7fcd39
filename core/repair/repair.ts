import type { CellSource } from "./find-numbered-tables.ts";
import type { HeadingLevel } from "../document/blocks.ts";
import type { Place, Span } from "../document/place.ts";
import type { Meta } from "../document/schema.ts";

/**
 * What the import doctor repairs, in the order in which a writer reads the list. The ids are stable: the command line
 * prints them.
 */
export const repairKinds = [
  "bookmark",
  "field-code",
  "page-number",
  "web-page",
  "control-character",
  "look-alike-character",
  "broken-line",
  "run-together",
  "long-paragraph",
  "blank-paragraph",
  "flattened-table",
  "ordinal-form",
  "ordinal-sequence",
  "ordinal-marks",
  "ordinal-typed",
  "half-width-punctuation",
  "straight-quotes",
  "doubled-marks",
  "document-number",
  "chinese-space",
  "full-width-characters",
] as const;
export type RepairKind = (typeof repairKinds)[number];

export const repairNames: Readonly<Record<RepairKind, string>> = {
  bookmark: "转换留下的书签标记",
  "field-code": "转换留下的域代码",
  "page-number": "混入正文的页码",
  "web-page": "网页上的按钮和栏目文字",
  "control-character": "看不见的控制字符",
  "look-alike-character": "形近的部首字符",
  "broken-line": "句子中间的断行",
  "run-together": "连在一起的段落",
  "long-paragraph": "过长的段落",
  "blank-paragraph": "重复的空段落",
  "flattened-table": "被拆散的表格",
  "ordinal-form": "写法与同级不一致的序号",
  "ordinal-sequence": "不连续或重复的序号",
  "ordinal-marks": "序号的标点",
  "ordinal-typed": "手工录入的序号",
  "half-width-punctuation": "中文之间的半角标点",
  "straight-quotes": "直引号",
  "doubled-marks": "重复的标点",
  "document-number": "发文字号的括号",
  "chinese-space": "中文之间的空格",
  "full-width-characters": "全角数字和字母",
};

/** The block index of repairs in 公文要素. */
export const ELEMENTS = -1;

/** 公文要素 that are text. */
export const textElements = [
  "issuingOrgan",
  "documentNumber",
  "signedOffBy",
  "mainRecipients",
  "attachmentNames",
  "signatories",
  "note",
  "copyRecipients",
  "printingOrgan",
] as const satisfies readonly (keyof Meta)[];
export type TextElement = (typeof textElements)[number];

/** New words for some that stand there (`was`, never empty); where anything else stands, it is left alone. */
type NewWords = { readonly was: string; readonly text: string };

/** What a repair does, in terms of the report as it was found: places never shift, whatever else is chosen. */
type RepairAction =
  | ({ readonly kind: "edit"; readonly place: Place } & NewWords)
  /** The same in an entry of one of 公文要素. */
  | ({ readonly kind: "editElement"; readonly element: TextElement; readonly entry: number } & Span & NewWords)
  /** Leaves a block out. */
  | { readonly kind: "remove"; readonly block: number }
  /** Appends a paragraph to an earlier block. */
  | { readonly kind: "join"; readonly block: number; readonly onto: number }
  /** Begins a new block with the ordinal at a place, which has no length. */
  | { readonly kind: "split"; readonly place: Place }
  /** Gives a numbered block the printed ordinal `number`, on another level if need be. */
  | { readonly kind: "number"; readonly block: number; readonly number: string; readonly level?: HeadingLevel }
  /**
   * Makes a table of the paragraphs `block` up to `end` (not included): a row each, so many cells a row, or cell by cell
   * with lines counted from `block`.
   */
  | {
      readonly kind: "table";
      readonly block: number;
      readonly end: number;
      readonly cells:
        | { readonly by: "tab" }
        | { readonly by: "line"; readonly columns: number }
        | { readonly by: "cell"; readonly rows: readonly (readonly CellSource[])[] };
    };
export type RepairActionOf<K extends RepairAction["kind"]> = Extract<RepairAction, { kind: K }>;

/** The blocks that an action makes a table of. */
export function blocksOf(action: RepairAction): readonly number[] {
  if (action.kind !== "table") return [];
  return Array.from({ length: action.end - action.block }, (_, index) => action.block + index);
}

/** One repair that a writer can choose. */
export type Repair = {
  /** The same for the same report. */
  readonly id: string;
  readonly kind: RepairKind;
  /** Certain enough to be on by default. */
  readonly isSafe: boolean;
  /** Index of the block of the body; `ELEMENTS` for 公文要素. */
  readonly block: number;
  /** The place with a few words around it; ↵ stands for the end of a line, and what nobody sees has its name in 〔〕. */
  readonly before: string;
  /** The same words repaired; "" when the whole line goes. */
  readonly after: string;
  readonly actions: readonly RepairAction[];
};

/** Something that was seen and is left to the writer. */
export type Unchanged = {
  readonly kind: string;
  /** What it is and what to do, one sentence in Chinese. */
  readonly message: string;
  readonly count: number;
};

export type RepairPlan = {
  /** In the order of the text; 公文要素 first. */
  readonly repairs: readonly Repair[];
  readonly unchanged: readonly Unchanged[];
};
