import { resolve } from "node:path";
import type { Sentence } from "../../core/compare/comparison.ts";
import { assembleReport } from "../../core/document/assemble.ts";
import type { ReportDocument } from "../../core/document/schema.ts";
import { docxFaces } from "../../core/layout/fonts.ts";
import { standardLayout } from "../../core/layout/rules/layout.ts";
import { AppError } from "../../core/result.ts";
import { installedFaces } from "../fonts.ts";
import { writeOutput } from "../output/write-output.ts";
import { createReportWork } from "../work/report-work.ts";
import { json, type Command } from "./command.ts";
import { readReportFile } from "./read-input.ts";
import { checkTarget, isSameFile } from "./write-file.ts";
import { throwIfCancelled } from "../throw-if-cancelled.ts";

/** A sentence as it is printed, with the ordinal of its heading. */
const printed = (sentence: Sentence | null): string | null =>
  sentence === null ? null : `${sentence.number}${sentence.text}`;

/** 对照稿 of the two reports as they are printed, 公文要素 included. */
async function comparisonOf(old: ReportDocument, now: ReportDocument, signal: AbortSignal): Promise<Uint8Array> {
  const { createdAt, updatedAt, meta } = now;
  const textOf = (report: ReportDocument) => ({ ...assembleReport(report), year: report.year });
  return createReportWork().compare(
    {
      texts: { old: textOf(old), now: textOf(now), author: meta.issuingOrgan, createdAt, updatedAt },
      options: { fonts: docxFaces(await installedFaces()), layout: standardLayout },
    },
    signal,
  );
}

/** @throws AppError argument-invalid, and what `checkTarget` throws */
async function checkDocx(path: string, files: readonly string[], overwrite: boolean): Promise<void> {
  const isDouble = (await Promise.all(files.map((file) => isSameFile(file, path)))).includes(true);
  if (isDouble) {
    throw new AppError("argument-invalid", { option: "--docx", value: path, reason: "不能与要对照的文件同名" });
  }
  await checkTarget(path, overwrite);
}

export const compareCommand: Command = {
  name: "compare",
  usage: "compare 旧文件 新文件 [--docx 对照稿.docx] [--force]",
  summary: "逐句对照两份报告：保留、改写、移动、新增、删除，给出雷同度，并可导出两栏的对照稿",
  takesFile: true,
  takesSecondFile: true,
  values: ["docx"],
  required: [],
  flags: ["force"],
  run: async ({ file, secondFile, values, flags }, signal) => {
    const docx = values.get("docx");
    const overwrite = flags.has("force");
    if (docx !== undefined) await checkDocx(docx, [file, secondFile], overwrite);
    const old = await readReportFile(file, signal);
    const now = await readReportFile(secondFile, signal);
    const { similarity, sentences } = await createReportWork().compareSentences(
      { old: old.report, now: now.report },
      signal,
    );
    if (docx !== undefined) {
      const bytes = await comparisonOf(old.report, now.report, signal);
      throwIfCancelled(signal);
      await writeOutput(resolve(docx), bytes, { overwrite });
    }
    return json({
      similarity,
      sentences: sentences.map((sentence) => ({
        status: sentence.status,
        old: printed(sentence.old),
        new: printed(sentence.new),
      })),
      ...(docx === undefined ? {} : { docx }),
    });
  },
};
