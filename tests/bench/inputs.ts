import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { createReport, reportFromImport } from "../../core/document/create.ts";
import type { ReportDocument } from "../../core/document/schema.ts";
import { importText } from "../../core/import/text.ts";
import { readTemplate } from "../../core/document/migrate.ts";
import { exportText } from "../../core/export/text.ts";

/** The same report in two lengths: as it is, and repeated to 200,000 characters. */
export type Inputs = { readonly name: string; readonly sizes: readonly { label: string; text: string }[] };

const LONG_TEXT_CHARACTERS = 200_000;

/** The real plan where it lies beside the project; otherwise the plan template written out often enough. */
export function readInputs(): Inputs {
  const sample = process.env["NIANBAO_BENCH_TEXT"] ?? join(process.cwd(), "../shared/samples/audit-plan-145.txt");
  const text = existsSync(sample) ? readFileSync(sample, "utf8") : textOfTemplate();
  const name = existsSync(sample) ? "audit-plan-145.txt" : "templates/audit-plan.json";
  const copies = Math.ceil(LONG_TEXT_CHARACTERS / text.length);
  const long = Array.from({ length: copies }, () => text).join("\n");
  return {
    name,
    sizes: [text, long].map((value) => ({ label: value.length.toLocaleString("en"), text: value })),
  };
}

function textOfTemplate(): string {
  const template = readTemplate(JSON.parse(readFileSync("templates/audit-plan.json", "utf8")));
  const text = exportText(
    createReport({ template, year: 2026, organ: "青石县审计局", id: crypto.randomUUID(), now: new Date() }),
  );
  return Array.from({ length: Math.ceil(20_000 / text.length) }, () => text).join("\n");
}

/** The report that an import of the text gives. */
export function reportOf(text: string): ReportDocument {
  return reportFromImport({ imported: importText(text), year: 2026, id: crypto.randomUUID(), now: new Date() });
}
