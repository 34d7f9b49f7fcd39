import { performance } from "node:perf_hooks";
import { describe, expect, it } from "vitest";
import { findTokens } from "../../core/rollover/find-tokens.ts";
import { rollReport } from "../../core/rollover/roll-report.ts";
import { viewOf } from "../../core/rollover/text-view.ts";
import { importedReport } from "./imported.ts";

const SHORT = 5_000;
const TIMES = 8;
/** Twice the time for twice the text is TIMES; a quadratic search takes TIMES². Below the floor clocks say nothing. */
const MOST = TIMES * 4;
const FLOOR_MS = 4;

const hostile =
  "1. 2024年 2024年， 第一次 第 一 二十 《 》 “ ” 局长 局长、 局长李明 李明、 、李明 副 未发生 无 2024 1,234, 1、 截至 月 1月 \u3000 1: 1.1∶ 〔2024〕 （ （李明、 联系人： 以 为 阿· 巴特尔 十五 五年 党的 次会议 第一届 县委常委会第一 全国第二、 近 连续 令第 号 百分之 同志 2024— 年 等 两位 2024年3月 8·15 案 个工作日 5% 亿 均".split(
    " ",
  );

/** The quickest of three, so that other work of the computer is left out. */
function msFor(run: () => void): number {
  const times = [0, 1, 2].map(() => {
    const start = performance.now();
    run();
    return performance.now() - start;
  });
  return Math.max(FLOOR_MS, Math.min(...times));
}

const search = (text: string): number => msFor(() => findTokens(viewOf(text), { fromYear: 2024, toYear: 2025 }));

describe("what can go stale is found in time that grows with the text alone", () => {
  it.each(hostile)("in repetitions of %s", (word) => {
    const text = word.repeat(Math.ceil(SHORT / word.length));
    expect(search(text.repeat(TIMES)) / search(text)).toBeLessThan(MOST);
  });

  it("in a report of many paragraphs", () => {
    const words = "2024年，我局完成审计项目36个，较2023年增加4个。局长刘建华主持会议12次。";
    const reportOf = (count: number) =>
      importedReport(["青溪市审计局2024年工作报告", ...Array<string>(count).fill(words)].join("\n"));
    const roll = (count: number): number => {
      const report = reportOf(count);
      return msFor(() => {
        rollReport(report, { toYear: 2025, id: "6f1c1f0e-8f5c-4a8e-9d8e-3f3f0a6b2c12", now: new Date(0) });
      });
    };
    expect(roll(50 * TIMES) / roll(50)).toBeLessThan(MOST);
  });
});
