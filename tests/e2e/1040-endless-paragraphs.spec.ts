import { reportFromImport } from "../../core/document/create.ts";
import type { Block } from "../../core/document/blocks.ts";
import { blocks, paste } from "./editor/typing-tools.ts";
import { expect, test } from "./fixtures.ts";

const sentence = "我局按期完成年度审计项目计划，并督促各单位逐条整改。";

test("a pasted paragraph without end comes as several, says so, and one undo takes it away", async ({ desk }) => {
  const { page } = desk;
  await desk.newReport();
  const before = await blocks(page);
  await desk.text.locator("p").last().click();
  await paste(page, { "text/plain": sentence.repeat(14_000) });
  await expect(page.getByText(/有的段落过长.*分成 \d+ 段/u).first()).toBeVisible();
  const pasted = await blocks(page);
  expect(pasted.join("")).toContain(sentence.repeat(14_000));
  for (const block of pasted) expect(block.length).toBeLessThanOrEqual(20_000);
  await page.keyboard.type("完");
  expect((await blocks(page)).join("")).toContain(`${sentence}完`);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  expect(await blocks(page)).toStrictEqual(before);
});

test("one that is stored is set in a whole face, stays as it is, and is written in", async ({ desk }) => {
  const { page } = desk;
  const long = sentence.repeat(2000);
  const texts = ["第一段。", long, "末一段。"];
  const all: readonly Block[] = [
    { kind: "title", content: [{ kind: "text", text: "工作报告" }] },
    ...texts.map((text): Block => ({ kind: "paragraph", role: "body", content: [{ kind: "text", text }] })),
  ];
  const imported = { title: "工作报告", blocks: all, meta: {}, warnings: [] };
  const stored = reportFromImport({ imported, year: 2026, id: crypto.randomUUID(), now: new Date() });
  await desk.importText("工作报告.json", 2026, JSON.stringify(stored));
  await desk.library();
  await desk.openReport("工作报告");

  const endless = desk.text.locator("p[data-long]");
  await expect(endless).toHaveCount(1);
  expect(await endless.evaluate((element) => getComputedStyle(element).fontFamily)).toContain("Nianbao Song");
  const isLoaded = (): Promise<boolean> =>
    page.evaluate(() =>
      [...document.fonts].some(({ family, status }) => /Nianbao Song/u.test(family) && status === "loaded"),
    );
  await expect.poll(isLoaded).toBe(true);
  expect(await blocks(page)).toStrictEqual(["标题:工作报告", ...texts]);

  await endless.evaluate((element) => getSelection()?.collapse(element.firstElementChild?.firstChild ?? element, 26));
  await page.keyboard.type("按季通报。");
  await expect(endless).toContainText(`${sentence}按季通报。${sentence}`);
  await desk.saved();
});
