import { expect, rail, test } from "./fixtures.ts";

test("chooses the layout of a report and how it is sealed, and prints by it", async ({ desk }) => {
  const report = await desk.newReport({ templateId: "blank" });
  const { page } = desk;
  await rail(page, "公文要素").click();
  const panel = page.getByRole("combobox", { name: "版式" });
  await expect(panel).toContainText("公开报告");
  await panel.click();
  await page.getByRole("option", { name: "正式公文" }).click();
  await expect(page.getByText("版式“正式公文”用到的要素：")).toBeVisible();
  await page.getByLabel("份号").fill("000123");
  await page.getByRole("combobox", { name: "用印方式" }).click();
  await page.getByRole("option", { name: "加盖印章" }).click();
  await expect(page.locator("footer")).toContainText("正式公文");
  await page.keyboard.press("Control+S");
  await expect
    .poll(async () => {
      const { preset, meta } = await desk.call("report.read", { id: report.id }).then((read) => read.report);
      return [preset, meta.copyNumber, meta.sealForm];
    })
    .toEqual(["official-document", "000123", "seal"]);
  if (process.env["SHOT"] !== undefined) await page.screenshot({ path: process.env["SHOT"] });
});
