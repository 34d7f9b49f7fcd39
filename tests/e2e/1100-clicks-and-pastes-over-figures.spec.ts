import { type Desk, expect, rail, test } from "./fixtures.ts";
import { paste } from "./editor/typing-tools.ts";

const text = `青石县审计局2026年工作报告
一、主要成效
提出审计建议138条，被采纳审计建议127条，都已经办理。
`;

async function open(desk: Desk): Promise<void> {
  const { page } = desk;
  await desk.importText("2026年报告.md", 2026, text);
  await desk.openFirst();
  await rail(page, "数据").click();
  await page.getByRole("button", { name: /^全部绑定/u }).click();
  await expect(desk.text.locator(".figure")).toHaveCount(2);
}

const figure = (desk: Desk, words: string) => desk.text.locator(".figure", { hasText: words });

test("a click selects a figure in the middle of selected text, so that typing enters its value", async ({ desk }) => {
  const { page } = desk;
  await open(desk);
  await figure(desk, "127条").click();
  await page.keyboard.press("ArrowRight");
  for (let count = 0; count < 4; count += 1) await page.keyboard.press("Shift+ArrowLeft");
  await figure(desk, "127条").click();
  await page.keyboard.type("130");
  await page.keyboard.press("Enter");
  await expect(desk.text).toContainText("被采纳审计建议130条，都已经办理。");
});

test("a number pasted over a figure is its new value, other words take its place", async ({ desk }) => {
  const { page } = desk;
  await open(desk);
  await figure(desk, "127条").click();
  await paste(page, { "text/plain": "1,130" });
  const field = page.getByRole("textbox", { name: "被采纳审计建议的数值" });
  await expect(field).toHaveValue("1,130");
  await page.keyboard.press("Enter");
  await expect(figure(desk, "1130条")).toHaveCount(1);
  await page.keyboard.press("Control+z");
  await expect(figure(desk, "127条")).toHaveCount(1);
  await figure(desk, "138条").click();
  await paste(page, { "text/plain": "若干条" });
  await expect(desk.text).toContainText("提出审计建议若干条，被采纳审计建议127条，");
});
