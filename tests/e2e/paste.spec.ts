import { expect, test } from "./fixtures.ts";

/** The clipboard of Word in the form it really has: styles by class, levels in mso attributes, spans everywhere. */
const fromWord = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{font-size:16pt;color:red}</style></head>
<body lang=ZH-CN><!--StartFragment-->
<h1 style='mso-outline-level:1'><span style='font-family:黑体;color:red'>一、基本情况</span></h1>
<p class=MsoNormal style='text-indent:32.0pt'><span style='font-family:仿宋;mso-bidi-font-size:16pt'>全年审计<b>三十二个</b>单位。</span><o:p></o:p></p>
<p class=MsoNormal><span style='font-family:楷体'>（一）加强计划管理。</span><span>统筹全年项目，避免重复进点。</span></p>
<table class=MsoTableGrid border=1><tr><td rowspan=2><p class=MsoNormal>目标</p></td><td><p class=MsoNormal>任务甲</p></td></tr><tr><td><p class=MsoNormal>任务乙</p></td></tr></table>
<!--EndFragment--></body></html>`;

test("keeps levels, run-in headings, bold words and merged cells of what is pasted, and no styling", async ({
  desk,
}) => {
  const { page } = desk;
  await desk.newReport({ templateId: "blank" });
  await desk.text.locator("p").last().click();
  await page.evaluate(async (html) => {
    const item = new ClipboardItem({
      "text/html": new Blob([html], { type: "text/html" }),
      "text/plain": new Blob(["一、基本情况"], { type: "text/plain" }),
    });
    await navigator.clipboard.write([item]);
  }, fromWord);
  await page.keyboard.press("Control+v");

  const headings = desk.text.locator(".report-heading");
  await expect(headings.nth(0)).toHaveText("基本情况");
  await expect(headings.nth(0)).toHaveAttribute("data-ordinal", "一、");
  await expect(headings.nth(1)).toHaveAttribute("data-ordinal", "（一）");
  await expect(headings.nth(1).locator(".heading-part")).toHaveText("加强计划管理。");
  await expect(desk.text.locator("b, strong")).toHaveText("三十二个");
  await expect(desk.text.locator("td[rowspan='2']")).toHaveText("目标");
  expect(await desk.text.locator("[style*='color']").count()).toBe(0);
  await page.keyboard.press("Control+z");
  await expect(desk.text.locator("table")).toHaveCount(0);
});

test("reads pasted plain text line by line, as an opened text file", async ({ desk }) => {
  const { page } = desk;
  await desk.newReport({ templateId: "blank" });
  await desk.text.locator("p").last().click();
  await page.evaluate(() =>
    navigator.clipboard.writeText("二、存在问题\n一是力量不足。\n（一）人员偏少。年轻干部比例低。"),
  );
  await page.keyboard.press("Control+v");
  await expect(desk.text.locator(".report-heading").first()).toContainText("存在问题");
  await expect(desk.text.locator('.report-heading[data-form="runIn"] .heading-part')).toHaveText("人员偏少。");
});
