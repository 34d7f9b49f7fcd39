import { bodyFromBlocks } from "../../core/document/to-lexical.ts";
import { type Desk, expect, test } from "./fixtures.ts";

const sentences = ["推进科技强审。", "着力增强审计监督。", "学习《科技强审文集》。"];

/** A report of the library with these paragraphs, closed again. */
async function makeReport(desk: Desk, title: string, paragraphs: readonly string[]) {
  const { id } = await desk.call("library.create", { templateId: "blank", year: 2026, organ: "青石县审计局" });
  const body = bodyFromBlocks(
    [
      { kind: "title", content: [{ kind: "text", text: title }] },
      ...paragraphs.map((text) => ({
        kind: "paragraph" as const,
        role: "body" as const,
        content: [{ kind: "text" as const, text }],
      })),
    ],
    2026,
  );
  await desk.page.evaluate(
    async ([reportId, json]) => {
      const headers = { "content-type": "application/json", "x-window-id": crypto.randomUUID() };
      const send = async (channel: string, input: unknown) =>
        (
          await fetch("./api/call", { method: "POST", headers, body: JSON.stringify({ channel, input }) })
        ).json() as Promise<{
          value: { report: { year: number; preset: string; meta: unknown; revision: number } };
        }>;
      const { report } = (await send("report.open", { id: reportId })).value;
      const edit = { year: report.year, preset: report.preset, meta: report.meta, body: JSON.parse(json) as unknown };
      await send("report.save", { id: reportId, baseRevision: report.revision, edit });
      await send("report.close", { id: reportId });
    },
    [id, JSON.stringify(body)] as const,
  );
  return id;
}

test("replaces what was chosen, leaves parts of longer words and names, and writes it down", async ({ desk }) => {
  const { page, text } = desk;
  await makeReport(desk, "甲报告", [...sentences, ...sentences]);
  await desk.library();
  await desk.openReport("甲报告");
  await page.keyboard.press("Control+h");
  const panel = page.getByRole("region", { name: "查找和替换" });
  await panel.getByLabel("查找内容").fill("强审");
  await panel.getByLabel("替换为").fill("金审");
  const list = page.getByRole("complementary", { name: "查找结果" });
  await expect(list.getByText("属于“增强审计”", { exact: true })).toHaveCount(2);
  await expect(list.getByText("在《科技强审文集》名称中", { exact: true })).toHaveCount(2);
  await expect(panel.getByText("推进科技金审。")).toBeVisible();
  await list
    .getByRole("checkbox", { name: /强审文集》.*在《/u })
    .first()
    .click();
  await panel.getByRole("button", { name: "替换选中的 3 处" }).click();
  await expect(text).toContainText(
    "推进科技金审。着力增强审计监督。学习《科技金审文集》。推进科技金审。着力增强审计监督。学习《科技强审文集》。",
  );

  await panel.getByRole("button", { name: "替换记录" }).click();
  const records = page.getByRole("dialog", { name: "替换记录" });
  await expect(records.getByText("“强审”换成“金审” 3 处")).toBeVisible();
  await page.keyboard.press("Escape");

  await text.click();
  await page.keyboard.press("Control+z");
  await expect(text).not.toContainText("金审");
  await panel.getByRole("button", { name: "替换记录" }).click();
  await expect(records.getByText("已撤销")).toBeVisible();
  await page.keyboard.press("Escape");
  await desk.saved();
});

test("replaces in several reports at one go and takes it back", async ({ desk }) => {
  const { page } = desk;
  const ids = [await makeReport(desk, "甲报告", sentences), await makeReport(desk, "乙报告", sentences)];
  const open = await makeReport(desk, "丙报告", sentences);
  await desk.library();
  await page.getByRole("button", { name: "更多" }).click();
  await page.getByRole("menuitem", { name: "跨报告替换" }).click();
  const dialog = page.getByRole("dialog", { name: "跨报告替换" });
  await dialog.getByLabel("查找").fill("强审");
  await dialog.getByLabel("替换为").fill("金审");
  await dialog.getByRole("checkbox", { name: /2026 年/u }).click();
  await dialog.getByRole("button", { name: "在 3 份报告中查找" }).click();
  await expect(dialog.getByText("属于“增强审计”", { exact: true })).toHaveCount(3);
  // somebody opens one of them meanwhile
  await desk.call("report.open", { id: open });
  await dialog.getByRole("button", { name: "替换 3 份报告中选中的 3 处" }).click();
  await expect(dialog.getByText("2 份报告替换好了，1 份没有动")).toBeVisible();
  await expect(dialog.getByText(/报告“丙报告”正打开着/u)).toBeVisible();
  for (const id of ids) {
    const { report } = await desk.call("report.read", { id });
    expect(JSON.stringify(report.body)).toContain("推进科技金审。");
    expect(JSON.stringify(report.body)).toContain("增强审计监督");
  }
  await dialog.getByRole("button", { name: "撤销" }).click();
  await expect(dialog.getByText("2 份报告恢复了原文")).toBeVisible();
  for (const id of ids) {
    expect(JSON.stringify((await desk.call("report.read", { id })).report.body)).not.toContain("金审");
  }
});
