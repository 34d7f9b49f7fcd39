import { type CheckText, isNameOrQuote, matchesOf } from "../check-text.ts";
import { type CheckedBlock, type CheckedReport, placeOf } from "../checked-report.ts";
import { inAllBlocks, perBlock } from "../per-block.ts";
import type { AcrossRule, FoundInReport } from "../rule.ts";

/** Two ways to write figures of one kind. */
type Habit = {
  readonly name: string;
  readonly ways: readonly [
    { readonly name: string; readonly pattern: RegExp },
    { readonly name: string; readonly pattern: RegExp },
  ];
};

const unit = "(?=\\s?(?:万|亿|元|人|户|份|个|件|项|条|次|家|名|亩|吨|公里|平方))";
const habits: readonly Habit[] = [
  {
    name: "四位以上的数",
    ways: [
      { name: "加千分撇", pattern: new RegExp(`(?<![\\d.,])\\d{1,3}(?:,\\d{3})+(?:\\.\\d+)?${unit}`, "gu") },
      { name: "不加千分撇", pattern: new RegExp(`(?<![\\d.,])\\d{4,}(?:\\.\\d+)?${unit}`, "gu") },
    ],
  },
  {
    name: "百分数",
    ways: [
      { name: "%", pattern: /(?<![\d.])\d+(?:\.\d+)?[%％]/gu },
      { name: "百分之", pattern: /百分之[一二三四五六七八九十百零点〇\d.]+/gu },
    ],
  },
];

type Written = FoundInReport & { readonly habit: number; readonly way: number };

function writtenIn(text: CheckText): readonly Written[] {
  if (!/\d|百分之/u.test(text.text)) return [];
  return habits.flatMap(({ ways }, habit) =>
    ways.flatMap(({ pattern }, way) =>
      matchesOf(pattern, text.text).flatMap(({ 0: words, index: start }): readonly Written[] => {
        const end = start + words.length;
        if (isNameOrQuote(text, { start, end })) return [];
        const place = placeOf(text, { start, end }, 0);
        return place === null ? [] : [{ place, habit, way }];
      }),
    ),
  );
}

const writtenOf = perBlock(({ texts }) => texts.flatMap(writtenIn));

/** Figures that are written in the way in which fewer of their kind are. Where both are as many nothing is said. */
function otherWays(_: CheckedReport, blocks: readonly CheckedBlock[]): readonly FoundInReport[] {
  const all = inAllBlocks(blocks, writtenOf);
  return habits.flatMap(({ name, ways }, habit) => {
    const own = all.filter((one) => one.habit === habit);
    const counts = ways.map((_way, way) => own.filter((one) => one.way === way).length);
    const [first = 0, second = 0] = counts;
    if (first === 0 || second === 0 || first === second) return [];
    const [usual, rare] = first > second ? [0, 1] : [1, 0];
    const message = `${name}文中多数写成“${ways[usual]?.name ?? ""}”的样子，这里不同，请统一。`;
    return own.filter(({ way }) => way === rare).map(({ place }) => ({ place, message }));
  });
}

const title = "青石县审计局关于2025年工作情况的报告\n一、主要工作\n";

export const writingRules: readonly AcrossRule[] = [
  {
    scope: "across",
    id: "NU-07",
    name: "同类数字的写法",
    source: "GB/T 15835—2011",
    strength: "推荐",
    severity: "提示",
    isOff: true,
    message: "同类数字的写法不一致。",
    find: otherWays,
    yes: [
      `${title}发放资料12,000份，培训1,560人。\n查出问题金额‹3415›万元。`,
      `${title}整改率95%，采纳率92%。\n按期办结率达到‹百分之九十›。`,
    ],
    no: [
      `${title}发放资料12,000份，培训1,560人。\n2025年完成审计项目36个，编号13812345。`,
      `${title}整改率95%，采纳率92%。\n《百分之百落实方案》已印发。`,
    ],
  },
];
