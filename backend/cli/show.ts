import { showBlocks } from "../../core/document/show.ts";
import { exportText } from "../../core/export/text.ts";
import { AppError } from "../../core/result.ts";
import { json, type Command } from "./command.ts";
import { readReportFile } from "./read-input.ts";

export const showCommand: Command = {
  name: "show",
  usage: "show 文件 (--blocks | --text)",
  summary: "显示报告或文本的内容：--blocks 逐块列出，--text 输出纯文本",
  takesFile: true,
  values: [],
  required: [],
  flags: ["blocks", "text"],
  run: async ({ file, flags }, signal) => {
    if (flags.size === 0) throw new AppError("argument-missing", { option: "--blocks 或 --text" });
    if (flags.size > 1) {
      throw new AppError("argument-invalid", { option: "--blocks", reason: "--blocks 与 --text 只能选一个" });
    }
    const { report } = await readReportFile(file, signal);
    if (flags.has("blocks")) return json(showBlocks(report));
    return { kind: "text", text: exportText(report) };
  },
};
