import { randomUUID } from "node:crypto";
import type { ReviewItem } from "../../core/rollover/find-stale-tokens.ts";
import { yearInTitle } from "../../core/rollover/year-in-title.ts";
import { peopleIn } from "../../core/directory/names-of-entry.ts";
import { entriesOf } from "../../core/document/review-entries.ts";
import type { ReportDocument } from "../../core/document/schema.ts";
import { AppError } from "../../core/result.ts";
import { json, type Arguments, type Command } from "./command.ts";
import { readHouseOfComputer } from "./house-of-computer.ts";
import { parseYear } from "./parse-year.ts";
import { readReportFile } from "./read-input.ts";
import { createReportWork } from "../work/report-work.ts";
import { checkTarget, writeReportFile } from "./write-file.ts";
import { throwIfCancelled } from "../throw-if-cancelled.ts";

/** In a table, `row` and `cell` say which cell's text the offsets count in. */
function shownItem({ id, kind, block, cell, start, end, text, proposed, state }: ReviewItem) {
  return { id, kind, block, ...(cell ?? {}), start, end, text, proposed, state };
}

/** The years of a roll. A guess that cannot be right gives way to the year before the new one, with a warning. */
function yearsOf({ values }: Arguments, report: ReportDocument, yearIsGuessed: boolean) {
  const toYear = parseYear(values.get("to-year") ?? "", "--to-year");
  const given = values.get("from-year");
  if (given !== undefined) return { toYear, fromYear: parseYear(given, "--from-year"), warnings: [] };
  if (!yearIsGuessed || report.year < toYear) return { toYear, fromYear: report.year, warnings: [] };
  // a title that names the new year may be of this very year: its caller has to say which year the report is on
  const named = yearInTitle(report);
  if (named !== null && named >= toYear) throw new AppError("year-in-doubt", { fromYear: named, toYear });
  const message = `文中看不出早于 ${toYear}年的报告年度，已按 ${toYear - 1}年度的报告处理。如果不对，请用 --from-year 指明。`;
  return { toYear, fromYear: toYear - 1, warnings: [{ code: "year-assumed", message }] };
}

const repairChoices = ["none", "safe", "all"] as const;

/** Ids of the repairs that `--repair` stands for. @throws AppError argument-invalid, and what the work throws */
async function repairsOf(
  { values }: Arguments,
  report: ReportDocument,
  signal: AbortSignal,
): Promise<readonly string[]> {
  const value = values.get("repair") ?? "none";
  const choice = repairChoices.find((known) => known === value);
  if (choice === undefined) {
    throw new AppError("argument-invalid", { option: "--repair", value, reason: "应为 all、safe 或 none" });
  }
  if (choice === "none") return [];
  const { repairs } = await createReportWork().findRepairs({ report }, signal);
  return repairs.filter(({ isSafe }) => choice === "all" || isSafe).map(({ id }) => id);
}

export const rollCommand: Command = {
  name: "roll",
  usage:
    "roll 文件 --to-year 年度 --out 报告.json [--from-year 年度] [--repair all|safe|none] [--directory 名录] [--force]",
  summary: "用去年的报告生成今年的初稿，列出需要核对的年份、日期、数据、会议、规划、人名和文号",
  takesFile: true,
  values: ["to-year", "from-year", "repair", "directory", "out"],
  required: ["to-year", "out"],
  flags: ["force"],
  run: async (given, signal) => {
    const { file, values, flags } = given;
    parseYear(values.get("to-year") ?? "", "--to-year");
    const out = values.get("out") ?? "";
    await checkTarget(out, flags.has("force"));
    const { report, warnings, yearIsGuessed } = await readReportFile(file, signal);
    const { fromYear, toYear, warnings: ofYears } = yearsOf(given, report, yearIsGuessed);
    const repairs = await repairsOf(given, report, signal);
    const own = await readHouseOfComputer(given, signal);
    const choices = { fromYear, toYear, repairs, people: peopleIn(own.house.directory) };
    const made = { id: randomUUID(), now: new Date() };
    const rolled = await createReportWork().roll({ last: report, choices, made }, signal);
    throwIfCancelled(signal);
    await writeReportFile(out, rolled.report, flags.has("force"));
    return json({
      fromYear,
      items: rolled.items.map(shownItem),
      changed: rolled.changed,
      // 公文要素 that are not printed with the text: no block holds them
      elements: entriesOf(rolled.report)
        .filter(({ id }) => rolled.items.every((item) => item.id !== id))
        .map(({ id, kind, element, text, state }) => ({ id, kind, element, text, state })),
      repaired: repairs.length,
      warnings: [...own.warnings, ...ofYears, ...warnings],
    });
  },
};
