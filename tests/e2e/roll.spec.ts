import { expect, test, rail } from "./fixtures.ts";

const lastYear = [
  "青石县审计局2025年法治政府建设情况报告",
  "",
  "2025年,青石县审计局完成审计项目32个，查出问题金额1.2亿元。2026年将继续推进。",
  "",
  "一、主要做法",
  "",
  "（一）落实《青石县2025年工作要点》，召开会议 12 次。",
  "",
].join("\n");
const file = { name: "去年报告.txt", mimeType: "text/plain", buffer: Buffer.from(lastYear) };

test("makes this year's draft of last year's file, with the doctor's repairs and what is to be checked", async ({
  desk,
}) => {
  const { page } = desk;
  await page.getByRole("button", { name: /用去年的报告开始/u }).click();
  const dialog = page.getByRole("dialog", { name: "从去年报告新建" });
  const chooser = page.waitForEvent("filechooser");
  await dialog.getByRole("button", { name: "选择文件" }).click();
  await (await chooser).setFiles(file);
  await expect(dialog.getByText("青石县审计局2025年法治政府建设情况报告")).toBeVisible();
  await expect(dialog.getByText(/已作为去年的报告放进报告库/u)).toBeVisible();
  await expect(dialog.getByLabel("原报告年度")).toHaveValue("2025");
  await expect(dialog.getByLabel("新报告年度")).toHaveValue("2026");
  await expect(dialog.getByRole("checkbox", { name: "修复“中文之间的半角标点”" })).toBeChecked();
  await dialog.getByRole("button", { name: "新建", exact: true }).click();

  await expect(desk.text).toContainText("2026年，青石县审计局完成审计项目32个");
  await expect(desk.text).toContainText("《青石县2025年工作要点》");
  await expect(page.getByText(/找到 \d+ 处可能过时的内容，其中 \d+ 处年份已更新，\d+ 处待核/u).first()).toBeVisible();
  await expect(rail(page, "待核")).toHaveAttribute("aria-pressed", "true");
  const { reports } = await desk.call("library.list", {});
  expect(reports.map(({ year }) => year).sort()).toEqual([2025, 2026]);
  expect(reports.find(({ year }) => year === 2026)?.pending).toBeGreaterThan(0);

  await desk.library();
  await expect(page.getByRole("row", { name: /2026年法治政府/u })).toContainText(/\d+ 处/u);
});

test("chooses a report of the library by keyboard, and refuses years that cannot be", async ({ desk }) => {
  const { page } = desk;
  await desk.call("library.create", { templateId: "fazhi-county", year: 2025, organ: "青石县审计局" });
  await desk.call("library.create", { templateId: "enforcement", year: 2024, organ: "青石县审计局" });
  await desk.library();
  await page.getByRole("button", { name: "从去年报告新建" }).click();
  const dialog = page.getByRole("dialog", { name: "从去年报告新建" });
  await expect(dialog.getByRole("radio")).toHaveCount(2);
  await dialog.getByLabel("报告库里的报告").fill("法治政府");
  await expect(dialog.getByRole("radio")).toHaveCount(1);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  await dialog.getByLabel("新报告年度").fill("2025");
  await page.keyboard.press("Enter");
  await expect(dialog.getByText("新报告年度要晚于原报告年度。")).toBeVisible();
  await dialog.getByLabel("新报告年度").fill("2026");
  await page.keyboard.press("Enter");
  await expect(dialog).toBeHidden();
  await expect(desk.text).toContainText("2026年");
});

test("begins with the report of a row, and with the one at hand", async ({ desk }) => {
  const { page } = desk;
  const report = await desk.call("library.create", { templateId: "enforcement", year: 2025, organ: "青石县审计局" });
  await desk.library();
  await page.getByRole("button", { name: /执法.*的操作/u }).click();
  await page.getByRole("menuitem", { name: "用它新建今年的报告" }).click();
  const dialog = page.getByRole("dialog", { name: "从去年报告新建" });
  await expect(dialog.getByLabel("原报告年度")).toHaveValue("2025");
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();
  await desk.openReport(report.title);
  await page.getByRole("button", { name: "更多" }).click();
  await page.getByRole("menuitem", { name: "从去年报告新建" }).click();
  await expect(dialog.getByLabel("新报告年度")).toHaveValue("2026");
  await dialog.getByRole("button", { name: "新建", exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(desk.text).toContainText("2026年");
});

test("asks what becomes of a file that was brought in when the user gives up", async ({ desk }) => {
  const { page } = desk;
  const begin = async () => {
    await desk.library();
    await page.getByRole("button", { name: /用去年的报告开始|从去年报告新建/u }).click();
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: "选择文件" }).click();
    await (await chooser).setFiles(file);
    await expect(page.getByLabel("新报告年度")).toBeVisible();
    await page.getByRole("button", { name: "取消" }).click();
  };
  await begin();
  await page.getByRole("button", { name: "移到回收站" }).click();
  await expect.poll(async () => (await desk.call("library.list", {})).reports.length).toBe(0);
  await begin();
  await page.getByRole("button", { name: "留在报告库" }).click();
  await expect.poll(async () => (await desk.call("library.list", {})).reports.length).toBe(1);
});

test("says inline why a file cannot be last year's report", async ({ desk }) => {
  const { page } = desk;
  await page.getByRole("button", { name: /用去年的报告开始/u }).click();
  const dialog = page.getByRole("dialog", { name: "从去年报告新建" });
  const chooser = page.waitForEvent("filechooser");
  await dialog.getByRole("button", { name: "选择文件" }).click();
  await (await chooser).setFiles({ name: "空.docx", mimeType: "", buffer: Buffer.alloc(0) });
  await expect(dialog.getByRole("alert")).toContainText("空的");
  expect((await desk.call("library.list", {})).reports).toHaveLength(0);
});

test("gives up a file that takes long to read, and stays where it was", async ({ desk }) => {
  const { page } = desk;
  await page.getByRole("button", { name: /用去年的报告开始/u }).click();
  const dialog = page.getByRole("dialog", { name: "从去年报告新建" });
  const chooser = page.waitForEvent("filechooser");
  await dialog.getByRole("button", { name: "选择文件" }).click();
  // takes seconds to read: a hundred times the longest plan
  const buffer = Buffer.from("（一）坚持依法行政。2024年，完成审计项目32个，提出建议118条；\n".repeat(90_000));
  await (await chooser).setFiles({ name: "很长.txt", mimeType: "text/plain", buffer });
  await expect(dialog.getByText("正在读取文件")).toBeVisible();
  await dialog.getByRole("button", { name: "取消" }).click();
  await expect(dialog.getByText("正在读取文件")).toBeHidden();
  await expect(dialog.getByRole("button", { name: "选择文件" })).toBeEnabled();
  expect((await desk.call("library.list", {})).reports).toHaveLength(0);
});
