import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ReportSummary } from "../../../core/contract.ts";
import { bodyFromBlocks } from "../../../core/document/to-lexical.ts";
import type { Inspection } from "../../../core/inspect/inspection.ts";
import { AppError } from "../../../core/result.ts";
import { createFolderMemory } from "../../../backend/output/folder-memory.ts";
import { createOutputService, type OutputService } from "../../../backend/output/output-service.ts";
import { createReportWork } from "../../../backend/work/report-work.ts";
import type {
  InspectionJob,
  LayoutJob,
  PagesToDraw,
  PdfPrinter,
  PrintedPdf,
  PrintJob,
} from "../../../backend/pdf/printer.ts";
import { programFolders } from "../../../backend/program-folder.ts";
import { openStore } from "../../../backend/store/open-store.ts";
import type { Store } from "../../../backend/store/store.ts";

const caller = { windowId: "window-one" };
const formats = ["html", "docx", "pdf", "txt"] as const;

let folder: string;
let store: Store;
let report: ReportSummary;
let events: { event: string; payload: unknown; windowId: string | undefined }[];
let revealed: string[];
let chosen: string | null;
let printed: PrintJob[];
/** Stands in for the next print; the printer itself has tests of its own. */
let nextPrint: (signal?: AbortSignal) => Promise<PrintedPdf>;

const pages = (): PrintedPdf => ({
  bytes: Buffer.from("%PDF"),
  starts: [null, null, null],
  imprint: null,
  fonts: [{ role: "fangsong", requested: "仿宋_GB2312", used: "Noto Serif SC", substituted: true }],
  missing: [],
});
const untilAborted = (signal?: AbortSignal): Promise<PrintedPdf> =>
  new Promise((_, reject) => {
    signal?.addEventListener("abort", () => reject(new AppError("cancelled")));
  });

/** Pages that were asked for to be drawn by the window. */
const drawn: LayoutJob[] = [];
const facePath = "/usr/share/fonts/仿宋.ttf#0";
const drawnPage = {
  widthPt: 595.3,
  heightPt: 841.9,
  rules: [],
  images: [],
  lines: [
    {
      baselinePt: 100,
      target: null,
      runs: [{ text: "报告", xPt: [90, 106], face: facePath, sizePt: 16, risePt: 0, bold: false, colour: "black" }],
    },
  ],
} as const;
const nextDrawing = async (signal?: AbortSignal): Promise<PagesToDraw> => {
  const { starts, imprint, fonts, missing } = await nextPrint(signal);
  return { starts, imprint, fonts, missing, pages: [drawnPage] };
};

/** What comes of the next inspection; tests set it. */
let nextInspection: PdfPrinter["inspect"];
const inspected: InspectionJob[] = [];
const inspection: Inspection = {
  files: ["pdf"],
  program: "word",
  pages: 3,
  passed: 2,
  attention: 0,
  rows: [],
  deviations: [],
};

function serviceOn(dataFolder: string): OutputService {
  const printer: PdfPrinter = {
    print: (job, signal) => {
      printed.push(job);
      return nextPrint(signal);
    },
    layOut: () => nextPrint(),
    draw: (job, signal) => {
      drawn.push(job);
      return nextDrawing(signal);
    },
    face: ({ face, codePoints }) => Promise.resolve(Buffer.from(`${face} ${codePoints.join(" ")}`)),
    inspect: (job, signal) => nextInspection(job, signal),
    close: () => Promise.resolve(),
  };
  return createOutputService({
    store,
    printer,
    memory: createFolderMemory(dataFolder),
    folders: {
      defaultFolder: () => Promise.resolve(join(folder, "文档")),
      choose: () => Promise.resolve(chosen),
      reveal: (path) => Promise.resolve(void revealed.push(path)),
    },
    work: createReportWork(),
    emit: (event, payload, windowId) => events.push({ event, payload, windowId }),
  });
}

let output: OutputService;
const planOf = (wanted: readonly (typeof formats)[number][] = formats, folderToken: string | null = null) =>
  output.plan({ id: report.id, folderToken, formats: [...wanted] }, caller);
async function run(wanted: readonly (typeof formats)[number][], overwrite = false, stamp = true) {
  const { folderToken } = await planOf(wanted);
  return output.run({ id: report.id, folderToken, formats: [...wanted], overwrite, stamp }, caller);
}
const madeFiles = (): string[] => (existsSync(join(folder, "文档")) ? readdirSync(join(folder, "文档")).sort() : []);

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "nianbao-output-"));
  const dataFolder = join(folder, "data");
  [events, revealed, printed, chosen] = [[], [], [], null];
  inspected.length = 0;
  nextInspection = (job) => {
    inspected.push(job);
    return Promise.resolve(inspection);
  };
  nextPrint = () => Promise.resolve(pages());
  store = await openStore({ dataFolder, templatesFolder: programFolders.templates, now: () => new Date() });
  report = await store.reports.create({ templateId: "fazhi-county", year: 2026, organ: "青石县审计局" });
  output = serviceOn(dataFolder);
});
afterEach(async () => {
  await store.close();
  rmSync(folder, { recursive: true });
});

describe("an export plan", () => {
  it("names the files like the title and says which exist", async () => {
    const first = await planOf();
    expect(first.folderLabel).toBe(join(folder, "文档"));
    expect(first.files.map(({ format }) => format)).toEqual(["docx", "pdf", "txt", "html"]);
    for (const { name, format, exists } of first.files) {
      expect(name).toBe(`${report.title}.${format}`);
      expect(exists).toBe(false);
    }
    mkdirSync(join(folder, "文档"));
    writeFileSync(join(folder, "文档", `${report.title}.pdf`), "旧");
    expect((await planOf()).files.map(({ exists }) => exists)).toEqual([false, true, false, false]);
  });

  it("warns of blanks that are still to fill", async () => {
    expect(report.blanks).toBeGreaterThan(0);
    expect((await planOf()).warnings).toEqual([
      { code: "blanks-left", message: `还有 ${report.blanks} 处空白没有填写，导出的文件中以【】标出。` },
    ]);
    const blank = await store.reports.create({ templateId: "blank", year: 2026, organ: "青石县审计局" });
    const { warnings } = await output.plan({ id: blank.id, folderToken: null, formats: ["txt"] }, caller);
    expect(warnings[0]).toEqual({ code: "sections-empty", message: "还有 1 个部分没有内容：“引言”。" });
  });

  it("goes to the folder that was chosen, and not to one that was never shown", async () => {
    expect(await output.chooseFolder({}, caller)).toBeNull();
    chosen = join(folder, "优盘");
    const choice = await output.chooseFolder({}, caller);
    expect((await planOf(["txt"], choice?.folderToken ?? null)).folderLabel).toBe(chosen);
    await expect(planOf(["txt"], chosen)).rejects.toMatchObject({ code: "folder-not-found" });
  });
});

describe("an export", () => {
  it("writes every format, tells its progress to its window, and remembers the folder", async () => {
    const done = await run(formats);
    expect(madeFiles()).toEqual(["docx", "html", "pdf", "txt"].map((format) => `${report.title}.${format}`));
    expect(done.pages).toBe(3);
    expect(done.fonts).toEqual(pages().fonts);
    for (const { name, bytes } of done.files) expect(readFileSync(join(folder, "文档", name))).toHaveLength(bytes);
    expect(printed[0]).toMatchObject({
      report: { id: report.id, meta: { issuingOrgan: "青石县审计局" } },
      program: "word",
    });
    const progress = events.filter(({ event }) => event === "export.progress");
    expect(progress.every(({ windowId }) => windowId === caller.windowId)).toBe(true);
    expect(progress.at(-1)?.payload).toEqual({ id: report.id, format: "html", step: "done", finished: 4, total: 4 });
    expect(await createFolderMemory(join(folder, "data")).read()).toBe(join(folder, "文档"));
    const restarted = serviceOn(join(folder, "data"));
    expect((await restarted.plan({ id: report.id, folderToken: null, formats: ["txt"] }, caller)).folderLabel).toBe(
      join(folder, "文档"),
    );
  });

  it("inspects the very bytes that it writes, and writes 版面体检单 as a document beside them", async () => {
    const done = await run(["docx", "pdf", "txt"]);
    expect(done.inspection).toEqual(inspection);
    const [job] = inspected;
    expect(Buffer.from(job?.docx ?? [])).toEqual(readFileSync(join(folder, "文档", `${report.title}.docx`)));
    expect(Buffer.from(job?.pdf ?? [])).toEqual(readFileSync(join(folder, "文档", `${report.title}.pdf`)));
    const paper = { id: report.id, folderToken: done.folderToken, overwrite: false };
    const made = await output.exportInspection(paper, caller);
    expect(made.name).toBe(`${report.title}版面体检单.docx`);
    expect(readFileSync(join(folder, "文档", made.name))).toHaveLength(made.bytes);
    await expect(output.exportInspection(paper, caller)).rejects.toMatchObject({ code: "file-exists" });
    await output.exportInspection({ ...paper, overwrite: true }, caller);
  });

  it("keeps the files where they cannot be inspected, and says so; text alone is not inspected", async () => {
    nextInspection = () => Promise.reject(new AppError("pdf-failed"));
    const done = await run(["pdf"]);
    expect([done.inspection, done.warnings.at(-1)?.code]).toEqual([null, "inspection-failed"]);
    expect(madeFiles()).toEqual([`${report.title}.pdf`]);
    const text = await run(["txt"]);
    expect([text.inspection, text.warnings.some(({ code }) => code === "inspection-failed")]).toEqual([null, false]);
    const lost = { id: report.id, folderToken: text.folderToken, overwrite: false };
    await expect(output.exportInspection(lost, caller)).rejects.toMatchObject({ code: "report-not-found" });
  });

  it("leaves no file behind when it is given up while it inspects", async () => {
    nextInspection = async (_, signal) => {
      const waiting = untilAborted(signal);
      void output.cancel({ id: report.id }, caller);
      await waiting;
      return inspection;
    };
    await expect(run(["pdf"])).rejects.toMatchObject({ code: "cancelled" });
    expect(madeFiles()).toEqual([]);
  });

  it("does not touch existing files unless it was told to", async () => {
    mkdirSync(join(folder, "文档"));
    writeFileSync(join(folder, "文档", `${report.title}.html`), "旧");
    await expect(run(formats)).rejects.toMatchObject({
      code: "file-exists",
      details: { name: `${report.title}.html` },
    });
    expect(madeFiles()).toEqual([`${report.title}.html`]);
    await run(["html"], true);
    expect(readFileSync(join(folder, "文档", `${report.title}.html`), "utf8")).toContain("青石县审计局");
  });

  it("leaves no file behind when one format cannot be made", async () => {
    nextPrint = () => Promise.reject(new AppError("pdf-failed"));
    await expect(run(formats)).rejects.toMatchObject({ code: "pdf-failed" });
    expect(madeFiles()).toEqual([]);
  });

  it("leaves no file behind when it is cancelled, and can be run again", async () => {
    nextPrint = untilAborted;
    const running = run(formats);
    running.catch(() => undefined);
    await expect.poll(() => printed.length).toBe(1);
    await output.cancel({ id: report.id }, caller);
    await expect(running).rejects.toMatchObject({ code: "cancelled" });
    expect(madeFiles()).toEqual([]);
    nextPrint = () => Promise.resolve(pages());
    await run(formats);
    expect(madeFiles()).toHaveLength(4);
  });

  it("says which files are there when a later one cannot be written", async () => {
    mkdirSync(join(folder, "文档", `${report.title}.html`), { recursive: true });
    const written = ["docx", "pdf", "txt"].map((format) => `${report.title}.${format}`).join("、");
    await expect(run(formats, true)).rejects.toMatchObject({ code: "write-failed", details: { written } });
    expect(madeFiles().filter((name) => name.includes("tmp"))).toEqual([]);
  });

  it.skipIf(process.getuid?.() === 0)("says that a folder takes no files", async () => {
    mkdirSync(join(folder, "文档"));
    chmodSync(join(folder, "文档"), 0o555);
    await expect(run(["txt"])).rejects.toMatchObject({ code: "folder-read-only", details: { purpose: "export" } });
  });
});

describe("pages for a window to draw", () => {
  const going = new AbortController().signal;
  const draw = (stamp = false) => output.drawPages({ id: report.id, stamp }, going);

  it("are those of the report as last saved, and name no path of a face", async () => {
    const made = await draw();
    expect(made).toMatchObject({ revision: 0, title: report.title, stamped: false });
    expect(drawn.at(-1)).toMatchObject({ program: "word", stamped: false, imageIds: [] });
    expect(JSON.stringify(made)).not.toContain("/usr/share");
    expect(made.pages[0]?.lines[0]?.runs[0]).toMatchObject({ text: "报告", xPt: [90, 106] });
  });

  it("bring tokens for which their faces are given, the same in every answer", async () => {
    const tokens = (await Promise.all([draw(), draw()])).map(
      ({ pages: [page] }) => page?.lines[0]?.runs[0]?.face ?? "",
    );
    expect(new Set(tokens).size).toBe(1);
    const { fileBase64 } = await output.pagesFace({ face: tokens[0] ?? "", characters: "告𠮷" }, going);
    expect(Buffer.from(fileBase64, "base64").toString()).toBe(
      `${facePath} ${"告".codePointAt(0)} ${"𠮷".codePointAt(0)}`,
    );
    await expect(output.pagesFace({ face: facePath, characters: "告" }, going)).rejects.toMatchObject({
      code: "bad-request",
    });
  });

  it("are those of what the window has, where that is given, and nothing is stored by it", async () => {
    const { report: opened } = await store.reports.open(report.id, caller);
    const { year, preset, meta, body } = opened;
    const unsaved = { year, preset, meta: { ...meta, note: "此件公开" }, body };
    await output.drawPages({ id: report.id, stamp: false, unsaved }, going);
    expect(drawn.at(-1)?.report.meta.note).toBe("此件公开");
    expect((await store.reports.read(report.id)).meta.note).toBe(meta.note);
  });

  it("bring a key for each page, the same for pages that look the same", async () => {
    const [one, two] = await Promise.all([draw(), draw()]);
    expect(one.keys).toHaveLength(1);
    expect(one.keys).toEqual(two.keys);
  });

  it("end when their window gives them up", async () => {
    nextPrint = untilAborted;
    const control = new AbortController();
    const waiting = output.drawPages({ id: report.id, stamp: false }, control.signal);
    setTimeout(() => control.abort(), 20);
    await expect(waiting).rejects.toMatchObject({ code: "cancelled" });
  });
});

describe("待核稿", () => {
  /** Adds a sentence with a figure of last year's; `settled`: somebody has kept it. */
  async function review(settled: boolean): Promise<void> {
    const { report: opened } = await store.reports.open(report.id, caller);
    const { year, preset, meta } = opened;
    const words = { kind: "text", text: "32个", reviewId: "a-1" } as const;
    const title = { kind: "title", content: [{ kind: "text", text: "工作报告" }] } as const;
    const body = bodyFromBlocks([title, { kind: "paragraph", role: "body", content: [words] }], year);
    const kept = { "a-1": { state: "kept" as const, by: "王岩", at: "2026-01-05T08:00:00.000Z" } };
    const edit = {
      ...{ year, preset, meta },
      body: settled ? { root: { ...body.root, $: { reviewDecisions: kept } } } : body,
      review: {
        fromYear: 2025,
        items: [{ id: "a-1", kind: "figure" as const, element: null, text: "32个", proposed: null }],
      },
    };
    await store.reports.save({ id: report.id, baseRevision: opened.revision, edit }, caller);
  }
  const exported = (): string => readFileSync(join(folder, "文档", madeFiles()[0] ?? ""), "utf8");

  it("is warned of with the number of items, and stands in the file", async () => {
    await review(false);
    const plan = await planOf(["txt"]);
    expect(plan.pending).toBe(1);
    expect(plan.warnings.map(({ code }) => code)).toEqual(["review-pending"]);
    const done = await run(["txt"]);
    expect(done.stamped).toBe(true);
    expect(done.warnings.map(({ code }) => code)).toEqual(["review-pending"]);
    expect(exported().startsWith("【待核稿】\r\n")).toBe(true);
  });

  it("is left out where the writer does not want it, but still warned of", async () => {
    await review(false);
    const done = await run(["txt"], false, false);
    expect([done.stamped, done.warnings.length]).toEqual([false, 1]);
    expect(exported()).not.toContain("待核稿");
  });

  it("is gone once every item is settled", async () => {
    await review(true);
    expect(await planOf(["txt"])).toMatchObject({ pending: 0, warnings: [] });
    expect((await run(["txt"])).stamped).toBe(false);
    expect(exported()).not.toContain("待核稿");
  });
});

describe("showing the folder", () => {
  it("opens the folder that files went to, if it is still there", async () => {
    const { folderToken } = await run(["txt"]);
    await output.reveal({ folderToken }, caller);
    expect(revealed).toEqual([join(folder, "文档")]);
    rmSync(join(folder, "文档"), { recursive: true });
    await expect(output.reveal({ folderToken }, caller)).rejects.toMatchObject({ code: "folder-not-found" });
  });
});
