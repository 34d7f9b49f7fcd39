import { FORMAT_VERSION, type ReportDocument, reportSchema } from "./schema.ts";
import { type Template, TEMPLATE_FORMAT_VERSION, templateSchema } from "./template.ts";
import { AppError } from "../result.ts";

type Json = Readonly<Record<string, unknown>>;

/**
 * Upgrades by the version they start from: step 1 turns a file of version 1 into one of version 2. When
 * `FORMAT_VERSION` is raised, the step for the version before it is added here together with a fixture of an old file.
 */
const reportSteps: Readonly<Record<number, (file: Json) => Json>> = {};
const templateSteps: Readonly<Record<number, (file: Json) => Json>> = {};

function isJsonObject(json: unknown): json is Json {
  return typeof json === "object" && json !== null && !Array.isArray(json);
}

/** Brings a file to the newest version, one step after the other. Null: its version is no version. */
export function upgrade(
  file: Json,
  newest: number,
  steps: Readonly<Record<number, (file: Json) => Json>>,
): Json | null {
  const { formatVersion } = file;
  if (typeof formatVersion !== "number" || !Number.isInteger(formatVersion) || formatVersion < 1) return null;
  if (formatVersion > newest) throw new AppError("report-newer-version", { version: formatVersion });
  let upgraded = file;
  for (let version = formatVersion; version < newest; version += 1) {
    const step = steps[version];
    if (step === undefined) throw new Error(`No upgrade from format version ${version}`);
    upgraded = { ...step(upgraded), formatVersion: version + 1 };
  }
  return upgraded;
}

/**
 * A report from parsed JSON, of any version that was ever written.
 * @throws {AppError} not-a-report (another kind of file), report-newer-version {version}, report-damaged
 */
export function readReport(json: unknown): ReportDocument {
  if (!isJsonObject(json) || json["format"] !== "nianbao-report") throw new AppError("not-a-report");
  const file = upgrade(json, FORMAT_VERSION, reportSteps);
  const parsed = reportSchema.safeParse(file);
  if (!parsed.success) throw new AppError("report-damaged", {}, { cause: parsed.error });
  return parsed.data;
}

/**
 * A template from parsed JSON, built in or saved by a user.
 * @throws {AppError} template-damaged, report-newer-version {version}
 */
export function readTemplate(json: unknown): Template {
  if (!isJsonObject(json) || json["format"] !== "nianbao-template") throw new AppError("template-damaged");
  const file = upgrade(json, TEMPLATE_FORMAT_VERSION, templateSteps);
  const parsed = templateSchema.safeParse(file);
  if (!parsed.success) throw new AppError("template-damaged", {}, { cause: parsed.error });
  return parsed.data;
}
