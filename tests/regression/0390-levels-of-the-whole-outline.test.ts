import { expect, it } from "vitest";
import { headingsOf, warningsOf } from "./imported.ts";
import { repairedLines } from "./repaired-lines.ts";

it("（2） between （二） and （四） is a wrong （三）, and nothing above it", () => {
  const text =
    "某局工作报告\n一、做法\n（一）抓学习\n正文。\n（二）抓监督\n正文。\n（2）抓整改\n正文。\n（四）抓队伍\n正文。\n二、打算\n正文。";
  expect(headingsOf(text).slice(0, 5)).toEqual([
    "1 一、 做法",
    "2 （一） 抓学习",
    "2 （二） 抓监督",
    "2 （2） 抓整改",
    "2 （四） 抓队伍",
  ]);
  expect(repairedLines(text, "safe")[6]).toBe("（三）抓整改");
  expect(warningsOf(text)).toContain("ordinal-wrong-form");
});

it("三、 between （二） and （四） is one, too, and the next 三、 stays what it is", () => {
  const text = "某局工作报告\n一、甲\n二、乙\n（一）子\n（二）丑\n三、寅\n（四）卯\n三、丙\n四、丁";
  expect(
    headingsOf(text)
      .map((line) => line.charAt(0))
      .join(""),
  ).toBe("112222" + "11");
});

it.each([
  ["一、1", "某局工作方案\n一、任务\n一、1 加强领导\n一、2 加强保障\n二、要求\n二、1 严格程序\n二、2 严肃纪律"],
  ["一.1", "某局工作方案\n一、任务\n一.1 加强领导\n一.2 加强保障\n一.2.1 人员保障\n一.2.2 经费保障\n二、要求"],
  ["1、 with 2.1", "某局工作方案\n1、要求\n2、任务\n2.1 摸清底数\n2.2 分类整改\n3、保障\n3.1 加强领导"],
  ["壹、", "某局工作方案\n壹、要求\n一、甲事\n二、乙事\n贰、任务\n一、丙事"],
])("sub-numbers and other ways of counting come through all repairs as they were: %s", (_, text) => {
  expect(repairedLines(text, "safe")).toEqual(text.split("\n"));
  expect(repairedLines(text, "all")).toEqual(text.split("\n"));
});

it("marks that a writer uses throughout are changed on request alone, a single slip at once", () => {
  const usual = "某局工作方案\n一、任务\n1、加强领导\n2、加强保障\n3、加强监督";
  expect(repairedLines(usual, "safe")).toEqual(usual.split("\n"));
  expect(repairedLines(usual, "all").slice(2)).toEqual(["1.加强领导", "2.加强保障", "3.加强监督"]);
  const slip = "某局工作方案\n一、任务\n1.加强领导\n2、加强保障\n3.加强监督";
  expect(repairedLines(slip, "safe")[3]).toBe("2.加强保障");
});
