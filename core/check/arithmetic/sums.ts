import { rangesIn } from "../../rollover/ranges.ts";
import type { CheckText } from "../check-text.ts";
import type { Found } from "../rule.ts";
import { type Amount, amountsIn, writtenLike } from "./amounts.ts";
import { isCounted, type Sentence, wholeSentences } from "./counted-amounts.ts";
import { partsOverWhole } from "./parts.ts";

const leads = /其中|包括|分别为|分别是|具体为/gu;
const totals = /(?:共计|合计|总计|总共)[^，。；、\d]{0,6}$/u;
const mostParts = 30;

/** The amounts that a list behind 其中 names: of one unit, and parted alike. */
function partsBehind(sentence: string, amounts: readonly Amount[], from: number, to: number): readonly Amount[] {
  const inside = rangesIn(amounts, { start: from, end: to });
  const [first] = inside;
  if (first === undefined) return [];
  const parts: Amount[] = [];
  let separator = "";
  for (const amount of inside) {
    const last = parts.at(-1);
    if (last !== undefined) {
      const mark = /[，；]/u.exec(sentence.slice(last.end, amount.start))?.[0] ?? "、";
      if (parts.length === 1) separator = mark;
      // 、 parts the items of a list: what stands behind the next ， is something else
      else if (separator === "、" && mark !== "、") break;
    }
    if (amount.unit !== first.unit) {
      if (parts.length > 0 && separator === "、") break;
      continue;
    }
    if (isCounted(sentence, amount)) parts.push(amount);
  }
  return parts.slice(0, mostParts);
}

const sum = (amounts: readonly Amount[]): number => amounts.reduce((total, { value }) => total + value, 0);
const slackOf = (amounts: readonly Amount[]): number => amounts.reduce((total, { slack }) => total + slack, 0) + 1e-6;

const isEqual = (parts: readonly Amount[], total: Amount): boolean =>
  Math.abs(sum(parts) - total.value) <= slackOf([...parts, total]) + total.value * 1e-9;

/** How much of the total a list must name to be taken for a whole one. */
function isWholeList(sentence: string, parts: readonly Amount[], total: Amount): boolean {
  const share = sum(parts) / total.value;
  const [before, last] = parts.slice(-2);
  const isClosed =
    before !== undefined && last !== undefined && /[和及与]/u.test(sentence.slice(before.end, last.start));
  return share > 1 || share >= (parts.length > 2 || isClosed ? 0.6 : 0.75);
}

function shown(parts: readonly Amount[], total: Amount): string {
  const calculation = parts.map(({ written }) => written).join("＋");
  const result = writtenLike(sum(parts), total);
  return sum(parts) > total.value
    ? `各项相加为${result}（${calculation}），多于“${total.written}”，请核对；各项有重叠的可以忽略。`
    : `各项相加为${result}（${calculation}），与“${total.written}”不符，请核对；所列不全的可以忽略。`;
}

function listsBehind(sentence: Sentence, amounts: readonly Amount[]): readonly Found[] {
  // one part alone is more than the whole: that is said of the part
  const over = new Set(partsOverWhole(sentence.text, amounts).map(({ part }) => part));
  const places = Array.from(sentence.text.matchAll(leads), ({ 0: word, index }) => ({
    at: index,
    end: index + word.length,
  }));
  return places.flatMap(({ at, end }, position): readonly Found[] => {
    const parts = partsBehind(sentence.text, amounts, end, places[position + 1]?.at ?? sentence.text.length);
    const [first] = parts;
    if (first === undefined || parts.length < 2) return [];
    const total = rangesIn(amounts, { start: at - longestGap - 1, end: at }).findLast(
      (amount) => amount.unit === first.unit && isCounted(sentence.text, amount),
    );
    if (total === undefined) return [];
    if ([...parts, total].some((amount) => amount.isRough || over.has(amount))) return [];
    const prefixes = parts.map((_, count) => parts.slice(0, count + 1)).slice(1);
    if (prefixes.some((prefix) => isEqual(prefix, total)) || !isWholeList(sentence.text, parts, total)) return [];
    return [{ start: sentence.start + total.start, end: sentence.start + total.end, message: shown(parts, total) }];
  });
}
const longestGap = 24;

/** A total that its parts do not give. @param parts what was counted in its unit before it */
function wrongTotal(sentence: Sentence, total: Amount, parts: readonly Amount[]): readonly Found[] {
  if (total.isRough || parts.length < 2 || parts.length > mostParts || parts.some(({ isRough }) => isRough)) return [];
  if (!totals.test(sentence.text.slice(Math.max(0, total.start - 10), total.start))) return [];
  const suffixes = parts.map((_, from) => parts.slice(from)).slice(0, -1);
  if (suffixes.some((suffix) => isEqual(suffix, total))) return [];
  return [{ start: sentence.start + total.start, end: sentence.start + total.end, message: shown(parts, total) }];
}

function totalsBehind(sentence: Sentence, amounts: readonly Amount[]): readonly Found[] {
  const firstLead = sentence.text.search(leads);
  const counted = new Map<string, Amount[]>();
  return amounts.flatMap((total): readonly Found[] => {
    if (firstLead >= 0 && firstLead < total.start) return [];
    const parts = counted.get(total.unit) ?? [];
    const found = wrongTotal(sentence, total, parts);
    if (isCounted(sentence.text, total)) {
      counted.set(total.unit, parts);
      parts.push(total);
    }
    return found;
  });
}

/** Totals of a sentence that are not the sum of the parts that it names. */
export function wrongSums({ text, form }: CheckText): readonly Found[] {
  if (form === "element" || !/其中|包括|分别|具体为|共计|合计|总计|总共/u.test(text)) return [];
  return wholeSentences(text).flatMap((sentence) => {
    const amounts = amountsIn(sentence.text);
    return amounts.length < 3 ? [] : [...listsBehind(sentence, amounts), ...totalsBehind(sentence, amounts)];
  });
}
