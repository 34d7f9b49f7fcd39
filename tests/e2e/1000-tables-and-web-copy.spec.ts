import { expect, test } from "./fixtures.ts";
import { paste } from "./editor/typing-tools.ts";

const table =
  "<table><thead><tr><th>项目</th><th>金额</th></tr></thead><tbody><tr><td>甲</td><td>12.5</td></tr><tr><td>乙</td><td>137.5</td></tr></tbody></table>";

test("a report that is copied for a website is pasted there with its table's heads and alignment", async ({ desk }) => {
  const { page } = desk;
  await desk.newReport({ templateId: "blank" });
  await desk.text.locator("p").last().click();
  await paste(page, { "text/html": `<p>前段</p>${table}<p>后段</p>` });
  await page.locator(".paper td").nth(0).click();
  await expect(page.getByRole("button", { name: "表格", exact: true })).toBeVisible();
  await page.keyboard.press("Control+Shift+2");
  await expect(page.locator(".paper td").nth(0)).toHaveCSS("text-align", "center");
  await page.keyboard.press("Control+Shift+C");
  await expect(page.getByText("已复制整篇报告")).toBeVisible();
  // a page of another site, whose own rules allow styles
  const site = await page.context().newPage();
  await site.setContent('<div id="site" contenteditable="true">编辑框：</div>');
  await site.locator("#site").click();
  await site.keyboard.press("Control+End");
  await site.keyboard.press("Control+v");
  await expect(site.locator("#site th")).toHaveText(["项目", "金额"]);
  await expect(site.locator("#site th").first()).toHaveAttribute("scope", "col");
  const aligned = site.locator("#site td");
  await expect(aligned.nth(0)).toHaveCSS("text-align", "center");
  await expect(aligned.nth(1)).toHaveCSS("text-align", "right");
  await expect(site.locator("#site")).toContainText("后段");
});
