import { foreign, opening, others, own, type YearRule } from "./year-rule.ts";
import { routineWork } from "./own-year-rules.ts";

const aim = "(?:打算|安排|计划|思路|要点|重点|任务|举措|目标|设想|谋划|展望|措施)";

/** The year after 报告年度 (2025 in a report of 2024), where it is what the organ means to do next. */
export const nextYearRules: readonly YearRule[] = [
  {
    name: "a heading names next year's work",
    where: "headline",
    pattern: new RegExp(`▲度?(?![^，。；]{0,12}${others})[^，。；]{0,16}${aim}[^，。；]{0,6}$`, "u"),
    yes: ["三、2025年工作打算", "四、2025年度主要安排", "2024年工作总结和2025年工作计划"],
    no: ["三、落实国家2025年远景目标", "四、到2025年的任务"],
  },
  {
    name: "the organ itself will do it",
    pattern: new RegExp(`${opening}▲度?[，,]?(?:${own})`, "u"),
    yes: ["2025年，我局将继续推进整改。", "2025年我局拟实施审计项目40个。"],
    no: ["2025年，全省将推开试点。", "到2025年，我局基本建成智慧审计平台。"],
  },
  {
    name: "what will be done opens the sentence",
    takesSubject: true,
    pattern: new RegExp(
      `${opening}(?![^。；]*(?:${foreign}))▲度?(?:[，,](?:将|要|拟|计划)?|(?:将|拟|计划))(?:重点|着重|着力)?(?:继续|持续|进一步|不断|(?:${routineWork}|抓好|做好|突出|实现)(?=[^。；]*(?:${own}|执法|审计|普法|法治|依法|整改|队伍|监督|复议|信访|工作|\\d+\\s?[个项次期件名人])))`,
      "u",
    ),
    yes: ["2025年，继续推进。", "2025年拟安排审计项目40个。", "2025年，将重点抓好整改。"],
    no: [
      "2025年全面推行电子证照。",
      "到2025年，继续提高覆盖率。",
      "2025年，推进国家级新区建设。",
      "2025年，省里将开展检查。",
      "2025年，实施城市更新项目12个。",
    ],
  },
  {
    name: "the sentence looks ahead at its end",
    pattern: /[，,；]▲度?[，,]?(?:我局)?(?:将|要)?(?:再接再厉|继续(?:努力|做好|抓好|履职尽责|发力))/u,
    yes: ["2024年，我局完成审计项目32个，2025年继续努力。"],
    no: ["系统2024年建成，2025年继续推广。", "项目一期完工，2025年继续建设二期。"],
  },
  {
    name: "a plan of the organ's own making",
    pattern: new RegExp(
      `(?<!(?:省|市|县|区|州|委|府|厅|部|署|院|级|办|中央|联合)[^，。；]{0,8})(?:制定|制订|编制|谋划|研究|提出|拟定|拟订|起草)(?:好|了)?(?:${own})?▲度?[^，。；《]{0,16}(?:计划|要点|方案|安排|思路|打算)`,
      "u",
    ),
    yes: ["制定2025年度审计项目计划。", "认真谋划2025年工作思路。"],
    no: ["落实省政府制定2025年工作要点要求。"],
  },
];

/** The year before 报告年度, where only a report of that very year can name it. */
export const formerYearRules: readonly YearRule[] = [
  {
    name: "the year that is compared with",
    pattern:
      /(?:较|比|相较|对比|高于|低于|多于|少于)▲(?:度|同期|全年|相比|年末)?(?:增|减|上升|下降|提高|降低|多|少|翻|净增|有所|略|持平|大幅)|[与同和]▲度?(?:相比|同期)/u,
    yes: [
      "全年完成项目36个，比2023年增加4个。",
      "信访量与2023年相比下降5%。",
      "查出问题金额3,415万元，较2023年度下降6.5%。",
    ],
    no: [
      "按可比价格计算，比2023年增长5%。",
      "全县生产总值比2023年增长5%。",
      "全市用电量比2023年增长6%。",
      "该公司投诉量比2023年下降15%。",
      "与2023年持平的有3项。",
      "2021年比2023年多2件，2023年起逐年下降。",
    ],
  },
  {
    name: "the budget that is audited every year",
    pattern:
      /(?:^|[，。；：）)])(?:▲度?，)?(?:我局)?(?:依法)?对▲度[^，。；]{0,12}(?:预算执行|财政收支|决算草案)[^，。；]{0,20}(?:进行|开展|实施)(?:了)?审计/u,
    yes: ["对2023年度市级预算执行和其他财政收支情况进行审计。"],
    no: ["向人大常委会报告了2023年度预算执行审计情况。", "2023年度预算收入5亿元。"],
  },
];
