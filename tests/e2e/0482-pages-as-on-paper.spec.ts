import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Block, Inline } from "../../core/document/blocks.ts";
import { bodyFromBlocks } from "../../core/document/to-lexical.ts";
import { type Desk, expect, test } from "./fixtures.ts";

/** The pages that the window counts, once they are counted, and those of paper and PDF. */
async function pagesOf(desk: Desk, id: string): Promise<{ readonly shown: number; readonly printed: number }> {
  const printed = (await desk.call("pages.draw", { id })).pages.length;
  const footer = desk.page.locator("footer");
  await expect(footer)
    .toContainText(`共 ${printed} 页`, { timeout: 15_000 })
    .catch(() => undefined);
  // and it stays so
  await desk.page.waitForTimeout(800);
  return { shown: Number(/共 (\d+) 页/u.exec((await footer.textContent()) ?? "")?.[1]), printed };
}

for (const templateId of ["audit-plan", "enforcement", "fazhi-district"]) {
  test(`counts the pages of ${templateId} with its blanks as its PDF has them, at two scales`, async ({ desk }) => {
    test.slow();
    const report = await desk.newReport({ templateId });
    const wide = await pagesOf(desk, report.id);
    expect(wide.shown).toBe(wide.printed);
    await desk.page.setViewportSize({ width: 1024, height: 600 });
    const narrow = await pagesOf(desk, report.id);
    expect(narrow.shown).toBe(wide.printed);
  });
}

test("counts pages with what 公文要素 add, an attached text, tied rows and a table's caption", async ({
  desk,
  backend,
}) => {
  test.slow();
  const text = (words: string): readonly Inline[] => [{ kind: "text", text: words }];
  const paragraph = (words: string): Block => ({
    kind: "paragraph",
    role: "body",
    content: words === "" ? [] : text(words),
  });
  const cell = (words: string, rowSpan = 1) =>
    ({ paragraphs: [text(words)], rowSpan, colSpan: 1, align: "start" }) as const;
  const line = "持续推动审计监督与其他监督贯通协同，形成监督合力。";
  const blocks: readonly Block[] = [
    { kind: "title", content: text("青石县审计局关于印发工作方案的通知") },
    ...Array.from({ length: 15 }, () => paragraph(line)),
    paragraph(line.repeat(3)),
    { kind: "paragraph", role: "flush", content: text("附件1") },
    { kind: "title", content: text("工作方案") },
    ...Array.from({ length: 17 }, () => paragraph(line)),
    { kind: "paragraph", role: "caption", content: text("任务表") },
    {
      kind: "table",
      columnWidths: [1, 2],
      headerRows: 1,
      rows: [
        [cell("目标"), cell("任务")],
        ...Array.from({ length: 30 }, (_, row) =>
          row % 10 === 0 ? [cell("一类目标", 10), cell("建立台账")] : [cell("对账销号")],
        ),
      ],
    },
    paragraph(line),
    paragraph(""),
    paragraph(""),
  ];
  const report = await desk.call("library.create", { templateId: "blank", year: 2026, organ: "" });
  const file = join(backend.dataFolder, "reports", `${report.id}.json`);
  const stored = JSON.parse(await readFile(file, "utf8")) as { readonly revision: number; readonly meta: object };
  const meta = { ...stored.meta, signatories: ["青石县审计局"], date: "2026-12-31", note: "此件公开" };
  await writeFile(
    file,
    JSON.stringify({ ...stored, meta, revision: stored.revision + 1, body: bodyFromBlocks(blocks, 2026) }),
  );
  await desk.library();
  await desk.page.locator("[data-report-row]").first().click();
  const { shown, printed } = await pagesOf(desk, report.id);
  expect(printed).toBeGreaterThan(3);
  expect(shown).toBe(printed);
});
