import type { Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test, rail } from "./fixtures.ts";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

type Violation = { readonly id: string; readonly impact: string | null; readonly nodes: readonly { html: string }[] };

/** What axe finds on the page as it stands, however small. */
async function violationsOn(page: Page): Promise<readonly string[]> {
  const violations = await page.evaluate(async (source) => {
    // The page's own policy allows no inline script; this one comes from outside of the page.
    (0, eval)(source);
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    return (await axe.run()).violations;
  }, axeSource);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}

test.use({ bypassCSP: true });

/** Each theme at a size, each size in a theme; `NIANBAO_AXE=all` looks at every pair. */
const looks = [
  ["light", 1093, 614],
  ["eye-care", 1366, 768],
  ["dark", 1920, 1080],
] as const;
const isChosen = (theme: string, width: number): boolean =>
  process.env["NIANBAO_AXE"] === "all" || looks.some((look) => look[0] === theme && look[1] === width);

for (const theme of ["light", "eye-care", "dark"] as const) {
  for (const [, width, height] of looks) {
    if (!isChosen(theme, width)) continue;
    test(`axe finds nothing in the ${theme} theme at ${width}×${height}`, async ({ desk }) => {
      test.setTimeout(150_000);
      const { page } = desk;
      await page.setViewportSize({ width, height });
      await desk.call("settings.change", { theme });
      await page.reload();
      const look = async (view: string): Promise<void> => {
        await page.waitForTimeout(350);
        expect(await violationsOn(page), view).toEqual([]);
      };
      await expect(page.getByRole("button", { name: /从模板开始/u })).toBeVisible();
      await look("empty library");
      await desk.newReport({ templateId: "fazhi-county" });
      await look("editor");
      for (const panel of ["公文要素", "去年文本"]) {
        await rail(page, panel).click();
        await look(panel);
      }
      await page.getByRole("button", { name: "去年对照", exact: true }).click();
      await look("去年对照");
      await page.getByRole("button", { name: "预览", exact: true }).click();
      await expect(page.getByRole("complementary", { name: "预览" }).getByText(/共 \d+ 页/u)).toBeVisible({
        timeout: 30_000,
      });
      await look("预览");
      await page.getByRole("button", { name: "写作", exact: true }).click();
      await page.keyboard.press("Control+h");
      await page.getByLabel("查找内容").fill("审计");
      await look("查找和替换");
      await page.keyboard.press("Escape");
      await page
        .getByRole("treeitem")
        .first()
        .or(page.getByRole("button", { name: "大纲", exact: true }))
        .first()
        .click();
      await look("大纲");
      await page.keyboard.press("Escape");
      for (const [keys, name] of [
        ["Control+e", "导出"],
        ["F1", "快捷键"],
        ["Control+k", "查找命令"],
      ] as const) {
        await page.keyboard.press(keys);
        await expect(page.getByRole("dialog", { name })).toBeVisible();
        await look(name);
        await page.keyboard.press("Escape");
        await expect(page.getByRole("dialog", { name })).toHaveCount(0);
      }
      await page.getByRole("button", { name: "更多", exact: true }).click();
      await page.getByRole("menuitem", { name: "设置" }).click();
      await look("设置");
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "回到报告库" }).click();
      await look("library");
      await page.getByRole("button", { name: "新建报告" }).click();
      await look("新建报告");
    });
  }
}
