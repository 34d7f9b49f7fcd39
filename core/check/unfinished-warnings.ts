import type { Warning } from "../contract.ts";
import type { Unfinished, UnfinishedKind } from "./unfinished.ts";

const MOST_NAMED = 5;

/** Names in quotation marks, the first few of many. */
function named(items: readonly Unfinished[]): string {
  const names = [...new Set(items.map(({ words }) => words))].filter((words) => words !== "");
  const shown = names.slice(0, MOST_NAMED).map((name) => `“${name}”`);
  return shown.join("") + (names.length > MOST_NAMED ? "等" : "");
}

type Wording = { readonly code: string; readonly message: (items: readonly Unfinished[]) => string };

const wordings: { readonly [K in UnfinishedKind]: Wording } = {
  title: { code: "title-missing", message: () => "报告还没有标题。" },
  section: {
    code: "sections-empty",
    message: (items) => `还有 ${items.length} 个部分没有内容：${named(items)}。`,
  },
  ordinal: {
    code: "ordinals-bare",
    message: (items) => {
      const names = named(items);
      return `还有 ${items.length} 处标题或序号后面没有文字${names === "" ? "" : `：${names}`}。`;
    },
  },
  pending: {
    code: "review-pending",
    message: (items) => `还有 ${items.length} 项待核没有核对，文字可能仍是去年的。`,
  },
  blank: {
    code: "blanks-left",
    message: (items) => `还有 ${items.length} 处空白没有填写，导出的文件中以【】标出。`,
  },
};
const order = ["title", "section", "ordinal", "pending", "blank"] as const satisfies readonly UnfinishedKind[];

/** What is unfinished in a sentence a kind, for whoever cannot be shown the list. */
export function unfinishedWarnings(found: readonly Unfinished[]): readonly Warning[] {
  return order.flatMap((kind) => {
    const items = found.filter((item) => item.kind === kind);
    const { code, message } = wordings[kind];
    return items.length === 0 ? [] : [{ code, message: message(items) }];
  });
}
