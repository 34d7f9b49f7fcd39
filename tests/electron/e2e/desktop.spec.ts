import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { beginReport, expect, reasonToSkip, test } from "./desktop.ts";

// Said once, by the process that collects the scenarios, in every kind of report.
if (reasonToSkip !== "" && process.env["TEST_WORKER_INDEX"] === undefined) {
  console.warn(`Desktop scenarios skipped: ${reasonToSkip}`);
}
test.skip(reasonToSkip !== "", `Desktop scenarios skipped: ${reasonToSkip}`);

const SENTENCE = "本年度全局办结行政处罚案件十二件。";

test("starts with one window, drawn, at its usual size", async ({ desktop }) => {
  const { app, page } = await desktop.start();
  await expect(page.getByRole("heading", { name: "从哪里开始写今年的报告" })).toBeVisible();
  expect(page.url()).toBe("app://desk/index.html");
  const windows = await app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().map((window) => ({
      visible: window.isVisible(),
      minimum: window.getMinimumSize(),
      title: window.getTitle(),
    })),
  );
  expect(windows).toEqual([{ visible: true, minimum: [1024, 680], title: "年报台" }]);
});

test("gives the page the bridge and nothing of Node", async ({ desktop }) => {
  const { page } = await desktop.start();
  const names = ["require", "process", "module", "Buffer", "global", "electron", "ipcRenderer"];
  expect(await page.evaluate((all) => all.filter((name) => name in window), names)).toEqual([]);
  expect(await page.evaluate(() => Object.keys((window as unknown as { nianbao: object }).nianbao).sort())).toEqual([
    "invoke",
    "on",
  ]);
});

test("keeps what was written when the window is closed at once and the program started again", async ({ desktop }) => {
  const first = await desktop.start();
  const text = await beginReport(first.page);
  await text.press("Control+End");
  await text.pressSequentially(SENTENCE);
  // Through the window's own button, so that the close guard is what saves.
  const ended = first.app.waitForEvent("close");
  await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await ended;

  const second = await desktop.start();
  await second.page
    .getByRole("button", { name: /法治政府建设/u })
    .first()
    .click();
  await expect(second.page.getByRole("textbox", { name: "报告正文" })).toContainText(SENTENCE);
});

test("brings the running window to the front at a second start", async ({ desktop }) => {
  const { app } = await desktop.start();
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.minimize());
  await expect(desktop.start()).rejects.toThrow();
  await expect
    .poll(() =>
      app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().map((window) => window.isMinimized())),
    )
    .toEqual([false]);
});

test("refuses to navigate, to open windows, and to reach a network", async ({ desktop }) => {
  const { app, page } = await desktop.start();
  await page.evaluate(() => window.location.assign("https://example.com/"));
  expect(await page.evaluate(() => window.open("https://example.com/") === null)).toBe(true);
  expect(await page.evaluate(() => window.open("about:blank") === null)).toBe(true);
  expect(
    await page.evaluate(() =>
      fetch("http://127.0.0.1:9/").then(
        () => "reached",
        () => "refused",
      ),
    ),
  ).toBe("refused");
  expect(await page.evaluate(() => fetch("app://desk/..%2f..%2fpackage.json").then(({ status }) => status))).toBe(404);
  expect(page.url()).toBe("app://desk/index.html");
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1);
});

test("refuses permissions and inline scripts", async ({ desktop }) => {
  const { page } = await desktop.start();
  const notified = await page.evaluate(() => Notification.requestPermission());
  expect(notified).toBe("denied");
  const ran = await page.evaluate(() => {
    const script = document.createElement("script");
    script.textContent = "window.injected = true";
    document.head.append(script);
    return "injected" in window;
  });
  expect(ran).toBe(false);
});

test("exports a PDF with its pages, faces and outline", async ({ desktop }) => {
  const { page } = await desktop.start();
  await beginReport(page);
  const result = await page.evaluate(async () => {
    type Answer = { ok: boolean; value: Record<string, unknown>; error?: unknown };
    const { nianbao } = window as unknown as { nianbao: { invoke(c: string, i: unknown): Promise<Answer> } };
    const { value: library } = await nianbao.invoke("library.list", {});
    const [{ id } = { id: "" }] = library["reports"] as { id: string }[];
    const formats = ["pdf", "docx"];
    const plan = await nianbao.invoke("export.plan", { id, folderToken: null, formats });
    const folderToken = plan.value["folderToken"];
    return nianbao.invoke("export.run", { id, folderToken, formats, overwrite: false });
  });
  expect(result).toMatchObject({ ok: true });
  expect(result.value["pages"]).toBeGreaterThan(0);
  const folder = join(desktop.documents, "年报台");
  expect(existsSync(folder)).toBe(true);
  const name = (await readdir(folder)).find((file) => file.endsWith(".pdf")) ?? "";
  const pdf = (await readFile(join(folder, name))).toString("latin1");
  expect(pdf.startsWith("%PDF-")).toBe(true);
  expect(pdf).toContain("/Outlines");
  expect(pdf).toContain("/StructTreeRoot");
  expect(pdf).toMatch(/\/FontFile[23]/u);
});
