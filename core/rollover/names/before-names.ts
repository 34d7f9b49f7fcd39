import { anyRule, type WordRule } from "./name-rule.ts";

/** What stands right before a name that its post follows: 由|郑海局长. */
export const beforeNameRules: readonly WordRule[] = [
  { name: "the beginning or a mark", pattern: "^|[^\\p{Script=Han}·]", yes: ["", "，", "（"], no: ["国"] },
  {
    name: "a word that leads to a person",
    pattern:
      "由|经|请|邀请|聘请|特邀|随|和|与|及|以及|同|向|对|给|为|以|在|让|派|是|据|按|陪同|欢迎|感谢|通知|约请|商请|报请|报|成立以|组成以|其中|分别由|时任|现任|原任|拟任|任命|推选|选举|协助|跟随|会同|在|当日|上午|下午|近日|日前|期间|当天",
    yes: ["会议由", "活动特邀", "邀请"],
    no: ["理由充足的"],
  },
  {
    name: "where the person works",
    pattern:
      "(?:局|委|办|厅|署|院|部|处|科|室|股|队|所|站|中心|公司|集团|银行|学校|大学|医院|政府|党组|党委|支部|小组|专班|班子|单位|机关|省|市|县|区|州|旗|镇|乡|村|街道|社区|分管|主管|挂点|包联|联系|牵头|带队)",
    yes: ["我局", "县司法局", "分管"],
    no: ["务"],
  },
];

export const beforeName = new RegExp(`(?:${anyRule(beforeNameRules)})$`, "u");
