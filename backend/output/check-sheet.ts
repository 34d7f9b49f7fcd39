import { join } from "node:path";
import { rulesOn } from "../../core/check/choose-rules.ts";
import type { Handlers, Output, ParsedInput } from "../../core/contract.ts";
import { blocksFromBody } from "../../core/document/from-lexical.ts";
import type { ReportDocument } from "../../core/document/schema.ts";
import { titleOf } from "../../core/document/title.ts";
import { docxFaces } from "../../core/layout/fonts.ts";
import { AppError } from "../../core/result.ts";
import { installedFaces } from "../fonts.ts";
import type { Store } from "../store/store.ts";
import type { ReportWork } from "../work/report-work.ts";
import { fileNameOf } from "./file-name.ts";
import { exists } from "./run-export.ts";
import { writeOutput } from "./write-output.ts";

type CheckSheetOptions = {
  readonly store: Pick<Store, "reports" | "settings">;
  readonly work: Pick<ReportWork, "makeCheckSheet">;
  /** The folder of a token; without one where the last export went. */
  readonly folderOf: (token: string | null) => Promise<string>;
  readonly placed: (folder: string) => { readonly folderToken: string; readonly folderLabel: string };
  readonly remember: (folder: string) => Promise<void>;
};

export type CheckSheets = {
  readonly plan: Handlers["checkSheet.plan"];
  readonly make: (input: ParsedInput<"checkSheet.export">, signal: AbortSignal) => Promise<Output<"checkSheet.export">>;
};

function fileOf(folder: string, report: ReportDocument): { readonly name: string; readonly path: string } {
  const title = titleOf(blocksFromBody(report.body), report.year);
  const name = fileNameOf(title, "docx", { suffix: "校核单", folder });
  return { name, path: join(folder, name) };
}

/** 校核单 of reports as last saved, by the rules that the house has on. */
export function createCheckSheets({ store, work, folderOf, placed, remember }: CheckSheetOptions): CheckSheets {
  return {
    plan: async ({ id, folderToken }) => {
      const folder = await folderOf(folderToken);
      const { name, path } = fileOf(folder, await store.reports.read(id));
      return { ...placed(folder), name, exists: await exists(path) };
    },
    /** @throws AppError file-exists, docx-failed, work-too-slow, work-too-large, cancelled, and what writing throws */
    make: async ({ id, folderToken, overwrite }, signal) => {
      const folder = await folderOf(folderToken);
      const report = await store.reports.read(id);
      const { name, path } = fileOf(folder, report);
      if (!overwrite && (await exists(path))) throw new AppError("file-exists", { name });
      const { westernFace, checkRules } = await store.settings.read();
      const rules = rulesOn(checkRules).map((rule) => rule.id);
      const options = { fonts: docxFaces(await installedFaces()), westernFace };
      const bytes = await work.makeCheckSheet({ report, rules, options }, signal).catch((error: unknown) => {
        throw error instanceof AppError ? error : new AppError("docx-failed", {}, { cause: error });
      });
      await writeOutput(path, bytes, { overwrite });
      await remember(folder);
      return { ...placed(folder), name, bytes: bytes.length };
    },
  };
}
