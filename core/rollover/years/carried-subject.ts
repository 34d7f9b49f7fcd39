import { attachedBody } from "./attached-bodies.ts";
import { own } from "./year-rule.ts";

/** Whose sentence it is: the organ's own, somebody else's, or none's that is named. */
export type Subject = "own" | "other" | "none";

/** A row of the table that tells by its beginning of whom a clause speaks; with clauses that it fits and does not fit. */
export type SubjectRule = {
  readonly name: string;
  readonly subject: Subject;
  /** Tried at the beginning of a clause, behind its ordinal or time. */
  readonly pattern: string;
  readonly yes: readonly string[];
  readonly no: readonly string[];
};

/** What is done, with how it is done before it. */
const done =
  "(?:热情|始终|牢固|充分|高效|科学|有效|及时|定期|常态化|精准|统一|广泛|不断|切实|持续|全面|全力|着力|大力|努力|严格|严肃|严厉|从严|深入|扎实|认真|积极|主动|稳步|有序|依法|坚决|坚定|进一步|更加|牢牢|高度|率先|带头|注重|突出|专门|专题|先后|共|累计|均|已|未|没有|无)?" +
  "(?:把|将|以(?!来)|按照|根据|为(?!期)|通过|结合|针对|围绕|聚焦|紧扣|立足|依托|借助|利用|运用|加大|加快|加强|强化|规范|压实|夯实|筑牢|守牢|树牢|严守|严把|严防|提高|提升|建立|健全|完善|构建|打造|创新|拓展|充实|配齐|配强|明确|细化|量化|畅通|发挥|履行|凝聚|防范|化解|维护|保障|服务(?!站|中心|队|机构)|助力|简化|压减|压缩|取消|下放|梳理|动态|编制|公布|公开|备案|清理|选聘|聘请|配备|制作|制定|制订|修订|出台|印发|抓|狠抓|紧抓|紧盯|紧密|增强|扩大|丰富|营造|倡导|引导|鼓励|支持|协助|配合|参与|会同|联合(?!国|会|调查|执法)|协同|牵头|做到|做好|实现|确保|形成|取得|推进|推动|推行|推广|实行|实施|落实|贯彻|执行(?!局|董)|开展|组织(?!部)|深化|优化|坚持|坚守|统筹|学习(?!小组)|宣传(?!部)|培训(?!中心|机构)|召开|举办|办理|受理|办结|查处|审查|审核|检查(?!组)|监督(?!局|所|员)|整治|排查|整改|督促|督导|督办|调研|走访|接受|接待|回应|解决|破除|破解|激发|释放|促进|推出|编发|发布|发放|发送|报送|报告|汇报|总结|改进|巩固|提请|邀请|选派|抽调|严|强|优|促|建(?!设[^，]*项目|筑)|聚|重视|齐心|团结|增进|接到|收到|出具|作出|查出|移送|处理|处置|约谈|评查|参加|负责|履职|完成(?!情况))";

/** Those who work in it. */
const people =
  "(?:各|全体|广大|机关)?(?:党组|党委|党支部|领导班子|班子成员|班子|局长|书记|主要负责人|主要领导|负责人|负责同志|领导|分管领导|干部职工|干部|职工|干警|党员|执法人员|工作人员|法制审核人员|科室|股室|处室|(?:行政)?执法(?:大队|支队|总队|中队|队伍)|(?:政务|行政审批)?(?:服务)?窗口|驻村工作队|公职律师|上下)";

/** How a clause goes on that is about the organ itself; whatever else follows its name may be about somebody else. */
const ownGoesOn = `(?=$|在|对(?!象|口)|自(?!治)|从(?!业)|共(?!建|享|青)|均|全年|(?:[^，；的]{0,6}(?:执法|审计|普法|法治|复议|信访|许可|调解|监管|监督|各项|党建|公开|宣传))?工作(?!人员|室|站|组|队|专班)|(?:${people}){0,3}(?!共建|\\p{Script=Han}{1,4}[的、])(?:${done}|[^，；、的\\p{Script=Han}]{0,2}[^，；的]{0,4}\\d))`;

/** The first row that fits a clause decides. */
export const subjectRules: readonly SubjectRule[] = [
  {
    name: "somebody else, told by the organ's name or acting on it",
    subject: "other",
    pattern: `[^，；]{0,12}?${own}${attachedBody}|(?:派驻|驻|联系|服务|监督|分管|指导|巡察|[^，；]{1,14}[对给向为])${own}`,
    yes: ["我局派驻纪检组认真履职", "驻我局纪检监察组强化监督", "由我局牵头的专班统筹推进", "市委巡察组对我局开展巡察"],
    no: ["我局认真履职", "由我局牵头", "我局对企业开展检查"],
  },
  {
    name: "the organ itself, or those who work in it",
    subject: "own",
    pattern:
      `(?:[^，；]{0,6}(?:由|是)(?=我|本|局|全))?(?:${own}${ownGoesOn}|(?:持有)?(?:行政)?执法(?:人员|队伍|证|案卷|案件)|(?:各)?(?:科室|股室|处室)|(?:全体)?(?:干部职工|干警|工作人员|法制审核人员|持证人员)|` +
      "班子成员|(?:主要|分管)(?:负责人|领导)|(?:党组|党委)(?:理论|会议|班子|书记)|行政(?:执法|处罚|许可|复议|应诉|诉讼|审批)|法治(?:建设|宣传|机构)|依法行政|法律顾问|公职律师|审计(?:项目|质量|整改|工作|人员|干部))",
    yes: ["我局高度重视", "执法人员持证上岗", "各科室分工负责", "由我局牵头", "行政执法更加规范"],
    no: ["县法院高度重视", "该公司持证经营", "执法监督局"],
  },
  {
    name: "what is done, by whoever reports",
    subject: "none",
    pattern: done,
    yes: ["加强执法监督", "严格落实三项制度", "以案释法", "扎实推进依法行政", "强学习"],
    no: ["县法院坚持能动司法", "检查组反馈意见", "宣传部牵头开展活动", "联合调查组由县纪委牵头"],
  },
  {
    name: "somebody else, or a thing with a course of its own",
    subject: "other",
    pattern:
      "(?:该|此|某|其(?!中)|据|这|它|他|她|[^，；。]{1,14}?(?:法院|检察院|公司|企业|集团|学会|协会|商会|法学会|机构|大队|支队|总队|中队|中心|站|所(?![属有在])|馆|院|校|学校|小组|专班|工作队|[检督巡调]查组|巡[察视]组|督导组|局(?!面|部)|委(?!托)|办(?!理|结|案|件|法|公)|厅|署|部(?!署|分|门联动|位)|政府(?!建设|工作|信息)|人大(?!代表建议|建议)|政协|街道|镇|乡|村|社区|公安|税务|银行|平台|系统|项目|工程|园区|律师|调解员|群众|市民|当事人|申请人|合作社|基地|[省市县区州](?!场|民|级|域)|单位(?!内部|\\d))|(?:各|多|有关|相关)(?:单位|部门|方|乡镇|企业)|(?:公安|税务|银行|企业|律师|群众|市民|当事人|申请人|平台|学校|街道)(?!局))",
    yes: ["县法院坚持能动司法", "该公司三次变更登记", "联合调查组由县纪委牵头", "援助站设在看守所内"],
    no: ["案件质量不断提高", "成效明显"],
  },
  {
    name: "a line that only says what follows is about",
    subject: "none",
    pattern:
      "[^，；]{0,20}(?:情况|工作|成效|举措|做法|方面|如下|建设|执法|普法|改革|监督|职责|责任|制度|机制|服务|水平|能力|质量|效能|环境|队伍|制约|公开|决策|体系|培训|化解|整改|监管|审批|素养|意识|总体|任务)(?:不断[^，；]{1,6}|更加[^，；]{1,6}|进一步[^，；]{1,6}|持续[^，；]{1,6}|明显[^，；]{1,6}|稳步[^，；]{1,6}|有序[^，；]{1,6}|有力[^，；]{0,6}|有效[^，；]{0,6})?$",
    yes: ["案件办理情况", "主要成效", "法治政府建设", "治理能力不断提升"],
    no: ["平台建设历程", "改革沿革", "发展历史"],
  },
];

const compiled = subjectRules.map(({ subject, pattern }) => ({ subject, pattern: new RegExp(`^(?:${pattern})`, "u") }));
const clauseHead =
  /^\s*(?:[（(]?(?:[一二三四五六七八九十]{1,3}|\d{1,2})[)）、.．]\s?|[一二三四五六七八九十]是|第[一二三四五六][，,]?|首先|其次|再次|最后|同时|此外|另外|其中|并|且)?\s*(?:▲|(?:19|20)\d{2}\s*年度?(?:以来|[底末])?|近年来|一年来|[今本全]年(?:以来|来)?|年内)?/u;

const subjectOfClause = (clause: string): Subject | null =>
  compiled.find(({ pattern }) => pattern.test(clause.replace(clauseHead, "")))?.subject ?? null;

/** Who was spoken of last: clauses are looked at from the end; a beginning that tells nothing is somebody else's. */
export function subjectOf(sentence: string): Subject {
  const clauses = sentence.split(/[，,；：]/u).filter((clause) => clause.trim() !== "");
  let openedByVerb = false;
  for (const [index, clause] of [...clauses.entries()].reverse()) {
    const subject = subjectOfClause(clause);
    if (subject === "own" || subject === "other") return subject;
    if (index === 0) openedByVerb = subject === "none" || clause.replace(clauseHead, "") === "";
  }
  return clauses.length === 0 || openedByVerb ? "none" : "other";
}

const MOST_SENTENCES = 3;

/**
 * Whose doing a sentence without a subject goes on to tell: the one that the words before it in the paragraph were about.
 * @param before the words before the sentence, the organ's own names as 我局
 */
export function carriedSubject(before: string): Subject {
  const sentences = before.split(/[。！？!?\n]/u).filter((sentence) => sentence.trim() !== "");
  for (const sentence of sentences.reverse().slice(0, MOST_SENTENCES)) {
    const subject = subjectOf(sentence);
    if (subject !== "none") return subject;
  }
  return "none";
}
