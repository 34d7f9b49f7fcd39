import { figuresIn } from "../../core/document/body-state.ts";
import type { ReportDocument } from "../../core/document/schema.ts";
import { bindFigures } from "../../core/figures/bind-figures.ts";
import { isProblem } from "../../core/figures/figure-problem.ts";
import { proposeFigures } from "../../core/figures/propose-figures.ts";
import { setFigures } from "../../core/figures/set-figures.ts";
import { hasLedger, showFigures } from "../../core/figures/show-figures.ts";
import { AppError } from "../../core/result.ts";
import { throwIfCancelled } from "../throw-if-cancelled.ts";
import { type Arguments, type Command, json } from "./command.ts";
import { readReportFile } from "./read-input.ts";
import { assertOtherFile, checkTarget, writeReportFile } from "./write-file.ts";

const invalid = (value: string, reason: string): AppError =>
  new AppError("argument-invalid", { option: "--set", value, reason });

/** What --set asks for, by id. @throws AppError argument-invalid */
function wanted(words: readonly string[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const word of words) {
    const at = word.indexOf("=");
    const id = word.slice(0, at).trim();
    if (at < 0 || id === "") throw invalid(word, "请写成 编号=数值，编号见 figures 列出的 id");
    if (values.has(id)) throw invalid(word, "同一项数据给出了两个数值");
    values.set(id, word.slice(at + 1).trim());
  }
  return values;
}

/** Where the changed report goes; null: nothing is changed. @throws AppError argument-missing, argument-invalid */
async function targetOf({ file, values, flags }: Arguments, isChanged: boolean): Promise<string | null> {
  const out = values.get("out");
  if (out === undefined && !isChanged) return null;
  if (out === undefined) throw new AppError("argument-missing", { option: "--out" });
  if (!isChanged) throw new AppError("argument-missing", { option: "--set" });
  await assertOtherFile(file, out);
  await checkTarget(out, flags.has("force"));
  return out;
}

/** The report with what its text proposes bound, if it has no ledger, and with the wanted values. */
function changed(report: ReportDocument, values: ReadonlyMap<string, string>): ReportDocument {
  const bound = hasLedger(report) ? { body: report.body } : bindFigures(report, proposeFigures(report));
  if (isProblem(bound)) throw new AppError("argument-invalid", { option: "文件", reason: bound.problem });
  for (const id of values.keys()) {
    if (!Object.hasOwn(figuresIn(bound.body), id)) throw invalid(id, "没有这个编号的数据，编号见 figures 列出的 id");
  }
  const result = setFigures({ ...report, body: bound.body }, values);
  if (isProblem(result)) {
    throw invalid([...values].map(([id, value]) => `${id}=${value}`).join(" "), result.problem.replace(/。$/u, ""));
  }
  return { ...report, body: result.body };
}

export const figuresCommand: Command = {
  name: "figures",
  usage: "figures 文件 [--set 编号=数值 … --out 报告.json] [--force]",
  summary:
    "列出数据台账；还没有台账时列出正文和表格中可以绑定的数据；--set（可写多次）绑定后改数值，各处一起更新，另存为一份报告",
  takesFile: true,
  values: ["out"],
  repeated: ["set"],
  required: [],
  flags: ["force"],
  run: async (given, signal) => {
    const values = wanted(given.lists.get("set") ?? []);
    const out = await targetOf(given, values.size > 0);
    const { report } = await readReportFile(given.file, signal);
    if (out === null) return json(showFigures(report));
    const result = changed(report, values);
    throwIfCancelled(signal);
    await writeReportFile(out, result, given.flags.has("force"));
    return json({ out, figures: showFigures(result) });
  },
};
