import { expect, test } from "./fixtures.ts";

test("a report opens again where its writer was, also after F5", async ({ desk }) => {
  const { page, text } = desk;
  const report = await desk.newReport({ templateId: "fazhi-county" });
  const line = text.locator(".report-heading, .report-paragraph").nth(20);
  await line.scrollIntoViewIfNeeded();
  await line.click({ position: { x: 120, y: 10 } });
  await page.waitForTimeout(900);
  const place = () =>
    page.evaluate(() => {
      const selection = getSelection();
      const node = selection?.focusNode;
      const element = node instanceof Element ? node : node?.parentElement;
      return {
        text: element?.textContent,
        offset: selection?.focusOffset,
        top: Math.round((element?.getBoundingClientRect().top ?? 0) / 4),
      };
    });
  const before = await place();
  await page.getByRole("button", { name: "回到报告库" }).click();
  await desk.openReport(report.title);
  await expect.poll(place).toEqual(before);

  await page.waitForTimeout(700);
  await desk.library();
  const resume = page.getByRole("region", { name: "继续上次的报告" });
  await expect(resume).toContainText(report.title);
  await resume.getByRole("button", { name: "继续写" }).click();
  await expect(text).toBeVisible();
  await expect.poll(place).toEqual(before);
});

test("the library sorts by its heads, filters, opens by the whole row and tells equal titles apart", async ({
  desk,
}) => {
  const { page } = desk;
  const long = await desk.call("library.create", { templateId: "fazhi-county", year: 2026, organ: "青石县审计局" });
  await desk.call("library.create", { templateId: "enforcement", year: 2026, organ: "青石县审计局" });
  await desk.call("library.create", { templateId: "fazhi-county", year: 2026, organ: "青石县审计局" });
  await desk.library();
  const rows = page.locator("[data-report-row]");
  await expect(rows).toHaveCount(3);
  await expect(page.getByText("第1份", { exact: true })).toHaveCount(1);
  await expect(page.getByText("第2份", { exact: true })).toHaveCount(1);

  const words = async (): Promise<readonly number[]> =>
    (await page.locator("tr:has([data-report-row]) td:nth-child(6)").allTextContents()).map((one) =>
      Number(one.replace(",", "")),
    );
  await page.getByRole("button", { name: "字数" }).click();
  await expect(page.getByRole("columnheader", { name: "字数" })).toHaveAttribute("aria-sort", "descending");
  expect(await words()).toEqual([...(await words())].sort((a, b) => b - a));
  await page.getByRole("button", { name: "字数" }).click();
  expect(await words()).toEqual([...(await words())].sort((a, b) => a - b));

  await page.getByRole("combobox", { name: "类型" }).click();
  await page.getByRole("option", { name: /行政执法/u }).click();
  await expect(rows).toHaveCount(1);
  await page.getByRole("combobox", { name: "类型" }).click();
  await page.getByRole("option", { name: "全部类型" }).click();
  await page.locator(`tr:has([data-report-row="${long.id}"]) td:nth-child(2)`).click();
  await expect(desk.text).toContainText("青石县审计局");
});
