import { expect, type Page } from "@playwright/test";
import type { Desk } from "../fixtures.ts";
import { paste } from "./typing-tools.ts";

type Bench = { readonly desk: Desk; readonly page: Page; readonly press: () => Promise<void> };
type Proof = (bench: Bench) => Promise<void>;

/** Pastes a table behind the text and puts the cursor into one of its cells. */
async function inCell({ desk, page }: Bench, rows: string, cell: number): Promise<void> {
  await desk.text.locator("p").last().click();
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Enter");
  await paste(page, { "text/html": `<table>${rows}</table><p>后段</p>` });
  await desk.text.locator("td").nth(cell).click();
  await expect(page.getByRole("button", { name: "表格", exact: true })).toBeVisible();
}

const grid = "<tr><th>项目</th><th>内容</th></tr><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr>";

const align =
  (side: "start" | "center" | "end"): Proof =>
  async (bench) => {
    await inCell(bench, grid, 0);
    const cell = bench.desk.text.locator("td").first();
    // from a side that is not the one to be proved
    await bench.page.keyboard.press(side === "end" ? "Control+Shift+2" : "Control+Shift+3");
    await expect(cell).toHaveCSS("text-align", side === "end" ? "center" : "end");
    await bench.press();
    await expect(cell).toHaveCSS("text-align", side === "start" ? /^(?:left|start)$/u : side);
  };

const width =
  (wider: boolean): Proof =>
  async (bench) => {
    await inCell(bench, grid, 0);
    const cell = bench.desk.text.locator("td").first();
    const widthOf = () => cell.evaluate((element) => element.getBoundingClientRect().width);
    const before = await widthOf();
    await bench.press();
    if (wider) await expect.poll(widthOf).toBeGreaterThan(before + 1);
    else await expect.poll(widthOf).toBeLessThan(before - 1);
  };

/** What the keys for tables must be seen to do, by the labels of the sheet of F1. */
export const tableKeyProofs: Readonly<Record<string, Proof>> = {
  单元格左对齐: align("start"),
  单元格居中: align("center"),
  单元格右对齐: align("end"),
  本列加宽: width(true),
  本列收窄: width(false),
  从这一行重复标签: async (bench) => {
    const merged =
      "<tr><th>类别</th><th>项目</th></tr><tr><td rowspan='3'>财政</td><td>甲</td></tr><tr><td>乙</td></tr><tr><td>丙</td></tr>";
    await inCell(bench, merged, 2);
    await bench.press();
    await expect(bench.desk.text.locator("td", { hasText: /^财政$/u })).toHaveCount(2);
  },
};
