import { randomUUID } from "node:crypto";
import { createReport } from "../../core/document/create.ts";
import { showBlocks } from "../../core/document/show.ts";
import { summariseReport } from "../../core/document/summarise.ts";
import { json, type Command } from "./command.ts";
import { parseOrgan } from "./parse-organ.ts";
import { parsePreset } from "./parse-preset.ts";
import { parseYear } from "./parse-year.ts";
import { findTemplate } from "./templates.ts";
import { writeReportFile } from "./write-file.ts";

export const newCommand: Command = {
  name: "new",
  usage: "new --template 模板 --year 年度 [--org 单位] [--preset 版式] --out 报告.json [--force]",
  summary: "用模板新建一份报告；--preset 指定版式，如 official-document（正式公文）",
  takesFile: false,
  values: ["template", "year", "org", "preset", "out"],
  required: ["template", "year", "out"],
  flags: ["force"],
  run: async ({ values, flags }) => {
    const year = parseYear(values.get("year") ?? "");
    const template = await findTemplate(values.get("template") ?? "");
    const organ = parseOrgan(values.get("org") ?? "");
    const preset = values.get("preset");
    const wished = preset === undefined ? {} : { preset: parsePreset(preset) };
    const report = { ...createReport({ template, year, organ, id: randomUUID(), now: new Date() }), ...wished };
    await writeReportFile(values.get("out") ?? "", report, flags.has("force"));
    return json({ id: report.id, title: summariseReport(report).title, blocks: showBlocks(report).length });
  },
};
