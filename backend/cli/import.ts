import { AppError } from "../../core/result.ts";
import { showBlocks } from "../../core/document/show.ts";
import { json, type Command } from "./command.ts";
import { parseYear } from "./parse-year.ts";
import { importReportFile } from "./read-input.ts";
import { isSameFile, writeReportFile } from "./write-file.ts";

export const importCommand: Command = {
  name: "import",
  usage: "import 文件 --out 报告.json [--year 年度] [--force]",
  summary: "把 Word 文件（.docx）或纯文本整理成一份报告",
  takesFile: true,
  values: ["out", "year"],
  required: ["out"],
  flags: ["force"],
  run: async ({ file, values, flags }) => {
    const year = values.get("year");
    const out = values.get("out") ?? "";
    if (await isSameFile(file, out)) {
      throw new AppError("argument-invalid", {
        option: "--out",
        value: out,
        reason: "不能与原文件同名，以免原文被覆盖",
      });
    }
    const { report, warnings } = await importReportFile(file, year === undefined ? null : parseYear(year));
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
      warnings,
    });
  },
};
