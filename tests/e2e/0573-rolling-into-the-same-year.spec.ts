import { expect, test } from "./fixtures.ts";

const rows = [
  { title: "青石县审计局2025年法治政府建设情况报告", year: "2025年" },
  { title: "青石县审计局二〇二五年上半年工作总结", year: "二〇二五年" },
];

for (const { title, year } of rows) {
  test(`asks before ${title} is rolled into the year that it is of, and leaves its years`, async ({ desk }) => {
    const { page } = desk;
    const text = [title, "", "一、主要做法", "", "我局完成审计项目32个。", ""].join("\n");
    await page.getByRole("button", { name: /用去年的报告开始/u }).click();
    const dialog = page.getByRole("dialog", { name: "从去年报告新建" });
    const chooser = page.waitForEvent("filechooser");
    await dialog.getByRole("button", { name: "选择文件" }).click();
    await (await chooser).setFiles({ name: "报告.txt", mimeType: "text/plain", buffer: Buffer.from(text) });
    await expect(dialog.getByLabel("原报告年度")).toHaveValue("2025");

    await dialog.getByLabel("新报告年度").fill("2025");
    await dialog.getByRole("button", { name: "新建", exact: true }).click();
    await expect(dialog.getByText("新报告年度要晚于原报告年度。")).toBeVisible();

    await dialog.getByLabel("原报告年度").fill("2024");
    await expect(dialog.getByLabel("新报告年度")).toHaveValue("2025");
    await dialog.getByRole("button", { name: "新建", exact: true }).click();
    await expect(dialog.getByText(/标题里写着2025年，不早于新报告年度/u)).toBeVisible();
    expect((await desk.call("library.list", {})).reports).toHaveLength(1);

    // looked at, and meant so: the title is not made next year's
    await dialog.getByRole("button", { name: "新建", exact: true }).click();
    await expect(dialog).toBeHidden();
    await expect(desk.text).toContainText(year);
    await expect(desk.text).not.toContainText(/2026年|二〇二六年/u);
  });
}
