import { applyFixes } from "../../core/check/apply-fixes.ts";
import { chooseRules } from "../../core/check/choose-rules.ts";
import { createChecker } from "../../core/check/create-checker.ts";
import { reportForCheck } from "../../core/check/report-for-check.ts";
import type { Rule } from "../../core/check/rule.ts";
import { showFindings } from "../../core/check/show-findings.ts";
import { AppError } from "../../core/result.ts";
import { json, type Arguments, type Command } from "./command.ts";
import { readReportFile } from "./read-input.ts";
import { assertOtherFile, checkTarget, writeReportFile } from "./write-file.ts";

/** @throws AppError argument-invalid */
function rulesOf({ values }: Arguments): readonly Rule[] {
  const chosen = chooseRules((values.get("rules") ?? "default").split(/[,，\s]+/u).filter((word) => word !== ""));
  if (!("unknown" in chosen)) return chosen;
  const reason = "没有这条规则，可以写 default、all 或规则编号，如 PU-01,NU-12";
  throw new AppError("argument-invalid", { option: "--rules", value: chosen.unknown, reason });
}

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

export const checkCommand: Command = {
  name: "check",
  usage: "check 文件 [--rules 规则,规则] [--fix safe --out 报告.json] [--force]",
  summary: "校核报告或文本：逐条列出问题、依据和位置；--fix safe 修正其中有把握的，另存为一份报告",
  takesFile: true,
  values: ["rules", "fix", "out"],
  required: [],
  flags: ["force"],
  run: async (given, signal) => {
    const check = createChecker(rulesOf(given));
    const out = await targetOf(given);
    const { report, warnings } = await readReportFile(given.file, signal);
    const startedAt = performance.now();
    const findings = check(reportForCheck(report));
    const ms = Math.round(performance.now() - startedAt);
    const shown = { findings: showFindings(report, findings), ms, warnings };
    if (out === null) return json(shown);
    const safe = findings.filter(({ fix }) => fix?.isSafe === true);
    await writeReportFile(out, applyFixes(report, safe), given.flags.has("force"));
    return json({ ...shown, fixed: safe.length, out });
  },
};
