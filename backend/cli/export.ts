import { resolve } from "node:path";
import { exportFormats, type ExportFormat, type FontUse } from "../../core/contract.ts";
import { missingCharacterWarnings } from "../../core/export/missing-characters.ts";
import { fontRoles } from "../../core/layout/font-role.ts";
import { deviationsOf } from "../../core/layout/rules/deviations.ts";
import type { HouseStyle } from "../../core/layout/rules/house-style.ts";
import { docxFaces, requestedFace } from "../../core/layout/fonts.ts";
import { inspectionSummary } from "../../core/inspect/inspection-summary.ts";
import { layoutHabits, type LayoutProgram } from "../../core/layout/lines/layout-program.ts";
import { AppError } from "../../core/result.ts";
import { installedFaces } from "../fonts.ts";
import { exportWarnings } from "../output/run-export.ts";
import { inspectMade } from "../output/inspect-made.ts";
import { render, type Rendered, type RenderSource } from "../output/render.ts";
import { writeOutput } from "../output/write-output.ts";
import { createThreadPrinter } from "../pdf/thread-printer.ts";
import type { PdfPrinter } from "../pdf/printer.ts";
import { programFolders } from "../program-folder.ts";
import { json, type Arguments, type Command } from "./command.ts";
import { openErrors } from "./open-errors.ts";
import { readHouseOfComputer } from "./house-of-computer.ts";
import { rulesOf } from "./rules-of.ts";
import { styleOf } from "./given-style.ts";
import { parsePreset } from "./parse-preset.ts";
import { readReportFile } from "./read-input.ts";
import { checkTarget, isSameFile } from "./write-file.ts";
import { throwIfCancelled } from "../throw-if-cancelled.ts";

type Target = { readonly format: ExportFormat; readonly path: string };
type Made = Target & Rendered & { readonly ms: number };

/** @throws AppError argument-invalid */
async function refuseDouble(option: string, path: string, others: readonly string[]): Promise<void> {
  if (!(await Promise.all(others.map((other) => isSameFile(other, path)))).includes(true)) return;
  const reason = "不能与原文件或另一个导出文件同名";
  throw new AppError("argument-invalid", { option, value: path, reason });
}

/** @throws AppError argument-missing, argument-invalid, and what `checkTarget` throws */
async function targetsOf({ file, values, flags }: Arguments): Promise<readonly Target[]> {
  const targets = exportFormats.flatMap((format) => {
    const path = values.get(format);
    return path === undefined ? [] : [{ format, path }];
  });
  if (targets.length === 0) throw new AppError("argument-missing", { option: "--docx、--pdf、--txt 或 --html" });
  for (const [index, { format, path }] of targets.entries()) {
    await refuseDouble(`--${format}`, path, [file, ...targets.slice(0, index).map((target) => target.path)]);
  }
  for (const { path } of targets) await checkTarget(path, flags.has("force"));
  return targets;
}

/** The report of the inspection is written beside the files, and over none of them. */
async function reportTarget({ file, values, flags }: Arguments, targets: readonly Target[]): Promise<string | null> {
  const path = values.get("report");
  if (path === undefined) return null;
  if (!targets.some(({ format }) => format === "docx" || format === "pdf")) {
    const reason = "版面体检要有 --docx 或 --pdf";
    throw new AppError("argument-invalid", { option: "--report", value: path, reason });
  }
  await refuseDouble("--report", path, [file, ...targets.map((target) => target.path)]);
  await checkTarget(path, flags.has("force"));
  return path;
}

/** The report's own pictures: a report file carries them. */
const imagesOf = ({ images }: RenderSource["report"]): RenderSource["images"] =>
  new Map(
    Object.entries(images).map(([id, { mediaType, base64 }]) => [
      id,
      { mediaType, bytes: Buffer.from(base64, "base64") },
    ]),
  );

async function make(
  targets: readonly Target[],
  source: RenderSource,
  printer: PdfPrinter,
  signal: AbortSignal,
): Promise<readonly Made[]> {
  const made: Made[] = [];
  for (const target of targets) {
    throwIfCancelled(signal);
    const startedAt = performance.now();
    const rendered = await render(target.format, source, printer);
    made.push({ ...target, ...rendered, ms: Math.round(performance.now() - startedAt) });
  }
  return made;
}

/** Without a PDF: the names that stand in the DOCX, which are looked for on the computer that opens it. */
async function docxFonts({ faces }: HouseStyle): Promise<readonly FontUse[]> {
  const names = docxFaces(await installedFaces(), faces);
  return fontRoles.map((role) => {
    const [requested, used] = [requestedFace(role, faces), names[role]];
    return { role, requested, used, substituted: used !== requested };
  });
}

async function fontsOf(made: readonly Made[], style: HouseStyle): Promise<readonly FontUse[]> {
  const printed = made.find(({ fonts }) => fonts !== null)?.fonts;
  if (printed !== undefined && printed !== null) return printed;
  return made.some(({ format }) => format === "docx") ? docxFonts(style) : [];
}

const isProgram = (name: string): name is LayoutProgram => Object.hasOwn(layoutHabits, name);

/** @throws AppError argument-invalid */
function programOf({ values }: Arguments): LayoutProgram {
  const value = values.get("layout") ?? "word";
  if (isProgram(value)) return value;
  throw new AppError("argument-invalid", { option: "--layout", value, reason: "只能是 word 或 libreoffice" });
}

export const exportCommand: Command = {
  name: "export",
  usage:
    "export 文件 [--docx 文件] [--pdf 文件] [--txt 文件] [--html 文件] [--report 文件] [--layout word|libreoffice] " +
    "[--preset 版式] [--style 文件|none] [--rules 规则,规则] [--even-last-page] [--stamp] [--force]",
  summary:
    "按 GB/T 9704 排版，导出 Word、PDF、纯文本或网页；--layout 说明 Word 文件将用哪种软件打开（默认 word，含 WPS），" +
    "PDF 照它的习惯断行分页；--preset 换一种版式导出，原文件不变；--style 用哪一份本单位版式，不写时用本机的，none 是国家标准；--even-last-page 把版记放在双数页；--stamp 在每页页眉标注“待核稿”；--report 把版面体检单（从导出的文件读回量出）写成 JSON",
  takesFile: true,
  values: [...exportFormats, "layout", "preset", "style", "rules", "report"],
  required: [],
  flags: ["even-last-page", "stamp", "force"],
  run: async (given, signal) => {
    const preset = given.values.get("preset");
    const wished = preset === undefined ? {} : { preset: parsePreset(preset) };
    const printer = createThreadPrinter(programFolders.faces);
    // Word files are measured there too: it starts while the report is read and the file is made
    if (given.values.has("docx") || given.values.has("pdf")) printer.warmUp();
    const checking = new AbortController();
    try {
      const { report: read } = await readReportFile(given.file, signal);
      const report = { ...read, ...wished };
      const targets = await targetsOf(given);
      const reportPath = await reportTarget(given, targets);
      const program = programOf(given);
      const house = await readHouseOfComputer(given, signal);
      const rules = rulesOf(given, house);
      // looked through in a thread of its own while the files are made
      const signals = AbortSignal.any([signal, checking.signal]);
      const errors = openErrors(report, { rules, house: house.house }, signals);
      errors.catch(() => undefined);
      const stamped = given.flags.has("stamp");
      const { style, file } = await styleOf(given.values);
      // without the option as the style has it
      const isLastPageEven = given.flags.has("even-last-page") || undefined;
      const images = imagesOf(report);
      const source = { report, images, style, stamped, program, isLastPageEven } as const;
      const made = await make(targets, source, printer, signal);
      const { inspection, warnings } = await inspectMade(made, source, printer, signal);
      throwIfCancelled(signal);
      const written: string[] = [];
      for (const { path, bytes } of made) {
        await writeOutput(resolve(path), bytes, { overwrite: given.flags.has("force"), written });
        written.push(path);
      }
      if (reportPath !== null && inspection !== null) {
        const bytes = Buffer.from(`${JSON.stringify(inspection, null, 2)}\n`, "utf8");
        await writeOutput(resolve(reportPath), bytes, { overwrite: given.flags.has("force"), written });
      }
      return json({
        files: Object.fromEntries(made.map(({ format, path }) => [format, path])),
        pages: made.find(({ pages }) => pages !== null)?.pages ?? null,
        fonts: await fontsOf(made, style),
        style: { file, deviations: deviationsOf(style) },
        stamped,
        warnings: [
          ...exportWarnings(report),
          ...house.warnings,
          ...(await errors),
          ...made.flatMap(({ missing }) => missingCharacterWarnings(missing)),
          ...warnings,
        ],
        inspection: inspection === null ? null : inspectionSummary(inspection),
        ms: Object.fromEntries(made.map(({ format, ms }) => [format, ms])),
      });
    } finally {
      checking.abort();
      await printer.close();
    }
  },
};
