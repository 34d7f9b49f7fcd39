import { describe, expect, it } from "vitest";
import type { Block } from "../../../core/document/blocks.ts";
import { otherFigures } from "../../../core/figures/is-own-figure.ts";
import { proposeFigures } from "../../../core/figures/propose-figures.ts";
import { growthOf } from "../../support/work.ts";
import { blockReport, body, table, text, textReport } from "./report-of.ts";

/** Name, value and unit of every figure of a sentence. */
const found = (sentence: string): readonly string[] =>
  proposeFigures(blockReport(body(text(sentence)))).map(({ name, value, unit }) => `${name} ${value} ${unit}`);

describe("numbers that are figures, with the names that their words give them", () => {
  it.each<readonly [string, readonly string[]]>([
    ["全年召开党组会议24次。", ["召开党组会议 24 次"]],
    ["2025年，我局共受理行政复议案件1,204件。", ["受理行政复议案件 1204 件"]],
    ["罚没金额达到3.20亿元。", ["罚没金额 3.20 亿元"]],
    ["开展12场普法活动，发放资料８６份。", ["开展普法活动 12 场", "发放资料 86 份"]],
    ["其中：一般程序案件30件、简易程序案件20件。", ["一般程序案件 30 件", "简易程序案件 20 件"]],
    ["修订《甲办法》《乙规则》等制度5项，废止2项。", ["修订制度 5 项", "废止 2 项"]],
    ["办理案件36件，比上年增加4件，增长12.5%。", ["办理案件 36 件", "办理案件比上年增加 4 件", "办理案件增长 12.5 %"]],
    ["持证人员41人，占在职人员的83.67%。", ["持证人员 41 人", "持证人员占在职人员 83.67 %"]],
    ["整改率较上年提高2.1个百分点。", ["整改率较上年提高 2.1 个百分点"]],
    ["对23件合同和4件规范性文件作审查。", ["合同 23 件", "规范性文件作审查 4 件"]],
    ["召开专题会议，共12次。", ["召开专题会议 12 次"]],
    ["约3200人参加学法考试。", ["参加学法考试 3200 人"]],
    ["罚款金额45.6万元（含滞纳金1.2万元）。", ["罚款金额 45.6 万元", "滞纳金 1.2 万元"]],
    ["审计（调查）项目12个。", ["审计（调查）项目 12 个"]],
    ["执法人员由18名增加到21名。", ["执法人员增加到 21 名"]],
  ])("%s", (sentence, wanted) => expect(found(sentence)).toEqual(wanted));
});

describe("numbers that are no figures of the report's own work", () => {
  it.each([
    "2025年1月至11月，工作有序开展。",
    "截至2025年12月31日，任务全部完成。",
    "近3年来，工作平稳。",
    "贯彻党的二十届三中全会和市第十二次党代会精神。",
    "根据青审发〔2025〕3号文件要求办理。",
    "依照《审计法》第12条、第13条的规定处理。",
    "依照该法第12条第2款的规定处理。",
    "落实“1个中心、3个平台”的要求。",
    "执行《关于开展5项行动的通知》。",
    "自收到申请之日起20个工作日内答复。",
    "热线电话12345全天受理，邮编100000。",
    "实行24小时值班制度。",
    "系统升级到3.0版。",
    "面向60岁以上老人开展服务。",
    "位居全市第3名，进入全省前5名。",
    "发放资料1200余份，接待群众近百人次。",
    "满意率在95%以上，每组3～5人。",
    "3.2万，12亿。",
    "按照2026年项目计划，安排项目40个。",
    "三项制度落实到位，四个意识更加牢固。",
    "上午9:30开会，比分为3:1。",
  ])("%s", (sentence) => expect(found(sentence)).toEqual([]));

  it.each(otherFigures)("$name", ({ yes, no }) => {
    // what the sentence says before its last figure does not count here
    const last = (sentence: string): string => /\d[\d.]*(?=\D*$)/u.exec(sentence)?.[0] ?? "none";
    const hasLast = (sentence: string): boolean =>
      proposeFigures(blockReport(body(text(sentence)))).some(({ value }) => value === last(sentence));
    expect(yes.filter(hasLast)).toEqual([]);
    expect(no.filter((sentence) => !hasLast(sentence))).toEqual([]);
  });

  it("are those of a government in its own report", () => {
    const meta = { ...textReport("正文。").meta, issuingOrgan: "青石县人民政府" };
    const report = { ...blockReport(body(text("县政府常务会议审议议题8个。"))), meta };
    expect(proposeFigures(report).map(({ value }) => value)).toEqual(["8"]);
  });

  it("are not those that would not print as they stand or that are divided among looks", () => {
    expect(found("编号为007件。")).toEqual([]);
    const parts = [text("建成场馆12"), { kind: "text", text: "个", bold: true }] as const;
    expect(proposeFigures(blockReport(body(...parts)))).toEqual([]);
  });
});

describe("tables", () => {
  const inTable = (...blocks: readonly Block[]) =>
    proposeFigures(blockReport(...blocks)).map(({ name, value, unit }) => `${name} ${value} ${unit}`);

  it("names a cell by its row and column, with the unit of the head", () => {
    const rows = [
      ["序号", "单位名称", "罚款金额（万元）", "案件数"],
      ["1", "城关镇", "1,234.50", "12"],
      ["2", "河口镇", "—", "7"],
    ] as const;
    expect(inTable(table(...rows))).toEqual([
      "城关镇·罚款金额 1234.50 万元",
      "城关镇·案件数 12 件",
      "河口镇·案件数 7 件",
    ]);
  });

  it("takes the unit of a column of units, and that of the line above", () => {
    expect(inTable(table(["指标", "单位", "数量"], ["行政处罚", "件", "32"]))).toEqual(["行政处罚 32 件"]);
    const caption = body(text("表1 收支情况（单位：万元）"));
    expect(inTable(caption, table(["项目", "金额"], ["收入", "95.2"]))).toEqual(["收入·金额 95.2 万元"]);
  });

  it("leaves out last year's column, targets, years and remarks", () => {
    const head = ["项目", "2024年", "2025年", "目标任务数", "成立时间", "备注"];
    expect(inTable(table(head, ["培训（期）", "8", "12", "10", "1998", "3"]))).toEqual(["培训 12 期"]);
  });

  it("reads sentences in cells as those of the text", () => {
    expect(inTable(table(["事项", "情况"], ["普法", "开展宣讲活动12场，发放资料300份。"]))).toEqual([
      "开展宣讲活动 12 场",
      "发放资料 300 份",
    ]);
  });
});

describe("one figure in several places", () => {
  const lines = (...said: readonly string[]) => proposeFigures(textReport(...said));

  it("is one where name, value and unit agree, whatever the scale", () => {
    const figures = lines("查出问题金额3.2亿元。", "全年查出问题金额32000万元。");
    expect(figures).toMatchObject([
      {
        name: "查出问题金额",
        value: "3.2",
        unit: "亿元",
        places: [{ display: null }, { display: { unit: "万元", decimals: null } }],
      },
    ]);
  });

  it("stays several where a name is too short or has two values", () => {
    expect(lines("受理3件。", "受理3件。").map(({ places }) => places.length)).toEqual([1, 1]);
    expect(lines("召开党组会议3次。", "召开党组会议3次。", "召开党组会议5次。")).toHaveLength(3);
    expect(lines("完成审计项目3.2万个。", "完成审计项目3.25万个。")).toHaveLength(2);
  });
});

describe("ids", () => {
  const said = ["受理案件12件。", "受理案件15件。", "整改率95%。"] as const;

  it("are the same on every run, and all different", () => {
    const ids = proposeFigures(textReport(...said)).map(({ id }) => id);
    expect(proposeFigures(textReport(...said)).map(({ id }) => id)).toEqual(ids);
    expect(new Set(ids).size).toBe(3);
  });

  it("stay when other text or the value changes", () => {
    const ids = proposeFigures(textReport(...said)).map(({ id }) => id);
    const changed = ["另有培训3期。", "受理案件22件。", "受理案件25件。", "整改率96%。"];
    expect(proposeFigures(textReport(...changed)).map(({ id }) => id)).toEqual(expect.arrayContaining(ids));
  });
});

it("takes last year's value from 去年文本, in the unit of this year", () => {
  const report = textReport("查出问题金额3.2亿元，受理投诉举报12件，受理12件。");
  const previous = { year: 2024, title: "", blocks: [body(text("查出问题金额28000万元，受理投诉举报9件。"))] };
  const values = proposeFigures({ ...report, previous }).map(({ lastYear }) => lastYear);
  expect(values).toEqual(["2.8", "9", ""]);
});

it("takes no more than proportional time for a long text, a long paragraph and a large table", () => {
  const sentence = "全年召开党组会议24次，受理案件1,204件，整改率95%，比上年增加4件、增长12.5%。";
  const paragraphs = (count: number) => blockReport(...Array.from({ length: count }, () => body(text(sentence))));
  const paragraph = (count: number) => blockReport(body(text(sentence.repeat(count))));
  const cells = (count: number) =>
    blockReport(table(["项目", "金额"], ...Array.from({ length: count }, (_, row) => [`项目${row}`, String(row)])));
  for (const [make, count] of [
    [paragraphs, 40],
    [paragraph, 40],
    [cells, 400],
  ] as const) {
    const [short, long] = [make(count), make(count * 8)];
    expect(
      growthOf(
        () => proposeFigures(short),
        () => proposeFigures(long),
        24,
      ),
    ).toBeLessThan(24);
  }
}, 120_000);
