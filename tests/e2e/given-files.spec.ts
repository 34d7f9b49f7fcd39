import type { JSHandle, Page } from "@playwright/test";
import { lastYearsWordFile } from "../fixtures/docx/last-year.ts";
import { expect, test } from "./fixtures.ts";

type NamedBytes = { readonly name: string; readonly bytes: Uint8Array };

const wordFile: NamedBytes = { name: "去年.docx", bytes: lastYearsWordFile() };
const textFile: NamedBytes = {
  name: "前年.txt",
  bytes: Buffer.from("青石县审计局2024年工作报告\n一、情况\n有话说。\n"),
};

/** Files as a mouse carries them or a clipboard holds them. */
function carried(page: Page, files: readonly NamedBytes[]): Promise<JSHandle<DataTransfer>> {
  return page.evaluateHandle(
    (given) => {
      const transfer = new DataTransfer();
      for (const { name, base64 } of given) {
        transfer.items.add(new File([Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0))], name));
      }
      return transfer;
    },
    files.map(({ name, bytes }) => ({ name, base64: Buffer.from(bytes).toString("base64") })),
  );
}

async function drop(page: Page, files: readonly NamedBytes[]): Promise<void> {
  const dataTransfer = await carried(page, files);
  await page.locator("body").dispatchEvent("dragover", { dataTransfer });
  await expect(page.getByText("松开鼠标，打开这些文件")).toBeVisible();
  await page.locator("body").dispatchEvent("drop", { dataTransfer });
  await expect(page.getByText("松开鼠标，打开这些文件")).toBeHidden();
}

async function paste(page: Page, files: readonly NamedBytes[]): Promise<void> {
  await page.evaluate(
    (clipboardData) =>
      document.body.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true })),
    await carried(page, files),
  );
}

test("several files dropped on the window become a report each", async ({ desk }) => {
  const { page } = desk;
  await drop(page, [wordFile, textFile]);
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByText("已成为报告")).toHaveCount(2);
  const { reports } = await desk.call("library.list", {});
  expect(reports.map(({ year }) => year).toSorted()).toEqual([2024, 2025]);
});

test("a file pasted from the clipboard is opened", async ({ desk }) => {
  await paste(desk.page, [textFile]);
  await expect(desk.text).toContainText("青石县审计局2024年工作报告");
});

test("a file dropped while last year's report is being chosen is taken for it", async ({ desk }) => {
  const { page } = desk;
  await page.getByRole("button", { name: /用去年的报告开始/u }).click();
  const dialog = page.getByRole("dialog", { name: "从去年报告新建" });
  await expect(dialog).toBeVisible();
  await drop(page, [wordFile]);
  await expect(dialog.getByLabel("新报告年度")).toHaveValue("2026");
});

test("a file dropped on the page being written does not become part of it", async ({ desk }) => {
  const { page } = desk;
  await desk.newReport();
  await desk.text.click();
  await page.keyboard.type("正在写的话");
  const dataTransfer = await carried(page, [textFile]);
  await desk.text.dispatchEvent("dragover", { dataTransfer });
  await desk.text.dispatchEvent("drop", { dataTransfer });
  await expect(page.getByRole("dialog").getByText("已成为报告")).toBeVisible();
  await page.getByRole("dialog").getByRole("button", { name: "知道了" }).click();
  await expect(desk.text).toContainText("正在写的话");
  await expect(desk.text).not.toContainText("有话说");
  expect((await desk.call("library.list", {})).reports).toHaveLength(2);
});
