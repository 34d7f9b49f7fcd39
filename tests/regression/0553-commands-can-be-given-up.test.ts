import { readdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCommandLine } from "../../backend/cli/run.ts";
import { createReportWork } from "../../backend/work/report-work.ts";
import { createLongWork } from "../../backend/work/waiting.ts";
import { describeError } from "../../core/error-wording.ts";
import { importedReport } from "./imported.ts";
import { makeFolder } from "../backend/store/test-store.ts";

/** Rolling, comparing and repairing on the command line had no bound, and Ctrl+C left a temporary file beside the result. */

const text = [
  "某局2025年工作报告",
  ...Array.from({ length: 40 }, (_, at) => `（${at + 1}）2025年，完成审计项目${at}个。`),
].join("\n");
const endless = [
  "某局2025年工作报告",
  ...Array.from({ length: 15_000 }, (_, at) => `2025年，我局完成审计项目${at}个，较2024年增加4个。`),
].join("\n");

async function run(words: readonly string[], signal?: AbortSignal) {
  let out = "";
  const exit = await runCommandLine(words, { out: (part) => (out += part), err: () => undefined }, signal);
  return { exit, answer: JSON.parse(out) as { error?: { code: string; message: string } } };
}

const commands: readonly (readonly [name: string, words: (file: string, out: string) => readonly string[]])[] = [
  ["import", (file, out) => ["import", file, "--out", out, "--repair", "all"]],
  ["roll", (file, out) => ["roll", file, "--to-year", "2026", "--out", out, "--repair", "safe"]],
  ["compare", (file, out) => ["compare", file, file, "--docx", out]],
  ["export", (file, out) => ["export", file, "--docx", out]],
];

test.each(commands)("%s that is given up writes nothing, and says so", async (_, words) => {
  const folder = await makeFolder();
  const file = join(folder, "去年.txt");
  await writeFile(file, text);
  const { exit, answer } = await run(words(file, join(folder, "结果")), AbortSignal.abort());
  expect([exit, answer.error]).toEqual([130, { code: "cancelled", message: "已取消，文件没有改动。" }]);
  expect(await readdir(folder)).toEqual(["去年.txt"]);
});

test.each(commands)(
  "%s that is given up while it works writes all or nothing, and no temporary file",
  async (_, words) => {
    const folder = await makeFolder();
    const file = join(folder, "去年.txt");
    await writeFile(file, endless);
    const control = new AbortController();
    const running = run(words(file, join(folder, "结果")), control.signal);
    setTimeout(() => control.abort(), 60);
    const { exit } = await running;
    expect((await readdir(folder)).sort()).toEqual(exit === 0 ? ["去年.txt", "结果"] : ["去年.txt"]);
    expect([0, 130]).toContain(exit);
  },
);

test.each([
  ["roll", "从去年报告新建"],
  ["sentences", "逐句对照"],
  ["repairs", "导入体检"],
] as const)("%s that takes too long or too much memory is ended with its own words", async (kind, name) => {
  const report = importedReport(endless);
  const choices = { fromYear: 2025, toYear: 2026, repairs: [] };
  const made = { id: "6f1c1f0e-8f5c-4a8e-9d8e-3f3f0a6b2c12", now: new Date(0) };
  const start = (limits: { withinMs: number; maxHeapMb: number }): Promise<unknown> => {
    const work = createReportWork(limits);
    if (kind === "roll") return work.roll({ last: report, choices, made });
    return kind === "sentences" ? work.compareSentences({ old: report, now: report }) : work.findRepairs({ report });
  };
  await expect(start({ withinMs: 1, maxHeapMb: 1024 })).rejects.toMatchObject({
    code: "work-too-slow",
    details: { work: kind },
  });
  await expect(start({ withinMs: 600_000, maxHeapMb: 20 })).rejects.toMatchObject({
    code: "work-too-large",
    details: { work: kind },
  });
  expect(describeError("work-too-slow", { work: kind })).toContain(`${name}用时过长，已停止`);
});

test("a window that is gone waits for nothing any more", async () => {
  const longWork = createLongWork();
  const [here, gone] = [{ windowId: "window-anna" }, { windowId: "window-boris" }];
  const untilCancelled = (signal: AbortSignal) =>
    new Promise<string>((resolve) => signal.addEventListener("abort", () => resolve("cancelled")));
  const [rolling, comparing] = [
    longWork.rolling.run(gone, untilCancelled),
    longWork.comparing.run(gone, untilCancelled),
  ];
  let isOver = false;
  void longWork.rolling.run(here, untilCancelled).then(() => (isOver = true));
  longWork.leave(gone);
  expect(await Promise.all([rolling, comparing])).toEqual(["cancelled", "cancelled"]);
  expect(isOver).toBe(false);
});
