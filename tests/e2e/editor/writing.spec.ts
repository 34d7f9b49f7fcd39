import type { CDPSession, Page } from "@playwright/test";
import { expect, test } from "../fixtures.ts";

/** Block elements of the page under the title, with what the writer sees of them. */
async function lines(page: Page): Promise<readonly string[]> {
  return page.locator(".paper [role=textbox] > :not(h1)").evaluateAll((blocks) =>
    blocks.map((block) => {
      const { ordinal = "", form = "" } = (block as HTMLElement).dataset;
      return `${form === "runIn" ? "段首 " : ""}${ordinal}${block.textContent}`;
    }),
  );
}

/** Empties the page, which keeps its title line, and leaves the cursor in one line of body text. */
async function startEmpty(page: Page): Promise<void> {
  await page.locator(".paper [contenteditable]").click();
  await page.keyboard.press("Control+a");
  await page.keyboard.press("Delete");
  await expect(page.locator(".paper h1")).toHaveText("");
  await page.keyboard.press("ArrowDown");
  await expect.poll(() => lines(page)).toEqual([""]);
}

/** Types letters of pinyin and then commits a word, or calls the composition off. */
async function compose(cdp: CDPSession, letters: readonly string[], word: string | null): Promise<void> {
  for (const text of letters) {
    await cdp.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  }
  if (word === null) await cdp.send("Input.imeSetComposition", { text: "", selectionStart: 0, selectionEnd: 0 });
  else await cdp.send("Input.insertText", { text: word });
}

async function paste(page: Page, data: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((parts) => {
    const clipboardData = new DataTransfer();
    for (const [type, value] of Object.entries(parts)) clipboardData.setData(type, value);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, data);
}

test("ordinals that are typed become headings, are counted, and one undo brings them back", async ({ desk }) => {
  await desk.newReport();
  const { page } = desk;
  await startEmpty(page);
  await page.keyboard.type("一、主要举措");
  await page.keyboard.press("Enter");
  await page.keyboard.type("（一）健全制度。制定办法。");
  await page.keyboard.press("Enter");
  await page.keyboard.type("1.5亿元");
  await page.keyboard.press("Enter");
  await page.keyboard.type("（五）");
  await expect
    .poll(() => lines(page))
    .toEqual(["一、主要举措", "段首 （一）健全制度。制定办法。", "1.5亿元", "（二）"]);
  await page.keyboard.press("Control+z");
  await expect.poll(async () => (await lines(page)).at(-1)).toBe("（五）");
});

test("pinyin is committed and called off without a trace, also where faces meet", async ({ desk }) => {
  await desk.newReport();
  const { page } = desk;
  const cdp = await page.context().newCDPSession(page);
  await startEmpty(page);
  await compose(cdp, ["s", "sh", "shen", "shen'ji"], "审计");
  await compose(cdp, ["g", "go"], null);
  await expect.poll(() => lines(page)).toEqual(["审计"]);
  await page.keyboard.press("Enter");
  await compose(cdp, ["k", "kuo"], "（一）");
  await compose(cdp, ["j"], "健全机制。");
  await compose(cdp, ["z", "zhi"], "制定");
  await expect.poll(() => lines(page)).toEqual(["审计", "段首 （一）健全机制。制定"]);
  await expect(page.locator(".heading-part")).toHaveText("健全机制。");
});

test("Tab goes from blank to blank, and what is typed takes a blank's place", async ({ desk }) => {
  await desk.newReport({ templateId: "fazhi-municipal" });
  const { page } = desk;
  const cdp = await page.context().newCDPSession(page);
  const blanks = page.locator(".paper .blank");
  const before = await blanks.count();
  const first = (await blanks.first().textContent()) ?? "";
  await page.keyboard.press("Tab");
  await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe(first);
  await compose(cdp, ["q"], null);
  await expect(blanks).toHaveCount(before);
  await page.keyboard.type("某");
  await expect(blanks).toHaveCount(before - 1);
});

test("a page pasted from Word keeps its meaning and drops its styling", async ({ desk }) => {
  await desk.newReport();
  const { page } = desk;
  await startEmpty(page);
  await paste(page, {
    "text/html":
      "<p class=MsoNormal style='mso-outline-level:1'>一、主要\r\n举措</p>" +
      "<p class=MsoNormal><b>（一）健全制度。</b>制定<b>重点</b>办法。</p>" +
      "<p class=MsoNormal style='color:red'><b>整段加粗。</b></p>" +
      "<table><tr><td rowspan=2>甲</td><td>乙</td></tr><tr><td>丙</td></tr></table><p>末段</p>",
  });
  await expect(page.locator(".paper table td")).toHaveCount(3);
  const shown = await lines(page);
  expect(shown.slice(0, 3)).toEqual(["一、主要举措", "段首 （一）健全制度。制定重点办法。", "整段加粗。"]);
  await expect(page.locator(".paper strong")).toHaveText(["重点"]);
  expect(await page.locator(".paper [contenteditable] [style*=color]").count()).toBe(0);
});

test("a table is inserted, filled with Tab, merged and deleted", async ({ desk }) => {
  await desk.newReport();
  const { page } = desk;
  await startEmpty(page);
  const tool = page.getByRole("button", { name: "表格", exact: true });
  await tool.click();
  await page.getByRole("grid").press("Enter");
  await expect(page.locator(".paper td, .paper th")).toHaveCount(9);
  for (const word of ["序号", "事项", "时限"]) {
    await page.keyboard.type(word);
    await page.keyboard.press("Tab");
  }
  await expect(page.locator(".paper th")).toHaveText(["序号", "事项", "时限"]);
  await tool.click();
  await page.getByRole("menuitem", { name: "删除表格" }).click();
  await expect(page.locator(".paper table")).toHaveCount(0);
});

test("replacing all hits is one undo step, and single hits can be left out", async ({ desk }) => {
  await desk.newReport();
  const { page } = desk;
  await startEmpty(page);
  await page.keyboard.type("审计一，审计二，审计三");
  await page.keyboard.press("Control+h");
  await page.getByLabel("查找内容").fill("审计");
  await page.getByLabel("替换为").fill("检查");
  await page
    .getByRole("checkbox", { name: /^替换这一处/u })
    .nth(1)
    .uncheck();
  await page.getByRole("button", { name: "替换选中的 2 处" }).click();
  await expect.poll(() => lines(page)).toEqual(["检查一，审计二，检查三"]);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Control+z");
  await expect.poll(() => lines(page)).toEqual(["审计一，审计二，审计三"]);
});

test("what is written is saved by itself and is there again after a reload", async ({ desk }) => {
  const report = await desk.newReport();
  const { page } = desk;
  await page.keyboard.press("Control+End");
  await page.keyboard.type("自动保存的一句。");
  await expect
    .poll(async () => JSON.stringify((await desk.call("report.open", { id: report.id })).report.body), {
      timeout: 5_000,
    })
    .toContain("自动保存的一句。");
});
