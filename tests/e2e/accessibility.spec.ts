import { violationsOn } from "./axe.ts";
import { expect, test, rail } from "./fixtures.ts";

test.use({ bypassCSP: true });

/** Last year's text with what a conversion leaves in it. */
const damagedDraft = `某县审计局关于2025年法治政府建设情况的报告
2025年,某县审计局认真落实各项任务,完成审计项目32个,提出建议96条。现将有关情况报告如下:
一、主要工作
(一)加强学习.组织集中学法4次,参加120人次。
[bookmark: _GoBack](二)规范执法.制定《审计执法办法》,修订制度5项。
二、存在的问题
业务能力还有不足,执法水平有待提高。
`;

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
      await desk.library();
      const look = async (view: string): Promise<void> => {
        await page.waitForTimeout(350);
        expect(await violationsOn(page), view).toEqual([]);
      };
      await expect(page.getByRole("button", { name: /从模板开始/u })).toBeVisible();
      await look("empty library");
      await desk.newReport({ templateId: "fazhi-county" });
      await look("editor");
      for (const panel of ["公文要素", "去年文本", "校核"]) {
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
      await page.getByRole("treeitem").nth(1).click({ button: "right" });
      await expect(page.getByRole("menuitem", { name: /^改名/u })).toBeVisible();
      await look("大纲的菜单");
      await page.keyboard.press("Escape");
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "更多", exact: true }).click();
      await expect(page.getByRole("menu")).toBeVisible();
      await look("更多");
      await page.keyboard.press("Escape");
      await expect(page.getByRole("menu")).toHaveCount(0);
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
      await page
        .getByRole("button", { name: /的操作$/u })
        .first()
        .click();
      await expect(page.getByRole("menuitem", { name: "打开" })).toBeVisible();
      await look("报告的菜单");
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "新建报告" }).click();
      await look("新建报告");
    });

    test(`axe finds nothing in the dialogs of last year's report in the ${theme} theme at ${width}×${height}`, async ({
      desk,
    }) => {
      test.setTimeout(150_000);
      const { page } = desk;
      await page.setViewportSize({ width, height });
      await desk.call("settings.change", { theme });
      const file = { name: "去年的报告.txt", mimeType: "text/plain", buffer: Buffer.from(damagedDraft) };
      const look = async (view: string): Promise<void> => {
        await page.waitForTimeout(350);
        expect(await violationsOn(page), view).toEqual([]);
      };
      await desk.library();
      await page.getByRole("button", { name: /用去年的报告开始/u }).click();
      const roll = page.getByRole("dialog", { name: "从去年报告新建" });
      await expect(roll).toBeVisible();
      await look("从去年报告新建：选报告");
      const chooser = page.waitForEvent("filechooser");
      await roll.getByRole("button", { name: "选择文件" }).click();
      await (await chooser).setFiles(file);
      await expect(roll.getByLabel("新报告年度")).toHaveValue("2026");
      await roll.getByRole("button", { name: /半角标点/u }).click();
      await roll.getByRole("list", { name: "发现的问题" }).getByRole("checkbox").first().click();
      await look("从去年报告新建：年度和体检");
      await roll.getByRole("button", { name: "新建", exact: true }).click();
      await expect(page.getByRole("complementary", { name: "待核" })).toBeVisible();
      await look("待核");
      await page.keyboard.press("F8");
      await look("当前的待核");
      await page.getByRole("button", { name: "去年对照", exact: true }).click();
      await expect(page.getByRole("complementary", { name: "去年对照" }).getByText(/雷同/u).first()).toBeVisible();
      await look("待核和去年对照");
      await page.getByRole("button", { name: "写作", exact: true }).click();
      await rail(page, "校核").click();
      const checker = page.getByRole("complementary", { name: "校核" });
      await checker.locator("[data-finding]").first().click();
      await look("校核：打开的一条");
      await checker.getByRole("button", { name: /^一并改正/u }).click();
      await look("校核：一并改正");
      await checker.getByRole("button", { name: "返回校核" }).click();
      for (const name of ["校核规则", "导出校核单"]) {
        await checker.getByRole("button", { name }).click();
        await expect(page.getByRole("dialog", { name })).toBeVisible();
        await look(name);
        await page.keyboard.press("Escape");
      }
      const menu = async (name: string): Promise<void> => {
        await page.getByRole("button", { name: "更多", exact: true }).click();
        await page.getByRole("menuitem", { name }).click();
        await expect(page.getByRole("dialog", { name })).toBeVisible();
        await look(name);
        await page.keyboard.press("Escape");
        await expect(page.getByRole("dialog", { name })).toHaveCount(0);
      };
      for (const name of ["导入体检", "另存为模板", "跨报告替换", "替换记录"]) await menu(name);
      await page.keyboard.press("Control+e");
      await page.getByRole("dialog", { name: "导出" }).getByRole("button", { name: "导出", exact: true }).click();
      await expect(page.getByRole("dialog", { name: "报告还没有写完" })).toBeVisible();
      await look("报告还没有写完");
    });
  }
}

test("who hears the text hears its computed ordinals, and the level of every heading", async ({ desk }) => {
  const { page } = desk;
  await desk.newReport({ templateId: "fazhi-county" });
  const heading = (name: string | RegExp, level: number) =>
    page.getByRole("textbox", { name: "报告正文" }).getByRole("heading", { name, level });
  await expect(heading("一、扛牢第一责任人职责", 2)).toBeVisible();
  await expect(heading(/^（二）依法履行职责，突出监督重点。/u, 3)).toBeVisible();
  // they are counted anew for the ear as for the eye
  await page.getByRole("treeitem", { name: /^一、/u }).focus();
  await page.keyboard.press("Alt+ArrowDown");
  await expect(heading("二、扛牢第一责任人职责", 2)).toBeVisible();
});
