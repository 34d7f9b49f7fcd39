import { compareReports } from "../../core/compare/compare-reports.ts";
import type { Sentence } from "../../core/compare/comparison.ts";
import { json, type Command } from "./command.ts";
import { readReportFile } from "./read-input.ts";

/** A sentence as it is printed, with the ordinal of its heading. */
const printed = (sentence: Sentence | null): string | null =>
  sentence === null ? null : `${sentence.number}${sentence.text}`;

export const compareCommand: Command = {
  name: "compare",
  usage: "compare 旧文件 新文件",
  summary: "逐句对照两份报告：保留、改写、移动、新增、删除，并给出雷同度",
  takesFile: true,
  takesSecondFile: true,
  values: [],
  required: [],
  flags: [],
  run: async ({ file, secondFile }) => {
    const old = await readReportFile(file);
    const now = await readReportFile(secondFile);
    const { similarity, sentences } = compareReports(old.report, now.report);
    return json({
      similarity,
      sentences: sentences.map((sentence) => ({
        status: sentence.status,
        old: printed(sentence.old),
        new: printed(sentence.new),
      })),
    });
  },
};
