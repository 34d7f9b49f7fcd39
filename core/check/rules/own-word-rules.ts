import type { LocalRule } from "../rule.ts";

/** Words of 本单位词表: what the house itself wants written otherwise. */
export const ownWordRules: readonly LocalRule[] = [
  {
    scope: "local",
    id: "PH-1.own",
    name: "本单位词表",
    source: "本单位词表",
    strength: "实务",
    severity: "错误",
    message: "本单位词表中另有写法。",
    spares: "quotes",
    find: ({ text, year }, { findWords }) =>
      findWords(text, year).map(({ start, end, right, sourceTitle }) => ({
        start,
        end,
        fix: right,
        message: `应为“${right}”（${sourceTitle}）。`,
      })),
    house: {
      directory: [],
      words: [
        {
          wrong: "审计管理系统",
          right: "金审三期系统",
          source: "青石县审计局用语表",
          validFrom: "2024-01-01",
          validTo: "",
        },
        { wrong: "巡审联动", right: "巡审协同", source: "", validFrom: "", validTo: "2023-12-31" },
      ],
    },
    yes: [["项目资料录入‹审计管理系统›。", "金审三期系统"]],
    no: [
      "项目资料录入金审三期系统。",
      "印发《审计管理系统使用办法》。",
      "会上所说“审计管理系统”已停用。",
      "加强巡审联动。",
    ],
  },
];
