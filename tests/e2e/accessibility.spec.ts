import type { Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test, rail } from "./fixtures.ts";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

type Violation = { readonly id: string; readonly impact: string | null; readonly nodes: readonly { html: string }[] };

/** What axe finds serious or critical on the page as it stands. */
async function seriousViolations(page: Page): Promise<readonly string[]> {
  const violations = await page.evaluate(async (source) => {
    // The page's own policy allows no inline script; this one comes from outside of the page.
    (0, eval)(source);
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    return (await axe.run()).violations;
  }, axeSource);
  return violations
    .filter(({ impact }) => impact === "serious" || impact === "critical")
    .map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}

test.use({ bypassCSP: true });

for (const theme of ["light", "eye-care", "dark"] as const) {
  test(`has no serious accessibility violation in the ${theme} theme`, async ({ desk }) => {
    const { page } = desk;
    await desk.call("settings.change", { theme });
    await page.reload();
    await expect(page.getByRole("button", { name: /从模板开始/u })).toBeVisible();
    expect(await seriousViolations(page), "empty library").toEqual([]);

    await desk.newReport({ templateId: "fazhi-county" });
    await page.waitForTimeout(500);
    expect(await seriousViolations(page), "editor").toEqual([]);
    await rail(page, "公文要素").click();
    expect(await seriousViolations(page), "document elements").toEqual([]);
    await page.keyboard.press("Control+h");
    expect(await seriousViolations(page), "find and replace").toEqual([]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+e");
    await expect(page.getByRole("dialog", { name: "导出" })).toBeVisible();
    await page.waitForTimeout(400);
    expect(await seriousViolations(page), "export").toEqual([]);
    await page.keyboard.press("Escape");
    await page.keyboard.press("F1");
    await page.waitForTimeout(400);
    expect(await seriousViolations(page), "keys").toEqual([]);
  });
}
