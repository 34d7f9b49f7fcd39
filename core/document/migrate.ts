import type { ZodType } from "zod";
import { withBlockIds } from "./block-ids.ts";
import { FORMAT_VERSION, type ReportDocument, reportSchema } from "./schema.ts";
import { type Template, TEMPLATE_FORMAT_VERSION, templateSchema } from "./template.ts";
import { AppError } from "../result.ts";

type Json = Readonly<Record<string, unknown>>;
type Step = (file: Json) => Json;

/**
 * Version 1 knew neither ids of blocks, raised text, figures, dismissed findings nor most of 公文要素: all of them have
 * defaults, and `readReport` gives ids to blocks without one. So nothing but the number changes.
 */
const fromVersion1: Step = (file) => file;

/**
 * Upgrades by the version they start from: step 1 turns a file of version 1 into one of version 2. When
 * `FORMAT_VERSION` is raised, the step for the version before it is added here together with fixtures of old files.
 */
const reportSteps: Readonly<Record<number, Step>> = { 1: fromVersion1 };
const templateSteps: Readonly<Record<number, Step>> = { 1: fromVersion1 };

function isJsonObject(json: unknown): json is Json {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

/**
 * Brings a file to the newest version, one step after the other. Null: its version is no version. Whatever is higher
 * than the newest one, 2.5 too, was written by a program that knows more than this one.
 */
export function upgrade(file: Json, newest: number, steps: Readonly<Record<number, Step>>): Json | null {
  const { formatVersion } = file;
  if (typeof formatVersion !== "number" || formatVersion < 1) return null;
  if (formatVersion > newest) throw new AppError("report-newer-version", { version: formatVersion });
  if (!Number.isInteger(formatVersion)) return null;
  let upgraded = file;
  for (let version = formatVersion; version < newest; version += 1) {
    const step = steps[version];
    if (step === undefined) throw new Error(`No upgrade from format version ${version}`);
    upgraded = { ...step(upgraded), formatVersion: version + 1 };
  }
  return upgraded;
}

/** @throws {AppError} `code` for a file that the schema refuses, or that is nested deeper than anything a report holds */
function parsed<T>(schema: ZodType<T>, file: Json | null, code: "report-damaged" | "template-damaged"): T {
  try {
    const result = schema.safeParse(file);
    if (result.success) return result.data;
    throw new AppError(code, {}, { cause: result.error });
  } catch (error) {
    if (error instanceof RangeError) throw new AppError(code, {}, { cause: error });
    throw error;
  }
}

/**
 * A report from parsed JSON, of any version that was ever written.
 * @throws {AppError} not-a-report (another kind of file), report-newer-version {version}, report-damaged
 */
export function readReport(json: unknown): ReportDocument {
  if (!isJsonObject(json) || json["format"] !== "nianbao-report") throw new AppError("not-a-report");
  const report = parsed(reportSchema, upgrade(json, FORMAT_VERSION, reportSteps), "report-damaged");
  const body = withBlockIds(report.body, report.id);
  return body === report.body ? report : { ...report, body };
}

/**
 * A template from parsed JSON, built in or saved by a user.
 * @throws {AppError} template-damaged, report-newer-version {version}
 */
export function readTemplate(json: unknown): Template {
  if (!isJsonObject(json) || json["format"] !== "nianbao-template") throw new AppError("template-damaged");
  return parsed(templateSchema, upgrade(json, TEMPLATE_FORMAT_VERSION, templateSteps), "template-damaged");
}
