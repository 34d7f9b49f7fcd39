import { expect, rail, test } from "./fixtures.ts";

test("F5 comes back to the preview, to 去年对照 and to the panel that stood beside the text", async ({
  desk,
  page,
}) => {
  const imported = await desk.importText(
    "去年.txt",
    2025,
    "某局2025年工作报告\n2025年，本局完成审计项目32个。\n一、成效\n培训4次。\n",
  );
  await desk.call("library.roll", { id: imported.report.id, fromYear: 2025, toYear: 2026, repairs: [] });
  await desk.library();
  await desk.openReport("2026年");
  // written into, it is no longer freshly rolled, and opens as any other
  await desk.text.locator("p").last().click();
  await page.keyboard.type("新");
  await page.keyboard.press("Control+s");
  await desk.saved();
  const view = (name: string) => page.getByRole("group", { name: "视图" }).getByRole("button", { name, exact: true });
  const panel = (name: string) => page.getByRole("complementary", { name, exact: true });

  await view("预览").click();
  await expect(panel("预览").getByText(/共 \d+ 页/u)).toBeVisible({ timeout: 30_000 });
  await page.reload();
  await expect(panel("预览").getByText(/共 \d+ 页/u)).toBeVisible({ timeout: 30_000 });
  // the window before may still have held the report: this one then opens it again, to write in it
  await expect(desk.text).toHaveAttribute("contenteditable", "true");
  await expect(view("预览")).toHaveAttribute("aria-pressed", "true");
  await expect(desk.text).toContainText("新");

  await view("去年对照").click();
  await expect(panel("去年对照")).toBeVisible();
  await page.reload();
  await expect(view("去年对照")).toHaveAttribute("aria-pressed", "true");
  await expect(panel("去年对照")).toBeVisible();

  await view("写作").click();
  for (const name of ["公文要素", "待核"]) {
    await rail(page, name).click();
    await expect(panel(name)).toBeVisible();
    await page.reload();
    await expect(panel(name)).toBeVisible();
    await expect(view("写作")).toHaveAttribute("aria-pressed", "true");
  }
  await rail(page, "待核").click();
  await expect(panel("待核")).toHaveCount(0);
  await page.reload();
  await expect(desk.text).toBeVisible();
  await expect(panel("待核")).toHaveCount(0);

  // another report, opened from the library, begins with its text
  await view("预览").click();
  await page.getByRole("button", { name: "回到报告库" }).click();
  await desk.openReport("2025年");
  await expect(view("写作")).toHaveAttribute("aria-pressed", "true");
});
