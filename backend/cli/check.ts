import { resolve } from "node:path";
import { applyFixes } from "../../core/check/apply-fixes.ts";
import { showFindings } from "../../core/check/show-findings.ts";
import { docxFaces } from "../../core/layout/fonts.ts";
import { standardLayout } from "../../core/layout/rules/layout.ts";
import { AppError } from "../../core/result.ts";
import { installedFaces } from "../fonts.ts";
import { writeOutput } from "../output/write-output.ts";
import { throwIfCancelled } from "../throw-if-cancelled.ts";
import { createReportWork } from "../work/report-work.ts";
import { json, type Arguments, type Command } from "./command.ts";
import { readHouseOfComputer } from "./house-of-computer.ts";
import { rulesOf } from "./rules-of.ts";
import { readReportFile } from "./read-input.ts";
import { assertOtherFile, checkTarget, isSameFile, writeReportFile } from "./write-file.ts";

/** Where the fixed report goes; null: nothing is fixed. @throws AppError argument-missing, argument-invalid */
async function targetOf({ file, values, flags }: Arguments): Promise<string | null> {
  const [fix, out] = [values.get("fix"), values.get("out")];
  if (fix === undefined && out === undefined) return null;
  if (out === undefined) throw new AppError("argument-missing", { option: "--out" });
  if (fix === undefined) throw new AppError("argument-missing", { option: "--fix" });
  if (fix !== "safe") throw new AppError("argument-invalid", { option: "--fix", value: fix, reason: "只能是 safe" });
  await assertOtherFile(file, out);
  await checkTarget(out, flags.has("force"));
  return out;
}

/** Where 校核单 goes; null: none is wanted. @throws AppError argument-invalid, and what `checkTarget` throws */
async function sheetOf({ file, values, flags }: Arguments, out: string | null): Promise<string | null> {
  const docx = values.get("docx");
  if (docx === undefined) return null;
  for (const other of out === null ? [file] : [file, out]) {
    if (!(await isSameFile(other, docx))) continue;
    throw new AppError("argument-invalid", { option: "--docx", value: docx, reason: "不能与原文件或修正后的报告同名" });
  }
  await checkTarget(docx, flags.has("force"));
  return docx;
}

export const checkCommand: Command = {
  name: "check",
  usage:
    "check 文件 [--rules 规则,规则] [--directory 名录] [--docx 校核单.docx] [--fix safe --out 报告.json] [--force]",
  summary:
    "校核报告或文本：逐条列出问题、依据和位置；--docx 另存一份可打印的校核单；--fix safe 修正其中有把握的，另存为一份报告；" +
    "不写 --rules 时按本机“校核规则”里的开关；--directory 用另一份名录（.json、.xlsx 或 .csv）代替本机的",
  takesFile: true,
  values: ["rules", "directory", "docx", "fix", "out"],
  required: [],
  flags: ["force"],
  run: async (given, signal) => {
    const own = await readHouseOfComputer(given, signal);
    const { house } = own;
    const rules = rulesOf(given, own).map(({ id }) => id);
    const out = await targetOf(given);
    const docx = await sheetOf(given, out);
    const overwrite = given.flags.has("force");
    const { report, warnings } = await readReportFile(given.file, signal);
    const work = createReportWork();
    const { findings, dismissed, ms } = await work.check({ report, rules, house }, signal);
    const shown = {
      findings: showFindings(report, findings),
      dismissed: dismissed.length,
      ms,
      warnings: [...own.warnings, ...warnings],
    };
    const written: string[] = [];
    if (docx !== null) {
      const options = { fonts: docxFaces(await installedFaces()), layout: standardLayout } as const;
      const bytes = await work.makeCheckSheet({ report, rules, options, house }, signal);
      throwIfCancelled(signal);
      await writeOutput(resolve(docx), bytes, { overwrite, written });
      written.push(docx);
    }
    const sheet = docx === null ? {} : { docx };
    if (out === null) return json({ ...shown, ...sheet });
    const safe = findings.filter(({ fix }) => fix?.isSafe === true);
    throwIfCancelled(signal);
    await writeReportFile(out, applyFixes(report, safe), overwrite);
    return json({ ...shown, ...sheet, fixed: safe.length, out });
  },
};
