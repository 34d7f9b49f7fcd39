import { expect, it } from "vitest";
import { signOf } from "../../../renderer/panels/sign-of-life.ts";

const sign = (quietMs: number, lastSign = new Date(2027, 0, 12, 9, 5)): string =>
  signOf(
    { token: "t", computer: "甲", user: "乙", lastSign: lastSign.toISOString(), quietMs },
    new Date(2027, 0, 12, 11, 0),
  );

it.each([
  [0, "最后一次活动：今天 9:05（按那台电脑的时钟），刚才还有动静。"],
  [19_999, "最后一次活动：今天 9:05（按那台电脑的时钟），刚才还有动静。"],
  [42_900, "最后一次活动：今天 9:05（按那台电脑的时钟），这里已有 42 秒没有看到它的动静。"],
  [600_000, "最后一次活动：今天 9:05（按那台电脑的时钟），这里已有 10 分钟没有看到它的动静。"],
  [7_200_000, "最后一次活动：今天 9:05（按那台电脑的时钟），这里已有 2 小时没有看到它的动静。"],
  [7_500_000, "最后一次活动：今天 9:05（按那台电脑的时钟），这里已有 2 小时 5 分钟没有看到它的动静。"],
])("%d ms without a sign are told as people tell time", (quietMs, told) => {
  expect(sign(quietMs)).toBe(told);
});

it("an older day is told with its hour", () => {
  expect(sign(60_000, new Date(2027, 0, 3, 16, 40))).toContain("1月3日 16:40（按那台电脑的时钟）");
});
