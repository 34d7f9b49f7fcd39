import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { assembleReport } from "../../core/document/assemble.ts";
import type { Block, Inline } from "../../core/document/blocks.ts";
import { printedText } from "../../core/document/content-text.ts";
import { metaSchema } from "../../core/document/schema.ts";
import { bodyFromBlocks } from "../../core/document/to-lexical.ts";
import { titleLines } from "../../core/layout/title-content.ts";
import { type Desk, expect, test } from "./fixtures.ts";

const words = (text: string): Inline => ({ kind: "text", text });
const blank = (label: string): Inline => ({ kind: "blank", label });
const year: Inline = { kind: "year", offset: 0 };
const nextYear: Inline = { kind: "year", offset: 1 };
const lineBreak: Inline = { kind: "break" };

/** Of one to five lines, with blanks and years at the start, in the middle, at the end, and across lines. */
const titles: readonly (readonly Inline[])[] = [
  [words("青石县审计局"), year, words("年工作总结")],
  [words("青石县审计局关于"), year, words("年度法治政府建设情况的报告")],
  [blank("单位全称"), words("关于"), year, words("年度法治政府建设情况和"), nextYear, words("年工作打算的报告")],
  [words("青石县审计局"), year, words("年行政执法工作报告（"), blank("版本"), words("）")],
  [words("中共青石市委审计委员会办公室"), lineBreak, words("关于印发《“十五五”时期审计工作发展规划》的通知")],
  [year, words("年度青石县本级预算执行和其他财政收支审计查出问题整改情况的报告"), blank("附注")],
  [
    words("青石县人民政府办公室关于转发县审计局等部门关于进一步加强"),
    blank("专项资金全称"),
    words("审计监督工作若干意见的通知"),
  ],
  [words("关于ISO 9001质量管理体系在全县审计机关试行情况及"), year, words("年上半年开展信息公开工作的总结报告")],
  [
    words("青石县审计局关于贯彻落实全国审计工作会议精神进一步加强和改进新时代审计工作推动审计整改"),
    blank("整改机制名称"),
    words("常态化长效化的实施意见的"),
    { kind: "text", text: "补充", bold: true },
    words("通知"),
  ],
  [
    blank("县委审计委员会办公室全称"),
    words("、青石县审计局、青石县财政局、青石县农业农村局、青石县乡村振兴局关于"),
    year,
    words("年度高标准农田建设资金和项目专项审计调查发现问题联合整改工作方案的通知"),
  ],
];

/** The lines of every title as the window shows them. */
const shown = ({ page }: Desk): Promise<readonly (readonly string[])[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll("h1.report-title")].map((title) => {
      const lines = new Map<number, string>();
      const walker = document.createTreeWalker(title, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        if (!(node instanceof Text)) continue;
        const isBlank = node.parentElement?.closest(".blank") !== null;
        for (let at = 0; at < node.length; at += 1) {
          const range = document.createRange();
          range.setStart(node, at);
          range.setEnd(node, at + 1);
          const rect = range.getBoundingClientRect();
          const row = Math.round((rect.top + rect.bottom) / 2 / 8);
          const near = [...lines.keys()].find((one) => Math.abs(one - row) < 3) ?? row;
          const before = isBlank && at === 0 ? "【" : "";
          const behind = isBlank && at === node.length - 1 ? "】" : "";
          lines.set(near, (lines.get(near) ?? "") + before + node.data.charAt(at) + behind);
        }
      }
      return [...lines].sort(([one], [other]) => one - other).map(([, line]) => line.trim());
    }),
  );

async function openWith(desk: Desk, folder: string): Promise<string> {
  const report = await desk.call("library.create", { templateId: "blank", year: 2026, organ: "" });
  const file = join(folder, "reports", `${report.id}.json`);
  const stored = JSON.parse(await readFile(file, "utf8")) as { revision: number; body: unknown };
  const blocks = titles.flatMap((content): Block[] => [
    { kind: "title", content },
    { kind: "paragraph", role: "body", content: [words("正文。")] },
  ]);
  await writeFile(
    file,
    JSON.stringify({ ...stored, revision: stored.revision + 1, body: bodyFromBlocks(blocks, 2026) }),
  );
  await desk.library();
  await desk.page.locator("[data-report-row]").first().click();
  await expect(desk.text.locator("h1")).toHaveCount(titles.length);
  return report.id;
}

const onPaper = (): readonly (readonly string[])[] => {
  const blocks = titles.map((content): Block => ({ kind: "title", content }));
  return assembleReport({ body: bodyFromBlocks(blocks, 2026), meta: metaSchema.parse({}), year: 2026 }).blocks.flatMap(
    (block) => (block.kind === "title" ? [titleLines(block.content).map(printedText)] : []),
  );
};

test("the window breaks titles where paper does, at every size, and so does the PDF", async ({ desk, backend }) => {
  const { page } = desk;
  const id = await openWith(desk, backend.dataFolder);
  const wanted = onPaper();
  expect(new Set(wanted.map((lines) => lines.length))).toEqual(new Set([1, 2, 3, 4, 5]));
  for (const [width, height] of [
    [1366, 768],
    [1093, 614],
    [1920, 1080],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.waitForTimeout(200);
    expect(await shown(desk), `at ${width}`).toEqual(wanted);
  }
  const { folderToken, files } = await desk.call("export.plan", { id, folderToken: null, formats: ["pdf"] });
  await desk.call("export.run", { id, folderToken, formats: ["pdf"], overwrite: true });
  expect(await linesOfPdf(await readFile(join(backend.exportFolder, files[0]?.name ?? "")))).toEqual(
    wanted.flat().map(withoutSpace),
  );
});

test("follows typing, pinyin and undo, and puts nothing into the text", async ({ desk, backend }) => {
  const { page, text } = desk;
  await openWith(desk, backend.dataFolder);
  const title = text.locator("h1").nth(1);
  const before = await title.innerText();
  const lines = async (): Promise<readonly string[]> => (await shown(desk))[1] ?? [];
  await text.locator("p").nth(1).click();
  await page.keyboard.press("Home");
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.type("（征求意见稿第二次修改后再印）");
  const typed = await title.innerText();
  expect(typed).toBe(`${before}（征求意见稿第二次修改后再印）`);
  const expected = titleLines([{ kind: "text", text: typed }]).map(printedText);
  await expect.poll(lines).toEqual(expected);
  // a selection over the lines is one of the text
  for (let step = 0; step < 25; step += 1) await page.keyboard.press("Shift+ArrowLeft");
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(typed.slice(-25));
  await page.keyboard.press("ArrowRight");
  const session = await page.context().newCDPSession(page);
  await session.send("Input.imeSetComposition", { text: "shen ji", selectionStart: 7, selectionEnd: 7 });
  await session.send("Input.insertText", { text: "审计" });
  await expect(title).toHaveText(`${typed.replaceAll("\n", "")}审计`);
  await expect.poll(lines).toEqual(titleLines([{ kind: "text", text: `${typed}审计` }]).map(printedText));
  for (let step = 0; step < 6; step += 1) await page.keyboard.press("Control+z");
  await expect.poll(() => title.innerText()).toBe(before);
  await expect.poll(lines).toEqual(onPaper()[1]);
});

const withoutSpace = (text: string): string => text.replaceAll(/\s/gu, "");

/** The lines set in the size of a title, page by page from top to bottom. */
async function linesOfPdf(bytes: Uint8Array): Promise<readonly string[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), useSystemFonts: false }).promise;
  const lines: string[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const { items } = await (await pdf.getPage(number)).getTextContent();
    const rows = new Map<number, { x: number; text: string }[]>();
    for (const item of items) {
      if (!("str" in item) || item.height < 20) continue;
      const y = Math.round(Number(item.transform[5]));
      const row = [...rows.keys()].find((one) => Math.abs(one - y) < 8) ?? y;
      rows.set(row, [...(rows.get(row) ?? []), { x: Number(item.transform[4]), text: item.str }]);
    }
    for (const [, parts] of [...rows].sort(([one], [other]) => other - one))
      lines.push(
        withoutSpace(
          parts
            .toSorted((one, other) => one.x - other.x)
            .map(({ text }) => text)
            .join(""),
        ),
      );
  }
  return lines;
}
