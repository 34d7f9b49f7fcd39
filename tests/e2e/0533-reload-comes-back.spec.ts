import { expect, test } from "./fixtures.ts";

test("F5 comes back to the report, the place and the text, and the library stays the library", async ({
  desk,
  page,
}) => {
  const { text } = desk;
  await desk.newReport({ templateId: "fazhi-county" });
  const place = (): Promise<unknown> =>
    page.evaluate(() => {
      const { anchorNode, anchorOffset } = getSelection() ?? {};
      return [anchorNode?.textContent, anchorOffset, document.querySelector('[data-testid="page-ground"]')?.scrollTop];
    });
  await page.getByRole("treeitem").nth(4).click();
  await page.keyboard.press("End");
  await page.keyboard.type("刚写的");
  await page.keyboard.press("Control+s");
  await desk.saved();
  const before = await place();
  await page.reload();
  await expect(text).toBeFocused();
  await expect.poll(place).toEqual(before);
  // it can be written on, and the reload is nothing that could be undone
  await page.keyboard.type("又写的");
  await expect(text).toContainText("刚写的又写的");
  await page.keyboard.press("Control+z");
  await expect(text).toContainText("刚写的");
  await page.keyboard.press("Control+z");
  await expect(text).toContainText("刚写的");

  // what the last moment wrote is not lost
  await page.keyboard.type("最后一笔");
  page.once("dialog", (dialog) => void dialog.accept());
  await page.reload();
  await expect(text).toContainText("刚写的最后一笔");

  await page.getByRole("button", { name: "回到报告库" }).click();
  await expect(page.locator("[data-report-row]")).toHaveCount(1);
  await page.reload();
  await expect(page.locator("[data-report-row]")).toHaveCount(1);
  await expect(text).toHaveCount(0);
});

test("F5 after the backend was started again comes back too; a deleted report leaves the library", async ({
  desk,
  page,
  backend,
}) => {
  const { text } = desk;
  const { id } = await desk.newReport({ templateId: "blank" });
  await text.locator("p").last().click();
  await page.keyboard.type("断开以前。");
  await page.keyboard.press("Control+s");
  await desk.saved();
  await backend.kill();
  await backend.restart();
  await page.reload();
  await expect(text).toContainText("断开以前。");
  await page.getByRole("button", { name: "回到报告库" }).click();
  await expect(page.locator("[data-report-row]")).toHaveCount(1);
  await desk.call("library.trash", { id });
  await page.evaluate((open) => sessionStorage.setItem("nianbao.open-report", JSON.stringify(open)), id);
  await page.reload();
  await expect(page.getByText("报告库是空的")).toBeVisible();
  await expect(text).toHaveCount(0);
});
