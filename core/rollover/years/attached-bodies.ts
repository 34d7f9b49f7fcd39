import { anyRule, type WordRule } from "../names/name-rule.ts";

/** Who is a body of its own, wherever it is named. */
const bodies =
  "(?:企业|公司|集团|银行|协会|商会|学会|机构|单位|部门|团队|律师|顾问|事务所|委员会|小组|专班|工作队|[检督巡调]查组|纪检组|监察组|学校|医院|社区|园区|[乡镇村](?=[^级]|$)|中心(?!工作|任务|组|大局)|协调办|站点|户(?=[共均全已]|$)|对象|当事人|申请人|相对人|会员|子女|家属|群众|居民|市民|业主|用户)";
const doing =
  "(?=共(?!同)|均|全部|全年|累计|合计|已|未|没有|发生|[^，。；\\d]{0,6}(?:意识|运[行转]|管理|发挥|规范|总体|良好|到位)|$)";

/**
 * How somebody else's name goes on behind the name of the organ: 我局|派驻纪检组, 我局|监管的企业. It is that other's doing then
 * and not the organ's. What the examples show stands behind the organ's name.
 */
export const attachedBodyRules: readonly WordRule[] = [
  {
    name: "a body that is placed at the organ, belongs to it or goes before it in time",
    pattern:
      "(?:机关|党组)?(?:派驻|派出|派往|驻(?![村点场地外])|下属|所属|直属|下设|下辖|附属|挂靠|代管|托管|上级|主管的?(?!部门责任|责任)|原(?!则|有|因|定|始|创)|前(?![往来进期后述列几三两])|所在|退休|离退休|离休|老干部|老年|后勤|机关服务中心|机关事务|机关食堂|幼儿园|招待所|分管的?县)",
    yes: ["派驻纪检组认真履职", "下属单位", "所属的两家事业单位", "原执法大队", "退休干部"],
    no: ["执法大队", "原则同意", "主要负责人", "前往企业检查"],
  },
  {
    name: "where it has its say, and who lives there",
    pattern: "(?:管?辖(?:区|内|范围|的)|属地|管片|监管(?:范围|区域|领域)内?)",
    yes: ["辖区内共发生火灾", "管辖范围内企业"],
    no: ["管理水平提升"],
  },
  {
    name: "a body that is told by what the organ has to do with it",
    pattern: `[^，。；、\\d]{1,14}的[^，。；的]{0,12}?${bodies}`,
    yes: ["监管的企业共发生", "立案查处的某公司拒不整改", "牵头的专项整治专班统筹推进", "聘请的律师事务所办理"],
    no: ["办理的案件均按期办结", "出具的报告得到肯定"],
  },
  {
    name: "whatever the organ did something with, but what it deals with every day",
    pattern:
      "(?!坚持|保持|始终)[\\p{Script=Han}]{2,4}(?<!新|大|好|多|正确|积极|明显|显著|良好|应有|一定|扎实|有关|相关)的(?!是|(?:[^，。；]{0,8}(?:案件|许可|处罚|事项|项目|文件|问题|信息|报告|工作|决定|意见|建议|合同|投诉|举报|来信|来访))(?!由|经|被|获|得到|通过))",
    yes: ["培训的法律明白人共调解", "上报的立法建议由省人大采纳", "选派的援疆干部期满返回", "培育的示范户带动力强"],
    no: ["办理的案件均按期办结", "取得新的成绩", "坚持正确的方向"],
  },
  {
    name: "a body behind a single word for that",
    pattern: `(?:监管|被监管|许可|联系|服务|帮扶|挂点|包联|结对|扶贫|对口|指导|委托|聘[请用任]|审批|管理|审计|检查|执法|整改|[^，。；\\d]{0,8}(?:问题|案件)的?)[^，。；\\d]{0,8}?${bodies}${doing}`,
    yes: ["监管企业安全意识增强", "服务对象反映良好", "审计对象共上缴", "案件当事人均已履行", "联系企业均实现盈利"],
    no: ["检查企业320家", "服务群众1200人次", "联系群众制度落实", "服务中心工作"],
  },
  {
    name: "what a helper is bound for",
    pattern: "(?:委托|聘[请用任]|对口|结对|帮扶|挂点|包联|扶贫|指导的|联系的)(?![^，。；]{0,20}\\d)",
    yes: ["委托第三方机构开展评估", "对口帮扶村面貌一新", "聘用的法律顾问团队尽职尽责"],
    no: ["聘请法律顾问2名"],
  },
  {
    name: "one of its people by name, or those around them",
    pattern:
      "(?:[^，。；]{0,6}(?:科|股|处|室))?(?:干部|职工|党员|民警|同志|科长|科员|股长)(?:家属|子女|家庭|\\p{Script=Han}{0,2}(?:某|×)|\\p{Script=Han}{2,3}(?:任|担任|被|荣|获|是|当选|退休))|(?:工会)?会员",
    yes: ["干部王某任驻村第一书记", "职工子女", "工会会员"],
    no: ["干部职工齐心协力", "党员干部带头学法"],
  },
  {
    name: "together with somebody",
    pattern:
      "(?:(?:机关)?(?:党支部|党委|党组|工会|团委|团支部|妇委会|科室|执法大队))?(?:、|[与和同](?!时|步|意|志|级|比|期|类|类型)|及)(?=[\\p{Script=Han}])",
    yes: ["与县法院建立联动机制", "党支部与社区党支部联建", "、县公安局", "和县税务局"],
    no: ["同时加强监督", "会同公安机关检查"],
  },
];

/** Behind a name of the organ: somebody else. */
export const attachedBody = `的?(?:${anyRule(attachedBodyRules)})`;
