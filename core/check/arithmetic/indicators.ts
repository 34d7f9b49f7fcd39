import type { CheckedBlock, CheckedReport } from "../checked-report.ts";
import { placeOf } from "../checked-report.ts";
import type { FoundInReport } from "../rule.ts";
import type { Span } from "../../document/place.ts";
import { perBlock } from "../per-block.ts";
import { type Amount, amountsIn } from "./amounts.ts";

/** What a clause is said of, and its words for a total: the same indicator is named with and without them. */
const filler =
  /(?:全年|今年|本年|我局|本局|全局|共计|累计|总计|合计|共|已|其中|截至目前|截至年底|达到|达|为|实现|组织|各类|了)/gu;
/** Words that say that the figure is of the whole and of the year. */
const whole = /(?:全年|累计|总计|共计|共|我局|全局|截至)/u;
const rate = /(?:率|占比|比例)(?:达到|达|为)?$/u;
const shortest = 4;
/** So far back a name is looked for. */
const longestClause = 60;
const mentionOf = /^[^，；：、“（]*?(?<name>[\u4e00-\u9fff]{4,24})$/u;

type Mention = Span & {
  readonly paragraph: number;
  readonly name: string;
  readonly years: readonly string[];
  readonly amount: Amount;
};

const stops = ["，", "；", "：", "、", "。"] as const;
const comparisons = /上年|去年|同期|增[长加]|下降|目标|力争|计划/u;

/** The indicators of a block: figures of the whole, and rates, by what stands before them. */
const mentionsIn = perBlock(({ sentences }) =>
  sentences.flatMap(({ text, start, paragraph }): readonly Mention[] => {
    if (!/\d/u.test(text) || comparisons.test(text)) return [];
    const years = text.match(/(?:19|20)\d{2}(?=年)/gu) ?? [];
    return amountsIn(text).flatMap((amount): readonly Mention[] => {
      const before = text.slice(Math.max(0, amount.start - longestClause), amount.start);
      const clause = before.slice(Math.max(...stops.map((mark) => before.lastIndexOf(mark))) + 1);
      const words = mentionOf.exec(clause.replace(/^(?:(?:19|20)\d{2}年度?)/u, ""))?.groups?.["name"] ?? "";
      if (amount.isRough || words === "" || (amount.unit === "%" ? !rate.test(words) : !whole.test(clause))) return [];
      const name = words.replaceAll(filler, "");
      return name.length < shortest
        ? []
        : [{ start: start + amount.start, end: start + amount.end, paragraph, name, years, amount }];
    });
  }),
);

/** An indicator with two values: 全年完成审计项目36个 here and 38个 there. */
export function twoValues({ year }: CheckedReport, blocks: readonly CheckedBlock[]): readonly FoundInReport[] {
  const known = new Map<string, Amount>();
  const found: FoundInReport[] = [];
  for (const [index, checked] of blocks.entries()) {
    for (const { paragraph, name, years, amount, ...span } of mentionsIn(checked)) {
      if (years.some((other) => Number(other) !== year)) continue;
      const key = `${name} ${amount.unit}`;
      const first = known.get(key);
      if (first === undefined) {
        known.set(key, amount);
        continue;
      }
      const text = checked.texts[paragraph];
      const isSame = Math.abs(first.value - amount.value) <= first.slack + amount.slack + 1e-6;
      const place = isSame || text === undefined ? null : placeOf(text, span, index);
      if (place === null) continue;
      const message = `“${name}”在前文是${first.written}，这里是${amount.written}，请核对；口径不同时可以忽略。`;
      found.push({ place, message });
    }
  }
  return found;
}
