import { describe, expect, it } from "vitest";
import { findTokens } from "../../../core/rollover/find-tokens.ts";
import { viewOf } from "../../../core/rollover/text-view.ts";

/** What is found in a sentence of the report of 2023, with what is proposed for it. */
const found = (text: string): readonly string[] =>
  findTokens(viewOf(text, [], false), { fromYear: 2023, toYear: 2024 }).map(
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
    expect(found("局长马国强同志带队检查")).toEqual(["name:局长马国强"]);
    expect(found("某县审计局局长 郑创平")).toEqual(["name:局长 郑创平"]);
    expect(found("联系人：吴敏，公职律师和值班律师各司其职")).toEqual(["name:吴敏"]);
  });

  it("is a year of two digits, and no postcode or telephone number", () => {
    expect(found("23年度预算执行")).toEqual(["year:23年度"]);
    expect(found("邮编：615000；联系电话：0834-2161726")).toEqual([]);
  });

  it("is no quarter that comes round every year", () => {
    expect(found("每年第一季度向区委报告")).toEqual([]);
  });

  it("stays to be judged where a year is said to be special", () => {
    expect(found("2024年是“十四五”规划实施的关键之年")).toEqual(["year:2024年", "plan:“十四五”规划"]);
    expect(found("2024年是平常的，工作照旧")).toEqual(["year:2024年→2025年"]);
  });
});
