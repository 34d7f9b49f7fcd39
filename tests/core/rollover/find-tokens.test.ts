import { describe, expect, it } from "vitest";
import { findTokens } from "../../../core/rollover/find-tokens.ts";
import { viewOf } from "../../../core/rollover/text-view.ts";

/** What is found in a sentence of the report of 2023, with what is proposed for it. */
const found = (text: string): readonly string[] =>
  findTokens(viewOf(text), { fromYear: 2023, toYear: 2024 }).map(
    ({ start, end, kind, proposed }) => `${kind}:${text.slice(start, end)}${proposed === null ? "" : `→${proposed}`}`,
  );

describe("what can go stale in a sentence", () => {
  it("is a meeting with all its numbers", () => {
    expect(found("传达市委八届二次、六次全会精神")).toEqual(["meeting:市委八届二次、六次全会"]);
  });

  it("is the number of an order or of a case at court, as that of a document", () => {
    expect(found("依据《某条例》（国务院令第311号）和县政府令第7号")).toEqual([
      "docNumber:国务院令第311号",
      "docNumber:县政府令第7号",
    ]);
    expect(found("经（2023）某0102行初9号判决")).toEqual(["docNumber:（2023）某0102行初9号"]);
  });

  it("is a share in words, a multiple, and more than a figure says", () => {
    expect(found("持证人员占比六成以上，其中三分之二为新进，阅读量10万+，增长近一倍")).toEqual([
      "figure:六成以上",
      "figure:三分之二",
      "figure:10万",
      "figure:近一倍",
    ]);
    expect(found("推行1+N模式，党建+业务融合")).toEqual([]);
  });

  it("is an event that is counted from year to year, and not a goal of the century", () => {
    expect(found("在第十个国家宪法日举办第三届普法文化节")).toEqual(["figure:第十个", "figure:第三届"]);
    expect(found("向第二个百年奋斗目标进军")).toEqual([]);
  });

  it("is everyone who shares a post, whoever signs alone on a line, and whoever is named as contact", () => {
    expect(found("副局长李红梅、王志强分别牵头")).toEqual(["name:副局长李红梅", "name:王志强"]);
    expect(found("局长马国强同志带队检查")).toEqual(["name:局长马国强同志"]);
    expect(found("某县审计局局长 郑创平")).toEqual(["name:局长 郑创平"]);
    expect(found("联系人：吴敏，公职律师和值班律师各司其职")).toEqual(["name:吴敏"]);
  });

  it("is a year of two digits, and no postcode or telephone number", () => {
    expect(found("23年度预算执行")).toEqual(["year:23年度"]);
    expect(found("邮编：615000；联系电话：0834-2161726")).toEqual([]);
  });

  it("is a place in a ranking, an edition or a batch, and how long something has gone on", () => {
    expect(found("总量居全省第三，增幅位列第2名，入选第四批示范单位，完成第六次全国经济普查")).toEqual([
      "figure:全省第三",
      "figure:第2名",
      "figure:第四批",
      "figure:第六次全国经济普查",
    ]);
    expect(found("连续第五年获评优秀，近三年零投诉，产量实现九连增，在全国第十五届大会上发言")).toEqual([
      "figure:连续第五年",
      "figure:近三年",
      "figure:零投诉",
      "figure:九连增",
      "figure:第十五届",
    ]);
    expect(found("履行第一责任人职责，过去一年第一次走进全市第一中学")).toEqual([]);
  });

  it("is a figure with the whole of its unit", () => {
    expect(found("新登记企业3.6万家，装机210万千瓦，限值30微克/立方米，每月补助820元/人")).toEqual([
      "figure:3.6万家",
      "figure:210万千瓦",
      "figure:30微克/立方米",
      "figure:820元/人",
    ]);
    expect(found("发布信息12篇（条），4部门联合发文，纪念建局40周年，总量迈上5万亿台阶")).toEqual([
      "figure:12篇（条）",
      "figure:4部门",
      "figure:40周年",
      "figure:5万亿",
    ]);
    expect(found("收入比降至2.31:1，占全省1/8，满意率95%以上，投入近60万元，占比超两成")).toEqual([
      "figure:2.31:1",
      "figure:1/8",
      "figure:95%以上",
      "figure:近60万元",
      "figure:超两成",
    ]);
  });

  it("is a large count in Chinese, and no phase, programme or version", () => {
    expect(found("走访二十余个社区，培训一百三十余人，举办三期讲座")).toEqual([
      "figure:二十余个",
      "figure:一百三十余人",
      "figure:三期",
    ]);
    expect(found("医院院区三期开工，做好三篇文章，落实两项补贴，发布平台2.0版，面向60岁以上老人")).toEqual([]);
    expect(found("来信请寄office@163.com，索引号JS0018/2023-100308，07时41分截稿")).toEqual([]);
  });

  it("is that nothing happened, with what it was that did not", () => {
    expect(found("全年未作出行政强制措施，未收到公民申请公开的事项，没有因程序不当引起行政诉讼案")).toEqual([
      "figure:未作出行政强制措施",
      "figure:未收到公民申请公开的事项",
      "figure:没有因程序不当引起行政诉讼案",
    ]);
    expect(found("当年预算数为0万元，挽回损失百万余元")).toEqual(["figure:0万元", "figure:百万余元"]);
  });

  it("is a session with the assembly that sits, and every number of a list of them", () => {
    expect(found("在青溪市第九届人民代表大会常务委员会第十四次会议上")).toEqual([
      "meeting:青溪市第九届人民代表大会常务委员会第十四次会议",
    ]);
    expect(found("认真落实省十二届人大三次会议决议，召开五届市委审计委员会第二次、第三次会议")).toEqual([
      "meeting:省十二届人大三次会议",
      "meeting:五届市委审计委员会第二次、第三次会议",
    ]);
    expect(found("贯彻二十届历次全会和省第十次、市第八次党代会精神，传达中央政治局第九次集体学习精神")).toEqual([
      "meeting:二十届历次全会",
      "meeting:省第十次",
      "meeting:市第八次党代会",
      "meeting:中央政治局第九次集体学习",
    ]);
  });

  it("is a plan for the spread of law by its number, and any plan of some years", () => {
    expect(found("第八个五年普法规划收官，“八五”普法计划落地，两年攻坚行动和三年倍增行动启动")).toEqual([
      "plan:第八个五年普法规划",
      "plan:“八五”普法计划",
      "plan:两年攻坚行动",
      "plan:三年倍增行动",
    ]);
    expect(found("对标二〇三五远景目标纲要")).toEqual(["plan:二〇三五远景目标纲要"]);
    expect(found("五年攻坚克难，成绩来之不易，迈向第一个五年规划期")).toEqual([]);
  });

  it("is everyone of a list, a name set apart, and no word that looks like one", () => {
    expect(found("组长：何文斌  副组长：罗立、欧阳倩")).toEqual(["name:何文斌", "name:罗立", "name:欧阳倩"]);
    expect(found("何文斌、罗立两位副局长带队")).toEqual(["name:何文斌", "name:罗立"]);
    expect(found("某县审计局局长　李　明")).toEqual(["name:局长　李　明"]);
    expect(found("由罗立主任委员担任组长，何文斌副委员长、阿不都·热合曼副主席参加")).toEqual([
      "name:罗立主任委员",
      "name:何文斌副委员长",
      "name:阿不都·热合曼副主席",
    ]);
    expect(found("政法委书记郑安平批示，副主席阿不都·热合曼主持")).toEqual([
      "name:政法委书记郑安平",
      "name:副主席阿不都·热合曼",
    ]);
    expect(found("牢记总书记殷切嘱托，关乎自治区长远发展，实施文化特派员制度，局长全面负责")).toEqual([]);
  });

  it("is a stretch of days with its 起 and its time of day, and the number of an order with its whole maker", () => {
    expect(found("统计期限自2023年1月1日起至2023年12月31日止，3月26日下午开会")).toEqual([
      "date:2023年1月1日起至2023年12月31日",
      "date:3月26日下午",
    ]);
    expect(found("依据中华人民共和国国家统计局令第29号")).toEqual(["docNumber:中华人民共和国国家统计局令第29号"]);
  });

  it("is a number whose thousands are parted as wide as it is written", () => {
    expect(found("查出金额１，２３４．５万元，整改１２，其余未改")).toEqual([
      "figure:１，２３４．５万元",
      "figure:１２",
    ]);
  });

  it("is everyone of a chain of posts and names, each with the posts that are theirs", () => {
    expect(found("局长张卫国同志、党组书记李四平到会，成立以周静为组长，副局长刘晓东为副组长的小组")).toEqual([
      "name:局长张卫国同志",
      "name:党组书记李四平",
      "name:周静",
      "name:副局长刘晓东",
    ]);
    expect(found("法律顾问李国强律师")).toEqual(["name:法律顾问李国强"]);
  });

  it("is a standing body with the number of its session, and a day with its hour", () => {
    expect(found("县委常委会第45次会议、县政府第十八届第32次常务会议，12月4日上午9:30举行")).toEqual([
      "meeting:县委常委会第45次会议",
      "meeting:第十八届第32次常务会议",
      "date:12月4日上午9:30",
    ]);
    expect(found("2023年1月8日青溪市第九届人民代表大会第二次会议通过，召开第二次局长办公会")).toEqual([
      "date:2023年1月8日",
      "meeting:青溪市第九届人民代表大会第二次会议",
      "meeting:第二次局长办公会",
    ]);
    expect(found("党的十八大以来，审计署第6号令施行")).toEqual(["docNumber:审计署第6号令"]);
  });

  it("is half of something, the foremost of a ranking, and a small count before a stop", () => {
    expect(found("占比超过一半，综合得分居全市前三，表彰先进集体五个、先进个人十名")).toEqual([
      "figure:超过一半",
      "figure:全市前三",
      "figure:五个",
      "figure:十名",
    ]);
    expect(found("十四个坚持、四轮驱动、二次创业、服务世界500强企业")).toEqual([]);
  });

  it("is no number of a picture, an annex or a row, and no hotline", () => {
    expect(found("图1 审计项目数量，附件2 审计项目计划，转办12345工单")).toEqual([]);
    expect(found("2\t查出问题金额\t13,579.8")).toEqual(["figure:13,579.8"]);
  });

  it("is the year of a class or a version, and one written with gaps", () => {
    expect(found("招录2023届毕业生，发布清单2023版")).toEqual(["year:2023届", "year:2023版"]);
    expect(found("关于2023 年 度审计情况的报告")).toEqual(["year:2023 年 度→2024 年 度"]);
    expect(found("2023 年 度审计情况，2022/2023年度对比")).toEqual(["year:2023 年 度", "year:2023年度"]);
  });

  it("is an enlarged session with its brackets, and a plenum with its committee", () => {
    expect(found("七届市委审计委员会第五次（扩大）会议，县政协十届二次会议，县委十四届五次全体（扩大）会议")).toEqual([
      "meeting:七届市委审计委员会第五次（扩大）会议",
      "meeting:县政协十届二次会议",
      "meeting:县委十四届五次全体（扩大）会议",
    ]);
  });

  it("is a person whose name holds a character of offices, where the text ends around it", () => {
    expect(found("局长王长春主持，书记李和平同志、副局长张书福出席，主任于海田讲话")).toEqual([
      "name:局长王长春",
      "name:书记李和平同志",
      "name:副局长张书福",
      "name:主任于海田",
    ]);
    expect(found("联席会议办公室主任楼建基、副厅长兰健带队，特派员庄军应邀")).toEqual([
      "name:办公室主任楼建基",
      "name:副厅长兰健",
      "name:特派员庄军",
    ]);
    expect(found("由周和平局长带队，局长李国强。部长赵克志，书记处书记陈明")).toEqual([
      "name:周和平局长",
      "name:局长李国强",
      "name:部长赵克志",
      "name:书记处书记陈明",
    ]);
    expect(
      found("书记从长远出发，局长任会议主持人，局长会同科室，书记管党治党，局长于会上强调，推广科技特派员制度"),
    ).toEqual([]);
  });

  it("is no quarter that comes round every year", () => {
    expect(found("每年第一季度向区委报告")).toEqual([]);
  });

  it("stays to be judged where a year is said to be special", () => {
    expect(found("2024年是“十四五”规划实施的关键之年")).toEqual(["year:2024年", "plan:“十四五”规划"]);
    expect(found("2024年，继续推进，工作照旧")).toEqual(["year:2024年→2025年"]);
  });
});
