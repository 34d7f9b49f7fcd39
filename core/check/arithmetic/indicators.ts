import type { CheckedBlock, CheckedReport } from "../checked-report.ts";
import { placeOf } from "../checked-report.ts";
import type { FoundInReport } from "../rule.ts";
import { amountsIn } from "./amounts.ts";

/** What a clause is said of, and its words for a total: the same indicator is named with and without them. */
const filler =
  /(?:全年|今年|本年|我局|本局|全局|共计|累计|总计|合计|共|已|其中|截至目前|截至年底|达到|达|为|实现|组织|各类|了)/gu;
/** Words that say that the figure is of the whole and of the year. */
const whole = /(?:全年|累计|总计|共计|共|我局|全局|截至)/u;
const rate = /(?:率|占比|比例)(?:达到|达|为)?$/u;
const shortest = 4;
const mentionOf = /^[^，；：、“（]*?(?<name>[\u4e00-\u9fff]{4,24})$/u;

type Known = { readonly value: number; readonly slack: number; readonly written: string };

/** An indicator with two values: 全年完成审计项目36个 here and 38个 there. */
export function twoValues({ year }: CheckedReport, blocks: readonly CheckedBlock[]): readonly FoundInReport[] {
  const known = new Map<string, Known>();
  const found: FoundInReport[] = [];
  for (const [index, { texts, sentences }] of blocks.entries()) {
    for (const sentence of sentences) {
      const years = sentence.text.match(/(?:19|20)\d{2}(?=年)/gu) ?? [];
      const text = texts[sentence.paragraph];
      if (
        text === undefined ||
        years.some((other) => Number(other) !== year) ||
        /上年|去年|同期|增[长加]|下降|目标|力争|计划/u.test(sentence.text)
      )
        continue;
      for (const amount of amountsIn(sentence.text)) {
        const before = sentence.text.slice(0, amount.start);
        const clause = before.slice(
          Math.max(...["，", "；", "：", "、", "。"].map((mark) => before.lastIndexOf(mark))) + 1,
        );
        const name = mentionOf.exec(clause.replace(/^(?:(?:19|20)\d{2}年度?)/u, ""))?.groups?.["name"] ?? "";
        const isRate = amount.unit === "%";
        if (amount.isRough || name === "" || (isRate ? !rate.test(name) : !whole.test(clause))) continue;
        const bare = name.replaceAll(filler, "");
        if (bare.length < shortest) continue;
        const key = `${bare} ${amount.unit}`;
        const first = known.get(key);
        if (first === undefined) {
          known.set(key, amount);
          continue;
        }
        if (Math.abs(first.value - amount.value) <= first.slack + amount.slack + 1e-6) continue;
        const start = sentence.start + amount.start;
        const place = placeOf(text, { start, end: start + amount.end - amount.start }, index);
        if (place !== null) {
          found.push({
            place,
            message: `“${bare}”在前文是${first.written}，这里是${amount.written}，请核对；口径不同时可以忽略。`,
          });
        }
      }
    }
  }
  return found;
}
