import { describe, expect, it } from "vitest";
import type { Block } from "../../../core/document/blocks.ts";
import { reportFromImport } from "../../../core/document/create.ts";
import { showBlocks } from "../../../core/document/show.ts";
import { exportText } from "../../../core/export/text.ts";
import { importText } from "../../../core/import/text.ts";
import { fixtureText, rolledFixtureText, sampleText } from "./fixture.ts";

const strip = (text: string): string => text.replaceAll(/\s/gu, "");
const reportOf = (text: string) =>
  reportFromImport({
    imported: importText(text),
    year: null,
    id: "6f1c1f0e-8f5c-4a8e-9d8e-3f3f0a6b2c11",
    now: new Date("2026-12-20T08:00:00Z"),
  });
const roundTrip = (text: string): string => exportText(reportOf(text));
/** Days that are printed as the standard writes them. */
const otherDays: Readonly<Record<string, string>> = {
  "2026年02月26日": "2026年2月26日",
  二〇二六年一月二十日: "2026年1月20日",
};
const days = (text: string): string =>
  Object.entries(otherDays).reduce((kept, [written, printed]) => kept.replaceAll(written, printed), strip(text));
/** All that was read of a text: what its file prints, and 发文字号, which stands in 公文要素 alone. */
const accounted = (text: string): string => strip(reportOf(text).meta.documentNumber + roundTrip(text));

/** `2 （一） 加强学习。 +` a line: level, ordinal, text, and + for a heading that runs into its paragraph. */
function headings(text: string): readonly string[] {
  return showBlocks(reportOf(text)).flatMap((block) =>
    block.kind === "heading" ? [`${block.level} ${block.number} ${block.text}${block.runIn ? " +" : ""}`] : [],
  );
}
function listItems(text: string): readonly string[] {
  return showBlocks(reportOf(text)).flatMap((block) =>
    block.kind === "listItem" ? [`${block.level} ${block.number} ${block.text.slice(0, 8)}`] : [],
  );
}
const codes = (text: string): readonly string[] => importText(text).warnings.map(({ code }) => code);
const message = (text: string, code: string): string =>
  importText(text).warnings.find((warning) => warning.code === code)?.message ?? "";
const rolesOf = (blocks: readonly Block[]): readonly string[] =>
  blocks.flatMap((block) =>
    block.kind === "paragraph" && block.role !== "body"
      ? [`${block.role} ${block.content[0]?.kind === "text" ? block.content[0].text : ""}`]
      : [],
  );

const fixtures = [
  "county-from-web",
  "half-width",
  "mixed-ordinals",
  "plan-with-notice",
  "enforcement",
  "notice-with-letterhead",
];
const samples = ["audit-plan-145", "fazhi-district-2023", "fazhi-municipal-2023"];

describe("importing plain text", () => {
  it.each(fixtures)("loses nothing of %s on the way to text again", (name) => {
    const text = fixtureText(name);
    expect(days(accounted(text))).toBe(days(text));
  });

  it.each(["municipal", "district", "county", "plan"])("loses nothing of the report %s in real forms", (name) => {
    const text = rolledFixtureText(name);
    expect(strip(roundTrip(text))).toBe(strip(text));
  });

  it.each(samples.filter((name) => sampleText(name) !== null))("loses nothing of the real report %s", (name) => {
    const text = sampleText(name) ?? "";
    expect(strip(roundTrip(text))).toBe(strip(text));
  });

  it.runIf(sampleText("audit-plan-145") !== null)("finds chapters, items and run-in headings of a real plan", () => {
    const found = headings(sampleText("audit-plan-145") ?? "");
    const count = (level: number): number => found.filter((line) => line.startsWith(String(level))).length;
    expect([count(0), count(1), count(2)]).toEqual([4, 22, 42]);
    expect(found.filter((line) => line.endsWith("+"))).toHaveLength(42);
  });

  it("finds chapters, items and run-in headings of a plan", () => {
    const levels = headings(fixtureText("plan-with-notice")).map((line) => line.charAt(0));
    expect(["0", "1", "2"].map((level) => levels.filter((found) => found === level).length)).toEqual([4, 5, 4]);
  });

  it("finds thirty items on one level, and that there is no title", () => {
    const text = rolledFixtureText("district");
    const items = headings(text).filter((line) => line.startsWith("2 "));
    expect(items.slice(0, 30).map((line) => line.split(" ")[1])).toContain("(三十)");
    expect(codes(text)).toContain("title-missing");
  });

  it.runIf(sampleText("fazhi-district-2023") !== null)("finds thirty items on one level of a real report", () => {
    const found = headings(sampleText("fazhi-district-2023") ?? "");
    expect(found.filter((line) => line.startsWith("2 ")).map((line) => line.split(" ")[1])).toContain("(三十)");
    expect(codes(sampleText("fazhi-district-2023") ?? "")).toContain("title-missing");
  });

  it("refuses a text without a character", () => {
    expect(() => importText(" \n\t　\r\n\ufeff")).toThrow(expect.objectContaining({ code: "file-empty" }) as Error);
  });
});

describe("headings", () => {
  it("of a county report stand among figures that only look like ordinals", () => {
    expect(headings(fixtureText("county-from-web"))).toEqual([
      "1 一、 主要举措和成效",
      "2 （一） 扛牢第一责任人职责。 +",
      "2 （二） 深化法治与审计融合",
      "3 1. 开展审计项目15个。 +",
      "1 二、 存在的不足和原因分析",
      "2 （一） 不足之处",
      "2 （二） 原因分析",
      "1 三、 2026年度主要安排",
    ]);
    expect(listItems(fixtureText("county-from-web"))).toEqual([
      "3 2. 查出问题金额1.",
      "3 3、 促进整改问题12",
      "2 （一） 抓学习；",
      "2 （二） 抓业务；",
      "2 （三） 抓队伍。",
    ]);
  });

  it("keep half-width brackets and wrong numbers as they were", () => {
    expect(headings(fixtureText("half-width"))).toEqual([
      "1 一、 工作情况",
      "2 (一) 健全制度体系。",
      "2 (二) 深化“放管服”改革。",
      "2 (三) 加强执法监督。",
      "2 (5) 规范执法文书。",
      "2 (六) 做好普法宣传。",
      "1 二、 存在问题",
      "1 三、 对策和建议",
      "2 (一) 坚持依法审计,突出重点。 +",
      "2 (二) 加强队伍建设。 +",
    ]);
  });

  it("of the wrong form stand on the level of their neighbours", () => {
    expect(headings(fixtureText("mixed-ordinals"))).toEqual([
      "1 一、 主要做法",
      "2 （一） 加强学习。",
      "2 （2） 健全制度。",
      "2 （三） 严格执法。",
      "1 二、 下一步打算",
      "2 （1） 提高站位。",
      "2 （二） 提升质量。",
      "2 （三） 改进作风。",
      "3 1. 深入基层。 +",
      "3 2. 精简会议。",
      "1 三、 其他事项",
      "4 （1） 做好值守。",
      "4 （2） 做好归档。",
    ]);
    expect(message(fixtureText("mixed-ordinals"), "ordinal-wrong-form")).toContain("2 处");
  });

  it("are found behind a flattened table and inside it", () => {
    expect(headings(fixtureText("plan-with-notice"))).toEqual([
      "0 第一章 发展基础",
      "1 一、 主要成绩",
      "1 二、 面临形势",
      "2 （一） 机遇。 +",
      "2 （二） 挑战。 +",
      "0 第二章 发展目标",
      "0 第三章 主要任务",
      "1 一、 政策落实审计",
      "2 （一） 突出重点。 +",
      "2 （二） 注重实效。 +",
      "1 二、 财政审计",
      "0 第四章 保障措施",
      "1 一、 加强领导",
    ]);
    expect(codes(fixtureText("plan-with-notice"))).toEqual(["table-flattened", "blank-lines"]);
    expect(headings("\t甲\n\t乙\n\t一、丙\n\t1.丁\n\t第二章 任务\n\t戊")).toEqual(["0 第二章 任务"]);
  });

  it("of an enforcement report end where lists of attachments begin", () => {
    expect(headings(fixtureText("enforcement"))).toEqual([
      "1 一． 基本情况",
      "2 （一） 行政执法人员情况",
      "2 （二） 行政执法案件情况",
      "1 二． 主要工作措施及成效",
      "2 （一） 制度的建立和落实",
      "3 1． 健全制度。 +",
      "3 2． 落实“三项制度”。 +",
      "2 （二） 执法队伍建设",
      "4 1） 组织培训",
      "4 2） 严格考核",
      "1 三． 存在的问题",
    ]);
    expect(listItems(fixtureText("enforcement"))).toEqual(["3 3． 2025年6月，", "3 4． 开展案卷评查，抽"]);
  });

  it("count parts, chapters and sections of a plan apart", () => {
    expect(headings(fixtureText("notice-with-letterhead"))).toEqual([
      "0 第一部分 总体要求",
      "0 第一章 原则",
      "0 第一节 依法审计",
      "1 一、 依照法定职责审计",
      "2 （一） 依法立项。 +",
      "0 第二节 服务大局",
      "1 一、 围绕中心",
      "0 第二章 任务",
      "0 第一节 财政审计",
      "0 第二部分 工作要求",
      "0 第一章 组织领导",
    ]);
    expect(codes(fixtureText("notice-with-letterhead"))).toEqual(["official-elements"]);
  });

  it("split at the first 。 outside brackets and quotes", () => {
    expect(headings("（一）落实“学习。思考。”要求（含《某法。》）。全年4次。")).toEqual([
      "2 （一） 落实“学习。思考。”要求（含《某法。》）。 +",
    ]);
  });

  it("are not long paragraphs, which stay whole", () => {
    const sentence = `${"推进审计工作，".repeat(10)}取得成效。另有一句。`;
    expect(headings(`（一）${sentence}`)).toEqual([]);
    expect(listItems(`（一）${sentence}`)).toHaveLength(1);
  });

  it("are not the lines of a 目录", () => {
    const contents = "某市审计规划\n目　录\n第一章 总则\n一、目标 2\n第二章 任务\n";
    const body = "第一章 总则\n一、目标\n正文。\n第二章 任务\n正文。";
    expect(headings(contents + body)).toEqual(["0 第一章 总则", "1 一、 目标", "0 第二章 任务"]);
    expect(headings(`某市审计规划\n一、目标……………… 2\n一、目标\n正文。`)).toEqual(["1 一、 目标"]);
    expect(codes(contents + body)).toEqual([]);
    expect(strip(roundTrip(contents + body))).toBe(strip(contents + body));
  });

  it("may follow a bookmark or invisible characters, which stay in front of them", () => {
    const text = "某局工作报告\n[bookmark: _GoBack]一、情况\n正文。\n\u200b（一）做法\n\u0001（二）成效";
    expect(headings(text)).toEqual(["1 一、 情况", "2 （一） 做法\u0001", "2 （二） 成效"]);
    expect(strip(roundTrip(text))).toBe(strip(text));
    expect(codes(text)).toEqual(["residue-bookmark", "residue-control-character"]);
  });
});

describe("titles", () => {
  const title = (text: string): string | null => importText(text).title;

  it.each([
    ["某局2025年度法治政府建设情况报告\n正文。", "某局2025年度法治政府建设情况报告"],
    ["某局\n关于2025年\n依法行政情况的报告\n正文。", "某局关于2025年依法行政情况的报告"],
    ["某局2025年工作总结\n和2026年工作计划\n正文。", "某局2025年工作总结和2026年工作计划"],
    ["关于印发工作方案\n的通知\n正文。", "关于印发工作方案的通知"],
    ["审计条例实施办法\n（试行）\n正文。", "审计条例实施办法（试行）"],
    ["某局审计计划（2024—2026年）\n正文。", "某局审计计划（2024—2026年）"],
    ["某局工作报告\n（2026年1月30日）\n正文。", "某局工作报告"],
    ["某局审计计划\n（2024—2026年）\n正文。", "某局审计计划（2024—2026年）"],
    ["\ufeff\n\n　　某局工作报告　　\n正文。", "某局工作报告"],
    ["市委办公室\n市审计局\n关于开展检查的通知\n正文。", "市委办公室 市审计局关于开展检查的通知"],
  ])("of %j is %j", (text, expected) => {
    expect(title(text)).toBe(expected);
  });

  it.each([
    "2025年，我局推进法治政府建设。现将情况报告如下：\n一、情况",
    "一、2025年工作报告\n正文。",
    "工作情况报告如下：\n正文。",
    "报告\n正文。",
    "我们没有标题\n只有正文。",
  ])("are not made up for %j", (text) => {
    expect(title(text)).toBeNull();
    expect(codes(text)).toContain("title-missing");
  });

  it("of the plan that a notice brings is found behind it", () => {
    const blocks = importText(fixtureText("plan-with-notice")).blocks.filter(({ kind }) => kind === "title");
    expect(blocks).toMatchObject([
      { content: [{ text: "中共某海市委审计委员会办公室 某海市审计局关于印发某海市“十五五”审计工作发展规划的通知" }] },
      { content: [{ text: "某海市“十五五”审计工作发展规划" }] },
    ]);
    expect(reportOf(fixtureText("plan-with-notice"))).toMatchObject({
      preset: "notice-with-attachment",
      reportType: "audit-plan",
    });
  });

  it("stand below a letterhead or the head of a web page", () => {
    expect(title(fixtureText("notice-with-letterhead"))).toBe("关于印发《某河市审计项目计划》的通知");
    expect(title(fixtureText("county-from-web"))).toBe("某山县审计局2025年度法治政府建设情况报告");
  });
});

describe("公文要素", () => {
  it("of a notice are 主送 and its organ; its signature stands before the plan", () => {
    const { meta, blocks } = importText(fixtureText("plan-with-notice"));
    expect(meta).toEqual({
      issuingOrgan: "中共某海市委审计委员会办公室",
      mainRecipients: "各县区审计局，局机关各处室、直属单位：",
    });
    expect(rolesOf(blocks)).toEqual([
      "signatory 中共某海市委审计委员会办公室",
      "signatory 某海市审计局",
      "date 2026年7月16日",
      "note （此件主动公开）",
    ]);
    expect(rolesOf(importText(fixtureText("notice-with-letterhead")).blocks)).toEqual([
      "signatory 某河市审计局",
      "date 2026年1月30日",
      "flush 附件",
      "signatory 某河市审计局",
      "date 2026年1月",
    ]);
  });

  it("are read where a report ends", () => {
    expect(importText("某局工作报告\n市政府：\n正文。\n某某市审计局\n2026年1月8日\n（此件公开发布）").meta).toEqual({
      issuingOrgan: "某某市审计局",
      mainRecipients: "市政府：",
      signatories: ["某某市审计局"],
      date: "2026-01-08",
      note: "此件公开发布",
    });
  });

  it("that print otherwise are told", () => {
    const { meta } = importText(fixtureText("half-width"));
    expect(meta).toEqual({ issuingOrgan: "某城区审计局", signatories: ["某城区审计局"], date: "2026-02-26" });
    expect(message(fixtureText("half-width"), "elements-rewritten")).toContain("“2026年02月26日”");
    expect(importText(fixtureText("enforcement")).meta).toMatchObject({
      signatories: ["某湖市审计局", "某湖市司法局"],
      date: "2026-01-20",
    });
    expect(message(fixtureText("enforcement"), "elements-rewritten")).toContain("“二〇二六年一月二十日”");
  });

  it("stay in the text when something follows them or stands before them", () => {
    const { meta, blocks } = importText(fixtureText("county-from-web"));
    expect(meta).toEqual({ issuingOrgan: "某山县审计局" });
    expect(rolesOf(blocks)).toEqual([
      "recipients 县委、县政府：",
      "signatory 某山县审计局",
      "date 2026年1月18日",
      "note （此件公开发布）",
    ]);
  });

  it("find 主送 behind the speaker and the day", () => {
    const text =
      "关于2025年度预算执行的审计工作报告\n——2026年7月24日在常务委员会上\n某市审计局局长 某某\n主任、各位委员：\n正文。";
    expect(rolesOf(importText(text).blocks)).toEqual(["recipients 主任、各位委员："]);
    expect(strip(roundTrip(text))).toBe(strip(text));
  });

  it("are split when organ and date stand on one line", () => {
    expect(importText("某局工作报告\n正文。\n某某市审计局    2026 年 1 月 8 日").meta).toMatchObject({
      signatories: ["某某市审计局"],
      date: "2026-01-08",
    });
  });

  it.each(["2026年2月30日", "2026年13月1日", "2026年1月"])("take no day from %s", (day) => {
    expect(importText(`某局工作报告\n正文。\n某某市审计局\n${day}`).meta.date).toBeUndefined();
  });

  it("do not swallow the last sentence or a heading", () => {
    const { meta, blocks } = importText("某局工作报告\n正文写到2026年1月8日\n");
    expect(meta.date).toBeUndefined();
    expect(blocks.at(-1)).toMatchObject({ kind: "paragraph", role: "body" });
  });

  it("do not take a sentence for 主送", () => {
    expect(importText("某局工作报告\n现将有关情况报告如下：\n一、情况").meta.mainRecipients).toBeUndefined();
  });
});

describe("warnings", () => {
  it("name residue by kind, and quote it", () => {
    expect(codes(fixtureText("county-from-web"))).toEqual(["residue-web-page", "ordinal-marks", "blank-lines"]);
    expect(codes(fixtureText("mixed-ordinals"))).toEqual([
      "residue-bookmark",
      "residue-page-number",
      "ordinal-wrong-form",
      "blank-lines",
    ]);
    expect(message(fixtureText("mixed-ordinals"), "residue-page-number")).toContain("“— 3 —” 1 处");
    expect(codes("某局工作报告\n正\u0001文\u200b，\ufffd。\n错误！未找到引用源。")).toEqual([
      "residue-unreadable-character",
      "residue-control-character",
      "residue-field",
    ]);
  });

  it.each(["— 2 —", "-2-", "－ 12 －", "第 3 页 共 10 页", "第3页", "Page 2 of 8"])(
    "know the page number %s",
    (line) => {
      expect(codes(`某局工作报告\n${line}\n正文。`)).toEqual(["residue-page-number"]);
    },
  );

  it.each([
    "打印 关闭",
    "【字体：大 中 小】",
    "来源：市审计局",
    "分享到：微信 微博",
    "上一篇：某通知",
    "索引号：000123",
    "首页 > 公开 > 年报",
    "2026-07-24 15:33:00来源:某网 作者:某某",
    "文       号 : 某审发〔2026〕3号",
    "主办单位：某市审计局 京ICP备000000号",
  ])("know the web page by %s", (line) => {
    expect(codes(`某局工作报告\n正文。\n${line}`)).toEqual(["residue-web-page"]);
  });

  it.each(["资金来源：财政拨款。其中，省级30%。", "打印机采购情况属实。", "29", "关闭企业12家"])(
    "take %j for text",
    (line) => {
      expect(codes(`某局工作报告\n正文。\n${line}\n完。`)).toEqual([]);
    },
  );

  it("count half-width marks between Chinese, but not in figures and codes", () => {
    expect(codes("某局工作报告\n比例1,234.5,时间9:30,见a:b(x)。")).toContain("punctuation-half-width");
    expect(message("某局工作报告\n工作,学习;培训:很好(试行)。", "punctuation-half-width")).toContain("5 处");
    expect(codes("某局工作报告\n金额1,234.5元，时间9:30，代码a:b。")).toEqual([]);
  });

  it("count rows whose cells stand apart by tabs, but not the lines of a 目录", () => {
    const table = "序号\t项目\t时间\n1\t预算执行审计\t6月\n2\t经济责任审计\t9月";
    expect(message(`某局工作报告\n一、情况\n${table}\n正文。`, "table-rows")).toContain("3 行");
    expect(codes("某局工作报告\n一、目标\t2\n二、任务\t3\n正文。")).toEqual([]);
  });

  it("say that numbers are out of order, without touching them", () => {
    const text = "某局工作报告\n一、甲\n三、乙\n三、丙\n四、丁";
    expect(message(text, "ordinal-out-of-order")).toContain("2 处");
    expect(headings(text)).toEqual(["1 一、 甲", "1 三、 乙", "1 三、 丙", "1 四、 丁"]);
  });

  it("let lists inside the text begin again without a word", () => {
    expect(codes("某局工作报告\n一、甲\n1.子\n2.丑\n又有：\n1.寅\n2.卯")).toEqual([]);
  });
});

describe("the stamp of a draft", () => {
  const report = "青石县审计局2026年工作总结\n一、基本情况\n全年审计12个单位。【待核稿】写在这里是正文。\n";

  it("is not imported again, and the writer is told so", () => {
    const stamped = exportText(reportOf(report), { stamped: true });
    expect(stamped.startsWith("【待核稿】\n")).toBe(true);
    expect(roundTrip(stamped)).toBe(roundTrip(report));
    expect(importText(stamped).title).toBe("青石县审计局2026年工作总结");
    expect(message(stamped, "draft-stamp")).toContain("第一行的“【待核稿】”没有导入");
  });

  it("is only the first line: the same words elsewhere are text", () => {
    expect(roundTrip(report)).toContain("【待核稿】写在这里是正文。");
    expect(codes(report)).not.toContain("draft-stamp");
  });

  it("alone is an empty file", () => {
    expect(() => importText("【待核稿】\r\n")).toThrow("file-empty");
  });
});
