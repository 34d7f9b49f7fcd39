import { growthIn, impossibleIn, sharesIn } from "../arithmetic/percentages.ts";
import { twoValues } from "../arithmetic/indicators.ts";
import { wrongSums } from "../arithmetic/sums.ts";
import { wrongTotals } from "../arithmetic/tables.ts";
import type { AcrossRule, LocalRule } from "../rule.ts";

const practice = { source: "实务", strength: "实务", severity: "提示" } as const;
const title = "青石县审计局关于2025年工作情况的报告";

export const arithmeticRules: readonly LocalRule[] = [
  {
    ...practice,
    scope: "local",
    id: "NU-12",
    name: "分项与合计",
    message: "分项与合计不符。",
    find: wrongSums,
    yes: [
      "全年完成审计项目‹38个›，其中财政审计12个、经济责任审计14个、投资审计10个。",
      "完成财政审计12个、经济责任审计14个，共计‹28个›。",
      "查出问题金额‹5.02亿元›，其中违规金额3.87亿元、管理不规范金额1504万元。",
    ],
    no: [
      "全年完成审计项目36个，其中财政审计12个、经济责任审计14个、投资审计10个。",
      "查出问题金额4.02亿元，其中违规金额3.87亿元、管理不规范金额1504万元。",
      "全年完成审计项目36个，其中经济责任审计12个、财政审计3个。",
      "全年完成审计项目36个，其中经济责任审计12个、财政审计24个，提出建议20个。",
      "全年完成审计项目36个，比上年增加4个，其中经济责任审计12个，占33.3%。",
      "查出问题金额近5亿元，其中违规金额3.87亿元、管理不规范金额1504万元。",
    ],
  },
  {
    ...practice,
    scope: "local",
    id: "NU-12.share",
    name: "占比与比率",
    message: "占比与数据不符。",
    find: sharesIn,
    yes: ["应整改问题200个，已整改180个，整改率‹92%›。", "完成项目36个，其中经济责任审计12个，占‹43.3%›。"],
    no: [
      "应整改问题200个，已整改180个，整改率90%。",
      "完成项目36个，其中经济责任审计12个，占33.3%。",
      "应整改问题193个，已整改180个，整改率93.2%。",
    ],
  },
  {
    ...practice,
    scope: "local",
    id: "NU-12.growth",
    name: "增长与下降的幅度",
    message: "增幅与数据不符。",
    find: growthIn,
    yes: [
      "完成项目36个，比上年增加4个，增长‹15.5%›。",
      "信访量由50件下降到40件，下降‹25%›。",
      "完成项目36个，比上年的32个增长‹20%›。",
    ],
    no: [
      "完成项目36个，比上年增加4个，增长12.5%。",
      "信访量由50件下降到40件，下降20%。",
      "完成项目36个，比上年的32个增长12.5%。",
      "投入3.6亿元，比上年增加0.4亿元，增长12.6%。",
    ],
  },
  {
    ...practice,
    scope: "local",
    id: "NU-13",
    name: "不可能的百分比",
    message: "百分比不是整数个的结果。",
    find: impossibleIn,
    yes: ["全年提出审计建议20条，采纳率达‹93%›。"],
    no: ["全年提出审计建议20条，采纳率达95%。", "全年提出审计建议3000条，采纳率达93%。", "整改率达93%。"],
  },
];

export const arithmeticAcrossRules: readonly AcrossRule[] = [
  {
    ...practice,
    scope: "across",
    id: "NU-12.table",
    name: "表格的合计",
    message: "合计与各项不符。",
    find: wrongTotals,
    yes: [],
    no: [],
  },
  {
    ...practice,
    scope: "across",
    id: "NU-14",
    name: "同一指标两个数值",
    message: "同一指标前后数值不同。",
    find: twoValues,
    yes: [
      `${title}\n2025年，我局全年完成审计项目36个。\n一、主要工作\n全年完成审计项目‹38个›，成效明显。`,
      `${title}\n2025年，审计查出问题整改率达95%。\n一、主要工作\n审计查出问题整改率达‹96%›，成效明显。`,
    ],
    no: [
      `${title}\n2025年，我局全年完成审计项目36个。\n一、主要工作\n全年共完成审计项目36个，其中财政审计项目12个。`,
      `${title}\n2025年，我局全年完成审计项目36个。\n一、主要工作\n2024年完成审计项目32个。`,
    ],
  },
];
