import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { createReportWork, type ReportWork } from "../../../backend/work/report-work.ts";
import { rollReport } from "../../../core/rollover/roll-report.ts";
import { importedReport } from "../../regression/imported.ts";

const made = { id: "6f1c1f0e-8f5c-4a8e-9d8e-3f3f0a6b2c12", now: new Date("2026-12-20T08:00:00Z") };
const choices = { fromYear: 2024, toYear: 2025, repairs: [] };
const dense = "2024年，我局完成审计项目36个，较2023年增加4个。局长刘建华主持会议12次，落实《2024年工作要点》。";
const reportOf = (paragraphs: number) =>
  importedReport(["青溪市审计局2024年工作情况报告", ...Array<string>(paragraphs).fill(dense)].join("\n"));

function workWith(limits: Parameters<typeof createReportWork>[0] = {}): ReportWork {
  const work = createReportWork(limits);
  onTestFinished(() => work.close());
  return work;
}

test("a roll in the thread makes what a roll here makes", async () => {
  const last = reportOf(3);
  const { report, changed } = await workWith().roll({ last, choices, made });
  const here = rollReport(last, { toYear: 2025, ...made });
  expect(report).toEqual(here.report);
  expect(changed).toBe(here.changed);
});

test("what is wrong with a roll is said by its code", async () => {
  const same = { ...choices, toYear: 2024 };
  await expect(workWith().roll({ last: reportOf(1), choices: same, made })).rejects.toMatchObject({
    code: "year-not-later",
  });
});

test("other work goes on meanwhile, and work that takes too long is given up", async () => {
  let ticks = 0;
  const ticking = setInterval(() => (ticks += 1), 10);
  const roll = workWith({ withinMs: 400 }).roll({ last: reportOf(20_000), choices, made });
  await expect(roll).rejects.toMatchObject({ code: "work-too-slow", details: { work: "roll" } });
  clearInterval(ticking);
  expect(ticks).toBeGreaterThan(5);
});

test("work that needs too much memory is given up", async () => {
  const roll = workWith({ maxHeapMb: 16 }).roll({ last: reportOf(8_000), choices, made });
  await expect(roll).rejects.toMatchObject({ code: "work-too-large" });
});

test("work that nobody waits for any more is given up at once", async () => {
  const control = new AbortController();
  const work = workWith();
  const roll = work.roll({ last: reportOf(8_000), choices, made }, control.signal);
  const given = expect(roll).rejects.toMatchObject({ code: "cancelled" });
  await pause(50);
  control.abort();
  await given;
  expect((await work.roll({ last: reportOf(1), choices, made })).report.year).toBe(2025);
});
