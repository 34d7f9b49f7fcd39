import { showBlocks } from "../../core/document/show.ts";
import { json, type Command } from "./command.ts";
import { parseYear } from "./parse-year.ts";
import { importReportFile } from "./read-input.ts";
import { isRepairable, parseRepairChoice, repairReport } from "./repair.ts";
import { assertOtherFile, writeReportFile } from "./write-file.ts";
import { throwIfCancelled } from "../throw-if-cancelled.ts";

export const importCommand: Command = {
  name: "import",
  usage: "import 文件 --out 报告.json [--year 年度] [--repair all|safe|none] [--force]",
  summary: "把 Word 或 WPS 文件（.docx、.doc、.wps、.rtf）、网页或纯文本整理成一份报告",
  takesFile: true,
  values: ["out", "year", "repair"],
  required: ["out"],
  flags: ["force"],
  run: async ({ file, values, flags }, signal) => {
    const year = values.get("year");
    const out = values.get("out") ?? "";
    await assertOtherFile(file, out);
    const choice = parseRepairChoice(values.get("repair") ?? "none");
    const imported = await importReportFile(file, year === undefined ? null : parseYear(year), signal);
    const { report, repairs, unchanged } = await repairReport(imported.report, choice, signal);
    throwIfCancelled(signal);
    await writeReportFile(out, report, flags.has("force"));
    const blocks = showBlocks(report);
    return json({
      title: blocks.find((block) => block.kind === "title")?.text ?? null,
      blocks: blocks.length,
      headings: blocks.flatMap((block) => {
        if (block.kind !== "heading") return [];
        const { level, number, text, runIn } = block;
        return [{ level, number, text, runIn }];
      }),
      tables: blocks.filter(({ kind }) => kind === "table").length,
      images: blocks.filter(({ kind }) => kind === "image").length,
      repairs,
      unchanged,
      // what the doctor repaired is no longer as these say; what it left stands in `unchanged`
      warnings: imported.warnings.filter(({ code }) => choice === "none" || !isRepairable(code)),
    });
  },
};
