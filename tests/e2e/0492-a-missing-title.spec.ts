import { expect, test } from "./fixtures.ts";

const untitled =
  "我局全年完成审计项目十二个，提出建议三十条，被采纳二十八条，整改到位率逐年提高。\n一、主要做法\n全面落实责任。\n";

test("an empty title line says what it is for, and what was told of it goes once it is written", async ({ desk }) => {
  const { page, text } = desk;
  const chooser = page.waitForEvent("filechooser");
  await page.getByRole("button", { name: /打开文件/u }).click();
  await (await chooser).setFiles({ name: "总结.txt", mimeType: "text/plain", buffer: Buffer.from(untitled) });
  const title = text.locator("h1");
  const notice = page.getByText(/^没有找到标题/u);
  await expect(notice).toBeVisible();
  const hint = (): Promise<string> => title.evaluate((line) => getComputedStyle(line, "::before").content);
  expect(await hint()).toBe('"在这里写标题"');
  const height = (await title.boundingBox())?.height;

  await title.click();
  await page.keyboard.type("某县审计局工作总结");
  await expect(notice).toBeHidden();
  expect(await hint()).toBe("none");
  expect((await title.boundingBox())?.height).toBe(height);
  // and every list knows it
  await desk.saved();
  await page.getByRole("button", { name: "更多", exact: true }).click();
  await page.getByRole("menuitem", { name: "跨报告替换" }).click();
  await expect(page.getByRole("dialog", { name: "跨报告替换" })).toContainText("某县审计局工作总结");
  await page.keyboard.press("Escape");

  await title.click();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  expect(await hint()).toBe('"在这里写标题"');
  // a hint is no text
  await desk.saved();
  const { reports } = await desk.call("library.list", {});
  expect(reports.map((report) => report.title)).toEqual([""]);
});
