import { mkdtemp, mkdir, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { createFileReader } from "../../../backend/import/file-reader.ts";
import { createImports } from "../../../backend/import/imports.ts";
import { openStore } from "../../../backend/store/open-store.ts";
import type { Store, StoreOptions } from "../../../backend/store/store.ts";
import type { ParsedInput } from "../../../core/contract.ts";
import { bodyFromBlocks } from "../../../core/document/to-lexical.ts";
import { metaSchema, type ReportDocument, type ReportEdit } from "../../../core/document/schema.ts";
import { type Template, TEMPLATE_FORMAT_VERSION } from "../../../core/document/template.ts";

export const anna = { windowId: "window-anna" };
export const boris = { windowId: "window-boris" };

/** A folder of its own for one test, removed after it. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "nianbao-store-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

export const smallTemplate: Template = {
  format: "nianbao-template",
  formatVersion: TEMPLATE_FORMAT_VERSION,
  id: "small",
  name: "小报告",
  summary: "测试用。",
  reportType: "fazhi",
  preset: "public-report",
  deadlines: [],
  meta: metaSchema.parse({}),
  blocks: [
    {
      kind: "title",
      content: [
        { kind: "year", offset: 0 },
        { kind: "text", text: "年度工作报告" },
      ],
    },
    {
      kind: "paragraph",
      role: "body",
      content: [
        { kind: "blank", label: "单位名称" },
        { kind: "text", text: "报告如下：" },
      ],
    },
    {
      kind: "heading",
      level: 1,
      ordinal: { kind: "computed" },
      content: [{ kind: "text", text: "工作情况" }],
      sectionId: "work",
    },
    { kind: "paragraph", role: "body", content: [{ kind: "text", text: "做了工作。" }] },
  ],
  figures: {},
  guides: {},
};

export async function writeTemplates(root: string): Promise<string> {
  const folder = join(root, "built-in");
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "small.json"), JSON.stringify(smallTemplate));
  return folder;
}

/** Opens a store on `<root>/data` with one built-in template. Closed after the test. */
export async function openTestStore(root: string, options: Partial<StoreOptions> = {}): Promise<Store> {
  const store = await openStore({
    dataFolder: join(root, "data"),
    templatesFolder: await writeTemplates(root),
    now: () => new Date(),
    ...options,
  });
  onTestFinished(() => store.close());
  return store;
}

/** Brings a file in as a window does. */
export const importFile = (store: Store, input: ParsedInput<"library.importFile">) =>
  createImports(
    // how long a thread takes on a busy computer is no part of what is tested
    createFileReader(() => new Date(), { withinMs: 600_000 }),
    store.reports,
  ).run(input, anna);

/** What a window sends after its writer has typed `text` under the title. */
export function editWith(text: string, report?: Pick<ReportDocument, "meta" | "year">): ReportEdit {
  const year = report?.year ?? 2026;
  return {
    year,
    preset: "public-report",
    meta: report?.meta ?? metaSchema.parse({}),
    body: bodyFromBlocks(
      [
        { kind: "title", content: [{ kind: "text", text: "工作报告" }] },
        { kind: "paragraph", role: "body", content: [{ kind: "text", text }] },
      ],
      year,
    ),
  };
}

export const textOf = (report: ReportDocument): string =>
  JSON.stringify(report.body)
    .match(/"text":"([^"]*)"/gu)
    ?.join() ?? "";

/** Makes a report and opens it for Anna. */
export async function openNewReport(store: Store): Promise<ReportDocument> {
  const { id } = await store.reports.create({ templateId: "small", year: 2026, organ: "某市审计局" });
  return (await store.reports.open(id, anna)).report;
}

export const namesIn = async (...path: string[]): Promise<readonly string[]> => (await readdir(join(...path))).sort();
export const reportPath = (root: string, id: string): string => join(root, "data", "reports", `${id}.json`);
