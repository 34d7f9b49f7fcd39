import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { pdfOptions, type PdfPrinter, type PrintJob } from "../../backend/pdf/printer.ts";
import { fontRoles } from "../../core/layout/font-role.ts";
import { createPdfWindowPrinter } from "../../electron/pdf-window.ts";
import { BrowserWindow as FakeBrowserWindow, FakeEvent, resetElectron, script, session } from "./fake-electron.ts";

vi.mock("electron", () => import("./fake-electron.ts"));

/** As Chromium writes one: a page, a classic cross-reference table, a trailer. */
const printed = Buffer.from(
  `%PDF-1.4
1 0 obj
<</Type /Catalog /Pages 2 0 R>>
endobj
2 0 obj
<</Type /Pages /Kids [3 0 R] /Count 1>>
endobj
3 0 obj
<</Type /Page /Parent 2 0 R>>
endobj
xref
0 4
trailer
<</Size 4
/Root 1 0 R>>
startxref
140
%%EOF
`,
  "latin1",
);
const image = { mediaType: "image/png", bytes: Uint8Array.of(7, 8, 9) };
const job: PrintJob = { html: "<h1>标题</h1>", title: "标题", author: "县审计局", images: new Map([["abc", image]]) };

let windowFolder: string;
let printer: PdfPrinter;
beforeEach(async () => {
  resetElectron();
  windowFolder = await mkdtemp(join(tmpdir(), "nianbao-print-"));
  await mkdir(join(windowFolder, "fonts"));
  await writeFile(join(windowFolder, "fonts/fonts.css"), "@font-face{}");
  await writeFile(join(windowFolder, "index.html"), "the window");
  printer = createPdfWindowPrinter({ windowFolder, now: () => new Date("2026-03-01T00:00:00Z") });
  script.executeJavaScript = () => Promise.resolve(["仿宋_GB2312"]);
  script.printToPDF = () => Promise.resolve(printed);
});
afterEach(() => rm(windowFolder, { recursive: true, force: true }));

const lastWindow = (): FakeBrowserWindow => {
  const window = FakeBrowserWindow.windows.at(-1);
  if (window === undefined) throw new Error("no window was made");
  return window;
};
const fetched = async (url: string): Promise<Response> => {
  const answer = session.fromPartition("print").handlers.get("app");
  if (answer === undefined) throw new Error("the print session answers nothing");
  return answer({ url, method: "GET" });
};

describe("createPdfWindowPrinter", () => {
  it("prints in a hidden, sealed window and destroys it", async () => {
    const pdf = await printer.print(job);
    const { options, destroyed } = lastWindow();
    expect(options).toMatchObject({
      show: false,
      webPreferences: { sandbox: true, contextIsolation: true, nodeIntegration: false, backgroundThrottling: false },
    });
    expect(options["webPreferences"]).not.toHaveProperty("preload");
    expect(destroyed).toBe(true);
    expect(pdf.pages).toBe(1);
    expect(Buffer.from(pdf.bytes).subarray(0, 5).toString()).toBe("%PDF-");
    expect(pdf.fonts.map(({ role }) => role)).toEqual([...fontRoles]);
    expect(pdf.fonts.some(({ substituted }) => substituted)).toBe(true);
  });

  it("asks for the page size of the style sheet, tags and an outline", async () => {
    const margins = { top: 0, bottom: 0, left: 0, right: 0 };
    await printer.print(job);
    expect(lastWindow().webContents.printed).toEqual([
      { ...pdfOptions, generateTaggedPDF: true, generateDocumentOutline: true, margins },
    ]);
  });

  it("answers the page with the job's text, its pictures and the program's faces, and nothing else", async () => {
    let base = "";
    const answers: Record<string, [number, string]> = {};
    script.loadURL = async (_window, url) => {
      base = url;
      for (const path of ["", "fonts/fonts.css", "images/abc", "images/other", "index.html", "fonts/..%2findex.html"]) {
        const answer = await fetched(`${base}${path}`);
        answers[path] = [answer.status, answer.headers.get("content-type") ?? ""];
        if (path === "") expect(await answer.text()).toBe(job.html);
      }
    };
    await printer.print(job);
    expect(base).toMatch(/^app:\/\/print\/[0-9a-f-]{36}\/$/u);
    expect(answers[""]).toEqual([200, "text/html; charset=utf-8"]);
    expect(answers["fonts/fonts.css"]).toEqual([200, "text/css; charset=utf-8"]);
    expect(answers["images/abc"]).toEqual([200, "image/png"]);
    for (const path of ["images/other", "index.html", "fonts/..%2findex.html"]) expect(answers[path]?.[0]).toBe(404);
    expect((await fetched(base)).status, "after the job").toBe(404);
  });

  it("lets the printed page run no script and reach nothing outside", async () => {
    script.loadURL = async (_window, url) => {
      const policy = (await fetched(url)).headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).not.toContain("script-src");
    };
    await printer.print(job);
    const own = session.fromPartition("print");
    expect(own.lets("app://print/1/")).toBe(true);
    expect(own.lets("app://desk/index.html")).toBe(false);
    expect(own.lets("https://example.com/")).toBe(false);
  });

  it("ends a cancelled job at once and prints the next one", async () => {
    const cancelling = new AbortController();
    script.printToPDF = () => new Promise(() => undefined);
    const first = printer.print(job, cancelling.signal);
    const second = printer.print(job);
    await vi.waitFor(() => expect(lastWindow().webContents.printed).toHaveLength(1));
    const stuck = lastWindow();
    script.printToPDF = () => Promise.resolve(printed);
    cancelling.abort();
    await expect(first).rejects.toMatchObject({ code: "cancelled" });
    expect(stuck.destroyed).toBe(true);
    expect((await second).pages).toBe(1);
  });

  it("opens no window for a job that was cancelled before its turn", async () => {
    await expect(printer.print(job, AbortSignal.abort())).rejects.toMatchObject({ code: "cancelled" });
    expect(FakeBrowserWindow.windows).toEqual([]);
  });

  it("prints one job at a time", async () => {
    let open = 0;
    let most = 0;
    script.loadURL = async () => {
      most = Math.max(most, (open += 1));
      await new Promise((resolve) => setTimeout(resolve, 5));
      open -= 1;
    };
    await Promise.all([printer.print(job), printer.print(job), printer.print(job)]);
    expect(most).toBe(1);
  });

  it("fails with a name when the page does not load, printing fails or its process dies", async () => {
    script.loadURL = () => Promise.reject(new Error("ERR_FAILED"));
    await expect(printer.print(job)).rejects.toMatchObject({ code: "pdf-failed" });
    script.loadURL = () => Promise.resolve();
    script.printToPDF = () => Promise.reject(new Error("printing failed"));
    await expect(printer.print(job)).rejects.toMatchObject({ code: "pdf-failed" });
    script.printToPDF = () => new Promise(() => undefined);
    const dying = printer.print(job);
    await vi.waitFor(() => expect(lastWindow().webContents.printed).toHaveLength(1));
    lastWindow().webContents.emit("render-process-gone", new FakeEvent(), { reason: "oom", exitCode: 1 });
    await expect(dying).rejects.toMatchObject({ code: "pdf-failed" });
    expect(FakeBrowserWindow.windows.every(({ destroyed }) => destroyed)).toBe(true);
  });

  it("ends what it is printing when the program ends", async () => {
    script.printToPDF = () => new Promise(() => undefined);
    const printing = printer.print(job);
    const failed = expect(printing).rejects.toMatchObject({ code: "cancelled" });
    await vi.waitFor(() => expect(lastWindow().webContents.printed).toHaveLength(1));
    await printer.close();
    await failed;
    expect(lastWindow().destroyed).toBe(true);
  });
});
