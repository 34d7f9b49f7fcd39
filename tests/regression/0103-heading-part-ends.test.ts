import { describe, expect, it } from "vitest";
import { exportText } from "../../core/export/text.ts";
import { headingsOf, importedReport, withoutSpace } from "./imported.ts";

describe("the heading part of a paragraph", () => {
  it.each([
    ["（一）组织领导：成立领导小组，全年召开会议5次。", "2 （一） 组织领导： +"],
    ["（一）不足之处：一是形式单一；二是能力有待提升。", "2 （一） 不足之处： +"],
    ["1.执法力量薄弱：全县仅有执法人员2名，难以满足需要。", "3 1. 执法力量薄弱： +"],
    ["（一）坚持问题导向：聚焦重点。全年完成审计项目20个。", "2 （一） 坚持问题导向：聚焦重点。 +"],
    ["（一）责任单位：市审计局", "2 （一） 责任单位：市审计局"],
    ["（一）存在的问题：", "2 （一） 存在的问题："],
    ["(一)执法人员情况.持证人员45人,占比90.5%.", "2 (一) 执法人员情况. +"],
    ["(一)修订制度2.5万字.印发1次.", "2 (一) 修订制度2.5万字. +"],
    [
      "（一）聚焦财政资金提质增效，围绕预算编制、执行、决算全过程，扎实开展预算执行和决算草案审计，揭示突出问题。一是关注收入。",
      "2 （一） 聚焦财政资金提质增效，围绕预算编制、执行、决算全过程，扎实开展预算执行和决算草案审计，揭示突出问题。 +",
    ],
  ])("of %j is right", (line, heading) => {
    const text = `某县工作报告\n一、情况\n${line}`;
    expect(headingsOf(text)).toEqual(["1 一、 情况", heading]);
    expect(withoutSpace(exportText(importedReport(text)))).toBe(withoutSpace(text));
  });

  it("is none in short sentences of a list, which may have their figures without a comma", () => {
    expect(
      headingsOf(
        "某县工作报告\n一、执法\n1.立案43起，罚款32万元。\n2.移送司法机关1起。\n二、2026年安排\n1.开好2026年会议。",
      ),
    ).toEqual(["1 一、 执法", "1 二、 2026年安排", "3 1. 开好2026年会议。"]);
    expect(headingsOf("某县工作报告\n一、问题\n1、重视不够；2、水平有限；3、普法不深。")).toEqual(["1 一、 问题"]);
  });

  it("is none where the whole list stands in one paragraph", () => {
    expect(headingsOf("某县工作报告\n一、措施\n（一）加大力度，（二）建立机制，（三）严肃问责。")).toEqual([
      "1 一、 措施",
    ]);
  });
});
