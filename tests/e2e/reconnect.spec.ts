import type { Page } from "@playwright/test";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { writeStartPage } from "../../backend/web/start-page.ts";
import { deskOn, expect, test } from "./fixtures.ts";

/** The backend of browser mode goes while somebody writes, and comes back. */

const alarmIn = (page: Page) => page.getByTestId("save-alarm");

async function typeSaved(desk: ReturnType<typeof deskOn>, text: string): Promise<void> {
  await desk.text.locator("p").last().click();
  await desk.page.keyboard.type(text);
  await desk.page.keyboard.press("Control+s");
  await desk.saved();
}

test("what is typed while the backend is gone is saved once it is back, with nothing done", async ({
  desk,
  backend,
}) => {
  const { page } = desk;
  const { id } = await desk.newReport({ templateId: "blank" });
  await typeSaved(desk, "断开以前。");
  await page.keyboard.type("正在写");
  await backend.kill();
  await page.keyboard.type("，断开以后接着写。");
  await expect(alarmIn(page)).toContainText("浏览器里", { timeout: 20_000 });
  await expect(alarmIn(page).getByRole("button", { name: "另存副本" })).toBeVisible();
  await page.keyboard.type("再写一句。");
  await backend.restart();
  await expect(alarmIn(page)).toBeHidden({ timeout: 30_000 });
  await desk.saved();
  const stored = await readFile(join(backend.dataFolder, "reports", `${id}.json`), "utf8");
  expect(stored).toContain("正在写，断开以后接着写。再写一句。");
  await page.keyboard.type("又能写了。");
  await page.keyboard.press("Control+s");
  await desk.saved();
  // Nothing is left in the browser: opening again asks nothing.
  await desk.library();
  await page.locator("[data-report-row]").first().click();
  await expect(desk.text).toContainText("又能写了。");
  await expect(page.getByRole("dialog")).toBeHidden();
});

test("a text that was changed meanwhile is not written over: a copy is kept", async ({ desk, backend }) => {
  const { page } = desk;
  const { id } = await desk.newReport({ templateId: "blank" });
  await typeSaved(desk, "原来的话。");
  await backend.kill();
  await page.keyboard.type("这个窗口里写的。");
  await expect(alarmIn(page)).toBeVisible({ timeout: 20_000 });
  const file = join(backend.dataFolder, "reports", `${id}.json`);
  const other = JSON.parse(await readFile(file, "utf8")) as { revision: number };
  await writeFile(file, JSON.stringify({ ...other, revision: other.revision + 1 }).replace("原来的话", "别处改过的话"));
  await backend.restart();
  await expect(alarmIn(page)).toContainText("在别处保存过", { timeout: 30_000 });
  await expect(desk.text).toContainText("这个窗口里写的。");
  await alarmIn(page).getByRole("button", { name: "另存副本" }).click();
  await expect(page.getByText(/已另存为/u).first()).toBeVisible();
  expect(await readFile(file, "utf8")).toContain("别处改过的话");
  const { reports } = await desk.call("library.list", {});
  const copy = reports.find((report) => report.id !== id);
  expect(await readFile(join(backend.dataFolder, "reports", `${copy?.id ?? ""}.json`), "utf8")).toContain(
    "这个窗口里写的。",
  );
});

test("a window that is closed while the backend is gone gives its text back at the next opening", async ({
  desk,
  backend,
  context,
}) => {
  const { page } = desk;
  const { title } = await desk.newReport({ templateId: "blank" });
  await typeSaved(desk, "存上的话。");
  await backend.kill();
  await page.keyboard.type("没存上的话。");
  await expect(alarmIn(page)).toContainText("留在这个浏览器里", { timeout: 20_000 });
  await page.close({ runBeforeUnload: false });
  await backend.restart();
  const again = deskOn(await context.newPage());
  await again.page.goto(await backend.startUrl());
  await again.page.locator("[data-report-row]", { hasText: title }).first().click();
  await expect(again.page.getByRole("dialog")).toContainText("没存上的文字");
  await again.page.getByRole("button", { name: "放回报告" }).click();
  await expect(again.text).toContainText("没存上的话。");
  await again.saved();
  await expect(again.page.getByRole("dialog")).toBeHidden();
});

test("a window that sleeps and wakes has its pen again", async ({ desk }) => {
  const { page } = desk;
  await desk.newReport({ templateId: "blank" });
  await page.context().setOffline(true);
  await desk.text.locator("p").last().click();
  await page.keyboard.type("睡着以前。");
  await expect(alarmIn(page)).toBeVisible({ timeout: 30_000 });
  await page.context().setOffline(false);
  await expect(alarmIn(page)).toBeHidden({ timeout: 30_000 });
  await desk.saved();
  await expect(desk.text).toHaveAttribute("contenteditable", "true");
});

test("the private page of a start leads from the disk into the window, with its cookie", async ({ page, backend }) => {
  const start = await writeStartPage(await backend.startUrl(), [backend.dataFolder]);
  await page.goto(pathToFileURL(start?.path ?? "").href);
  await expect(page.getByRole("heading", { name: "年报台" })).toBeVisible();
  expect(new URL(page.url()).search).toBe("");
});
