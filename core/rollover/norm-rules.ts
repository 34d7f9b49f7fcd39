import type { Range } from "./ranges.ts";

/** A row of the table of figures that a rule fixes: they count nothing of the year and hold next year too. */
export type NormRule = {
  readonly name: string;
  /** The figure itself. */
  readonly figure: RegExp;
  /** The rest of the clause before it; for `sentence` the rest of the sentence. */
  readonly before: RegExp;
  readonly after: RegExp;
  readonly within: "clause" | "sentence";
  /** Sentences whose last figure is a rule's. */
  readonly yes: readonly string[];
  /** Sentences that look alike, whose last figure counts. */
  readonly no: readonly string[];
};

const days = /^\d{1,3}(?:个|日历)?(?:工作日|日|天|个月)$/u;
const measured = "(?:压缩|缩短|平均|提速|控制|减少|减至|降至|仅|只)";
const any = /^/u;

export const normRules: readonly NormRule[] = [
  {
    name: "how long something may take by law",
    figure: days,
    before: new RegExp(
      `^(?!.*${measured}[^，。；]{0,12}$).*(?:之日起|应当?|法定|规定|依法|必须|收到|届满|期满|自)[^。；]{0,16}$`,
      "su",
    ),
    after: /^(?:之?内|以内|前)/u,
    within: "sentence",
    yes: ["应当自收到申请之日起20个工作日内答复。", "依法在15日内送达。"],
    no: ["办理时限压缩至3个工作日内。"],
  },
  {
    name: "how long something may take at most",
    figure: days,
    before: new RegExp(`^(?!.*${measured}).*(?:一般|原则上|最长)?(?:不得?超过|不多于|最长)$`, "su"),
    after: any,
    within: "clause",
    yes: ["现场审计时间不超过50个工作日。", "办理期限最长不得超过30天。"],
    no: ["平均办理时间不超过3个工作日。", "案件数不超过5件。"],
  },
  {
    name: "people of which age are meant",
    figure: /^\d{1,3}\s?岁左右$/u,
    before: any,
    after: /^的?(?:[处科厅县乡正副]|年轻|青年|中青年|干部|人员|公务员|党员|老年|老人|儿童|少年)/u,
    within: "clause",
    yes: ["提高40岁左右处级领导干部所占比重。"],
    no: ["平均年龄40岁左右。", "为0—6岁儿童建档。"],
  },
];

const LONGEST_LEAD = 24;
const LONGEST_TAIL = 6;
const endOf = { clause: /^.*[，。；：]/su, sentence: /^.*[。；]/su } as const;

/** Whether a figure is one that a rule fixes. */
export function isNorm(text: string, { start, end }: Range): boolean {
  const word = text.slice(start, end);
  const lead = text.slice(Math.max(0, start - LONGEST_LEAD), start);
  const after = text.slice(end, end + LONGEST_TAIL);
  return normRules.some(
    (rule) =>
      rule.figure.test(word) && rule.before.test(lead.replace(endOf[rule.within], "")) && rule.after.test(after),
  );
}
