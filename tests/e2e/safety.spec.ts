import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { deskOn, expect, test } from "./fixtures.ts";

test("lets the second window read and says why, and gives it the pen when the first one goes", async ({
  desk,
  backend,
  context,
}) => {
  const report = await desk.newReport({ templateId: "fazhi-county" });
  const second = deskOn(await context.newPage());
  await second.page.goto(await backend.startUrl());
  await second.openReport(report.title);
  await expect(second.page.getByText(/另一个窗口/u).first()).toBeVisible();
  await expect(second.text).toHaveAttribute("contenteditable", "false");

  await desk.page.close();
  await expect(second.text).toHaveAttribute("contenteditable", "true", { timeout: 20_000 });
});

test("opens the former version of a damaged file and names the one it kept aside", async ({ desk, backend }) => {
  const { page } = desk;
  const report = await desk.newReport({ templateId: "blank" });
  await desk.text.locator("p").last().click();
  await page.keyboard.type("第一句。");
  await page.keyboard.press("Control+s");
  await desk.saved();
  await page.keyboard.type("第二句。");
  await page.keyboard.press("Control+s");
  await desk.saved();
  await page
    .getByRole("button", { name: /年报台/u })
    .first()
    .click();
  await expect(page.locator("[data-report-row]")).toBeVisible();

  const file = join(backend.dataFolder, "reports", `${report.id}.json`);
  await writeFile(file, (await readFile(file, "utf8")).slice(0, 200));
  await desk.openReport(report.title);
  await expect(desk.text).toContainText("第一句。");
  await expect(page.getByText(/damaged/u).first()).toBeVisible();
  expect((await readdir(join(backend.dataFolder, "reports"))).some((name) => name.includes("damaged"))).toBe(true);
});

test("refuses a report of a newer program by name and leaves its file alone", async ({ desk, backend }) => {
  const { page } = desk;
  const report = await desk.call("library.create", { templateId: "blank", year: 2026, organ: "" });
  const file = join(backend.dataFolder, "reports", `${report.id}.json`);
  const newer = JSON.stringify({ ...JSON.parse(await readFile(file, "utf8")), formatVersion: 99 });
  await writeFile(file, newer);
  await desk.library();
  await page.locator("[data-report-row]").first().click();
  await expect(page.getByText(/较新|新版本|更新的版本/u).first()).toBeVisible();
  expect(await readFile(file, "utf8")).toBe(newer);
});

test("keeps the text in the window while it cannot be saved, says so, and saves by itself afterwards", async ({
  desk,
}) => {
  const { page } = desk;
  await desk.newReport({ templateId: "blank" });
  await page.route("**/api/call", (route) =>
    route.request().postData()?.includes("report.save") === true ? route.abort() : route.continue(),
  );
  await desk.text.locator("p").last().click();
  await page.keyboard.type("断线时写的话。");
  await expect(page.locator('[data-kind="failed"]')).toBeVisible({ timeout: 15_000 });
  await expect(desk.text).toContainText("断线时写的话。");
  await page.unroute("**/api/call");
  await expect(page.locator('[role="status"][data-kind="saved"]')).toBeVisible({ timeout: 40_000 });
});
