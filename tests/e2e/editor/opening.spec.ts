import { copyFile, readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "../fixtures.ts";
import { paste } from "./typing-tools.ts";

/** Every file of the data folder but locks, the log, the library's own list and what tells of the running program. */
async function filesOf(folder: string): Promise<Readonly<Record<string, string>>> {
  const found: Record<string, string> = {};
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    const path = join(entry.parentPath, entry.name);
    if (!entry.isFile() || /\.lock|running\.json|index\.json|\.log$/u.test(path)) continue;
    found[path] = `${(await stat(path)).mtimeMs} ${(await readFile(path)).toString("base64")}`;
  }
  return found;
}

for (const templateId of ["blank", "fazhi-municipal", "audit-plan"]) {
  test(`opening, reading, scrolling, comparing and exporting ${templateId} write nothing`, async ({
    desk,
    backend,
  }) => {
    const { page } = desk;
    const report = await desk.newReport({ templateId, organ: "青石市审计局" });
    if (templateId === "blank") {
      await desk.text.locator("p").last().click();
      await paste(page, {
        "text/html": "<table><tr><td width=90>甲</td><td width=10>乙</td></tr></table><p><i>斜</i></p>",
      });
      await page.keyboard.press("Control+s");
      await desk.saved();
    }
    await desk.library();
    await expect(page.locator("[data-report-row]").first()).toBeVisible();
    // the list of reports follows the save before by itself
    let before = await filesOf(backend.dataFolder);
    await expect(async () => {
      const now = await filesOf(backend.dataFolder);
      const isQuiet = JSON.stringify(now) === JSON.stringify(before);
      before = now;
      expect(isQuiet).toBe(true);
    }).toPass({ intervals: [1500] });
    await desk.openReport(report.title);
    await page.mouse.move(600, 400);
    await page.mouse.wheel(0, 3000);
    await desk.text.locator("p").first().click();
    for (const key of ["ArrowDown", "End", "Control+End", "Control+Home", "Tab", "Control+a", "F6"]) {
      await page.keyboard.press(key);
    }
    await page.keyboard.press("Control+F2");
    await page.waitForTimeout(1500);
    await page.keyboard.press("Control+F2");
    await desk.text.locator("p").first().click();
    // longer than autosave waits
    await page.waitForTimeout(2500);
    await desk.library();
    await expect(page.locator("[data-report-row]").first()).toBeVisible();
    expect(Object.keys(await filesOf(backend.dataFolder)).sort()).toEqual(Object.keys(before).sort());
    expect(await filesOf(backend.dataFolder)).toEqual(before);
  });
}

/** Files of version 1, which opening brings up to this version in memory alone. */
for (const name of ["rolled-and-reviewed", "tables-and-images", "fazhi-county"]) {
  test(`opening, reading, comparing and exporting ${name} of version 1 leave its file alone`, async ({
    desk,
    backend,
  }) => {
    const { page } = desk;
    const fixture = join(process.cwd(), `tests/fixtures/format-1/${name}.json`);
    const { id } = JSON.parse(await readFile(fixture, "utf8")) as { readonly id: string };
    const folder = join(backend.dataFolder, "reports");
    await copyFile(fixture, join(folder, `${id}.json`));
    const before = await filesOf(folder);
    await desk.library();
    await page.locator("[data-report-row]").first().click();
    await expect(desk.text).toBeVisible();
    await desk.text.locator("h1, p").first().click();
    for (const key of ["ArrowDown", "Control+End", "Control+Home", "Tab", "F6"]) await page.keyboard.press(key);
    await page.getByRole("button", { name: "去年对照", exact: true }).click();
    await page.waitForTimeout(1000);
    const formats = ["docx", "txt", "html"] as const;
    const { folderToken } = await desk.call("export.plan", { id, folderToken: null, formats: [...formats] });
    await desk.call("export.run", { id, folderToken, formats: [...formats], overwrite: false });
    expect((await readdir(backend.exportFolder)).length).toBeGreaterThanOrEqual(formats.length);
    // longer than autosave waits
    await page.waitForTimeout(2500);
    await desk.library();
    await expect(page.locator("[data-report-row]").first()).toBeVisible();
    expect(await filesOf(folder)).toEqual(before);
  });
}

test("a text that was typed and taken back is not written", async ({ desk }) => {
  const { page } = desk;
  const report = await desk.newReport({ templateId: "blank" });
  const before = (await desk.call("report.open", { id: report.id })).report.revision;
  await desk.text.locator("p").last().click();
  await page.keyboard.type("x");
  await page.keyboard.press("Backspace");
  await page.waitForTimeout(2500);
  expect((await desk.call("report.open", { id: report.id })).report.revision).toBe(before);
});

test("a report that was just opened has nothing to undo", async ({ desk }) => {
  const { page, text } = desk;
  const undo = page.getByRole("button", { name: "撤销", exact: true });
  await desk.newReport({ templateId: "fazhi-county" });
  await expect(undo).toBeDisabled();
  await text.locator("p").first().click();
  await page.keyboard.press("Control+End");
  await page.keyboard.type("多写一句");
  await expect(undo).toBeEnabled();
  await page.keyboard.press("Control+z");
  await expect(text).not.toContainText("多写一句");
  await expect(undo).toBeDisabled();
});
