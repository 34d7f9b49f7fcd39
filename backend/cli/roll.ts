import { randomUUID } from "node:crypto";
import type { ReviewItem } from "../../core/rollover/find-stale-tokens.ts";
import { rollReport } from "../../core/rollover/roll-report.ts";
import { entriesOf } from "../../core/document/review-entries.ts";
import { json, type Command } from "./command.ts";
import { parseYear } from "./parse-year.ts";
import { readReportFile } from "./read-input.ts";
import { checkTarget, writeReportFile } from "./write-file.ts";

/** In a table, `row` and `cell` say which cell's text the offsets count in. */
function shownItem({ id, kind, block, cell, start, end, text, proposed, state }: ReviewItem) {
  return { id, kind, block, ...(cell ?? {}), start, end, text, proposed, state };
}

export const rollCommand: Command = {
  name: "roll",
  usage: "roll 文件 --to-year 年度 --out 报告.json [--force]",
  summary: "用去年的报告生成今年的初稿，列出需要核对的年份、日期、数据、会议、规划、人名和文号",
  takesFile: true,
  values: ["to-year", "out"],
  required: ["to-year", "out"],
  flags: ["force"],
  run: async ({ file, values, flags }) => {
    const toYear = parseYear(values.get("to-year") ?? "", "--to-year");
    const out = values.get("out") ?? "";
    await checkTarget(out, flags.has("force"));
    const { report, warnings } = await readReportFile(file);
    const rolled = rollReport(report, { toYear, id: randomUUID(), now: new Date() });
    await writeReportFile(out, rolled.report, flags.has("force"));
    return json({
      fromYear: report.year,
      items: rolled.items.map(shownItem),
      changed: rolled.changed,
      // 公文要素 that are not printed with the text: no block holds them
      elements: entriesOf(rolled.report)
        .filter(({ id }) => rolled.items.every((item) => item.id !== id))
        .map(({ id, kind, element, text, state }) => ({ id, kind, element, text, state })),
      warnings,
    });
  },
};
