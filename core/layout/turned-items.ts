import { isAttachmentLabel } from "../document/attachment-labels.ts";
import { printedText } from "../document/content-text.ts";
import type { FlowItem } from "./flow-item.ts";

/** What is asked of an item of the flow. */
type Item = { readonly item: FlowItem; readonly startsPage: boolean };

const isWideTable = ({ item }: Item): boolean => item.kind === "table" && item.landscape === true;

/** The words of a line; null: it is no line of its own. */
const lineText = ({ item }: Item): string | null =>
  item.kind === "paragraph" ? printedText(item.content).trim() : null;

/** 单位：万元, above a table. */
const UNIT_LINE = /^[（(]?\s*(?:金额|计量|计算)?单位\s*[：:]/u;
/** 注：…, below a table. */
const NOTE_LINE = /^(?:注|备注|说明|资料来源|数据来源)\s*\d*\s*[：:]/u;

/** What announces the table that stands below it: its title, its unit, a heading, the number and title of an attachment. */
function announces(one: Item): boolean {
  if (one.item.kind === "heading" || one.item.kind === "title") return true;
  if (one.item.kind !== "paragraph") return false;
  if (one.item.role === "caption" || one.item.isAboveTable === true) return true;
  const text = lineText(one) ?? "";
  return isAttachmentLabel(text) || UNIT_LINE.test(text);
}

function belongsAbove(one: Item): boolean {
  if (one.item.kind !== "paragraph" || one.item.isAboveTable === true) return false;
  return one.item.role === "tableNote" || NOTE_LINE.test(lineText(one) ?? "");
}

/**
 * Which items stand on pages laid across (GB/T 9704-2012 clause 8): wide tables, with what announces them and the notes
 * below them; empty lines between two of them too. Linear.
 *
 * @param keepsHead the first item stands below 版头 and stays upright with it
 */
export function turnedItems(items: readonly Item[], keepsHead: boolean): readonly boolean[] {
  const turned = items.map(isWideTable);
  /** Whether nothing but empty lines parts an item from a wide table above it. */
  const follows: boolean[] = [];
  items.forEach((one, index) => {
    if (turned[index - 1] === true && !one.startsPage && belongsAbove(one)) turned[index] = true;
    const isOpen =
      turned[index - 1] === true || (follows[index - 1] === true && lineText(items[index - 1] ?? one) === "");
    follows.push(isOpen && !one.startsPage);
  });
  for (let index = items.length - 2; index >= 0; index -= 1) {
    const [one, next] = [items[index], items[index + 1]];
    if (one === undefined || turned[index] === true) continue;
    if (turned[index + 1] !== true || next?.startsPage !== false) continue;
    turned[index] = lineText(one) === "" ? follows[index] === true : announces(one) && !(keepsHead && index === 0);
  }
  return turned;
}
