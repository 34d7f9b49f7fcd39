import { expect, it } from "vitest";
import { headingsOf, warningsOf } from "./imported.ts";

it("items that count through all sections are headings in each of them, also when they stand alone there", () => {
  const text =
    "某区2025年法治政府建设报告\n一、做法\n（一）组织领导\n1.加强领导。开会6次。\n（二）政府职能\n2.深化改革。取消18项。\n（三）治理能力\n3.加强应急。演练20场。\n二、问题\n4.力量不足。仅有2人。";
  expect(headingsOf(text)).toEqual([
    "1 一、 做法",
    "2 （一） 组织领导",
    "3 1. 加强领导。 +",
    "2 （二） 政府职能",
    "3 2. 深化改革。 +",
    "2 （三） 治理能力",
    "3 3. 加强应急。 +",
    "1 二、 问题",
    "3 4. 力量不足。 +",
  ]);
  expect(warningsOf(text)).toEqual([]);
});

it("3. behind （二） goes on from 2. and is no （三）", () => {
  const text =
    "某县整改报告\n一、整改情况\n（一）预算方面\n1.编制问题。已改。\n2.拨付问题。已改。\n（二）部门方面\n3.经费问题。已退。\n4.往来问题。已清。";
  expect(headingsOf(text).slice(-3)).toEqual(["2 （二） 部门方面", "3 3. 经费问题。 +", "3 4. 往来问题。 +"]);
  expect(warningsOf(text)).toEqual([]);
});

it("figures that go on with nothing stay text", () => {
  expect(headingsOf("某区工作报告\n一、做法\n1.加强领导。开会6次。\n二、成效\n7.加强应急。演练20场。")).toEqual([
    "1 一、 做法",
    "3 1. 加强领导。 +",
    "1 二、 成效",
  ]);
});

it("（三） behind another section's （二） is still named as out of order", () => {
  expect(warningsOf("某区工作报告\n一、甲\n（一）子\n（二）丑\n二、乙\n（三）寅")).toEqual(["ordinal-out-of-order"]);
});
