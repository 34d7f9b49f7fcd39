import type { Page } from "@playwright/test";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

type Violation = { readonly id: string; readonly impact: string | null; readonly nodes: readonly { html: string }[] };

/** What axe finds on the page as it stands, however small. The test has to set `bypassCSP`. */
export async function violationsOn(page: Page): Promise<readonly string[]> {
  const violations = await page.evaluate(async (source) => {
    // The page's own policy allows no inline script; this one comes from outside of the page.
    (0, eval)(source);
    const { axe } = window as unknown as { axe: { run(): Promise<{ violations: Violation[] }> } };
    return (await axe.run()).violations;
  }, axeSource);
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`);
}
