import { randomBytes } from "node:crypto";
import { join } from "node:path";
import type { TemplateSummary } from "../../core/contract.ts";
import { templateFromReport } from "../../core/document/create.ts";
import { readTemplate } from "../../core/document/migrate.ts";
import type { ReportDocument } from "../../core/document/schema.ts";
import { summariseTemplate } from "../../core/document/summarise.ts";
import type { Template } from "../../core/document/template.ts";
import { AppError, type ErrorCode } from "../../core/result.ts";
import { inParallel } from "../in-parallel.ts";
import { likelyYear } from "../likely-year.ts";
import { backupPathOf, listFolder, removeDurably } from "./file.ts";
import { writeDurably } from "./durable-write.ts";
import type { FileSystem } from "./file-system.ts";
import type { Notices } from "./notices.ts";
import { inspectFile, readDurably } from "./read-file.ts";
import type { TemplateStore } from "./store.ts";

type Parts = {
  readonly builtInFolder: string;
  readonly ownFolder: string;
  readonly files: FileSystem;
  readonly now: () => Date;
  readonly notices: Notices;
  readonly readReport: (id: string) => Promise<ReportDocument>;
};

/** Those that another program holds are waited for together. */
const READ_AT_ONCE = 16;
const templateFileName = /^([a-z0-9-]{1,64})\.json$/u;
const ownTemplateId = (): string => `own-${randomBytes(8).toString("hex")}`;

/** Templates: those that ship with the program, which are only read, and the user's own. */
export function createTemplateStore(parts: Parts): TemplateStore {
  const { builtInFolder, ownFolder, files, now, notices, readReport } = parts;
  let builtIn: Promise<ReadonlyMap<string, Template>> | null = null;

  const namesIn = async (folder: string): Promise<readonly string[]> =>
    (await listFolder(files, folder)).flatMap((name) => templateFileName.exec(name)?.[1] ?? []).sort();

  const noteUnlisted = (id: string, code: ErrorCode, reason = ""): void => {
    const name = `模板文件“${id}.json”`;
    if (code === "file-unreadable") {
      notices.add(
        "file-not-readable",
        `${name}不能读取${reason === "" ? "" : `（${reason}）`}，没有列出，文件没有改动。`,
      );
    } else if (code === "report-newer-version") {
      notices.add(code, `${name}由更新版本的年报台保存，没有列出。请升级程序后再使用，文件没有改动。`);
    } else if (code === "file-locked") {
      notices.add("file-not-readable", `${name}正被其他程序占用，暂时没有列出。请关闭占用它的程序后重试。`);
    } else {
      notices.add("template-damaged", `${name}已损坏，没有列出。文件保留未动，请从备份中找回或重新保存模板。`);
    }
  };

  const loadBuiltIn = async (): Promise<ReadonlyMap<string, Template>> => {
    const templates = new Map<string, Template>();
    for (const name of await namesIn(builtInFolder)) {
      try {
        const finding = await inspectFile(files, join(builtInFolder, `${name}.json`), readTemplate);
        if (finding.kind === "sound") templates.set(finding.value.id, finding.value);
        else noteUnlisted(name, "template-damaged");
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        noteUnlisted(name, error.code, String(error.details["reason"] ?? ""));
      }
    }
    return templates;
  };
  // They change with the program only; a folder that could not be read is tried again.
  const builtInTemplates = (): Promise<ReadonlyMap<string, Template>> =>
    (builtIn ??= loadBuiltIn().catch((error: unknown) => {
      builtIn = null;
      throw error;
    }));

  const ownPath = (id: string): string => join(ownFolder, `${id}.json`);
  const readOwn = async (id: string): Promise<Template | null> => {
    if (!templateFileName.test(`${id}.json`)) return null;
    try {
      return (await readDurably(files, ownPath(id), readTemplate, now))?.value ?? null;
    } catch (error) {
      const isNamed = error instanceof AppError && error.code !== "not-a-report";
      throw isNamed ? error : new AppError("template-damaged", { name: `${id}.json` }, { cause: error });
    }
  };
  const listOwn = async (): Promise<readonly Template[]> => {
    const found = await inParallel(await namesIn(ownFolder), READ_AT_ONCE, async (id) => {
      try {
        return await readOwn(id);
      } catch (error) {
        if (!(error instanceof AppError)) throw error;
        noteUnlisted(id, error.code, String(error.details["reason"] ?? ""));
        return null;
      }
    });
    return found.filter((template) => template !== null);
  };
  const summaryOf = (template: Template, isBuiltIn: boolean): TemplateSummary =>
    summariseTemplate(template, likelyYear(now()), isBuiltIn);

  return {
    list: async () => [
      ...[...(await builtInTemplates()).values()].map((template) => summaryOf(template, true)),
      ...(await listOwn()).map((template) => summaryOf(template, false)),
    ],
    read: async (id) => {
      const template = (await builtInTemplates()).get(id) ?? (await readOwn(id));
      if (template === null) throw new AppError("template-not-found");
      return template;
    },
    saveFromReport: async ({ reportId, name, keepText }) => {
      const report = await readReport(reportId);
      const template = templateFromReport({ report, id: ownTemplateId(), name: name.trim(), keepText });
      await writeDurably(files, ownPath(template.id), JSON.stringify(template), { keepPrevious: false });
      return summaryOf(template, false);
    },
    remove: async (id) => {
      const template = (await builtInTemplates()).get(id);
      if (template !== undefined) throw new AppError("template-built-in", { name: template.name });
      if (!(await namesIn(ownFolder)).includes(id)) throw new AppError("template-not-found");
      await removeDurably(files, backupPathOf(ownPath(id)));
      await removeDurably(files, ownPath(id));
    },
  };
}
