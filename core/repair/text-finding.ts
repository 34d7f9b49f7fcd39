import type { Span } from "../document/place.ts";
import type { RepairText } from "./repair-text.ts";
import type { RepairKind, Unchanged } from "./repair.ts";

export type TextEdit = Span & { readonly text: string };

/** A repair within one paragraph: its edits belong together, as both brackets of a pair do. */
export type FoundInText = {
  readonly kind: RepairKind;
  readonly isSafe: boolean;
  /** In order, without overlaps. */
  readonly edits: readonly TextEdit[];
};

/** What is seen in a text and left alone, by the ids of `unchangedMessages`. */
const unchangedMessages = {
  "unreadable-character": "处字符无法识别，原来的文字已不可知，没有改动。请对照原文补上。",
  "field-error": "处“错误!未找到引用源”一类的提示，原来的文字已不可知，没有改动。请对照原文补上。",
  "bracket-unpaired": "处半角括号不成对，没有改动。请核对后修改。",
  "quote-unpaired": "处引号不成对，无法判断前后引号，没有改动。请核对后修改。",
  "quote-reversed": "对引号前后颠倒（如”软件“），没有改动。请核对后修改。",
  "question-mark": "处半角问号可能是无法显示的字，没有改动。请对照原文核对。",
  "half-width-kept": "处半角标点与数字、外文或代码相连，没有改动。",
  "wide-gap": "处较宽的空格可能是待填的空或有意的对齐，没有改动。请核对。",
  "phrase-gap": "处空格可能是并列词组之间的间隔，没有改动。请核对。",
  "marks-adjoining": "处标点连用，无法判断该留哪一个，没有改动。请核对后修改。",
  "ordinal-style": "处序号自成一套（如“1、”之下是“2.1”），与公文的写法不同，没有改动。",
  "ordinal-unclear": "处序号与前后不连贯，无法判断应为第几，没有改动。请核对后修改。",
  "table-unclear": "行像是被拆散的表格，行列不齐，没有改动。请对照原文重新制表。",
  "under-review": "处问题在待核的文字中，没有改动。请在核对时一并修改。",
  "blank-paragraph-kept": "个单独的空段落，没有改动。",
  "line-unclear": "处断行可能在句子中间，也可能是有意分段，没有改动。请核对。",
} as const;
type UnchangedKind = keyof typeof unchangedMessages;

/** Counts what is left alone. */
export type Tally = {
  readonly add: (kind: UnchangedKind, count?: number) => void;
  readonly list: () => readonly Unchanged[];
};

export function createTally(): Tally {
  const counts = new Map<UnchangedKind, number>();
  return {
    add: (kind, count = 1) => void counts.set(kind, (counts.get(kind) ?? 0) + count),
    list: () =>
      [...counts]
        .filter(([, count]) => count > 0)
        .map(([kind, count]) => ({ kind, count, message: `有 ${count} ${unchangedMessages[kind]}` })),
  };
}

/** Looks through one paragraph. */
export type TextFinder = (text: RepairText, tally: Tally) => readonly FoundInText[];
