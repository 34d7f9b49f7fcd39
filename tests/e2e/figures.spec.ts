import type { Page } from "@playwright/test";
import { violationsOn } from "./axe.ts";
import { type Desk, expect, rail, test } from "./fixtures.ts";
import { pinyinOf } from "./editor/typing-tools.ts";

const text = `青石县审计局2026年工作报告
一、主要成效
（一）聚焦主责主业
全年完成审计项目42个，查出主要问题金额2.36亿元。提出审计建议138条，被采纳审计建议127条，采纳率92.0%。
| 类别 | 项目（个） | 审计建议（条） |
| --- | --- | --- |
| 预算执行 | 26 | 80 |
| 经济责任 | 16 | 58 |
| 合计 | 42 | 138 |

（二）狠抓审计整改
对完成审计项目42个逐个挂账，开展审计法宣讲16场次。
`;

async function openText(desk: Desk): Promise<void> {
  const { page } = desk;
  await desk.importText("2026年报告.md", 2026, text);
  await desk.openFirst();
  await page.keyboard.press("Escape");
}

const panel = (page: Page) => page.getByRole("complementary", { name: "数据台账" });
const row = (page: Page, name: string | RegExp) => panel(page).locator("button[data-figure-row]", { hasText: name });
const places = (desk: Desk, words: string) => desk.text.locator(".figure", { hasText: new RegExp(`^${words}$`, "u") });

const sizes = [
  [1366, 768],
  [1093, 614],
] as const;

/** Makes 采纳率 a share of two other figures, by its fields. */
async function deriveRate(page: Page): Promise<void> {
  const card = panel(page).getByRole("group", { name: "采纳率", exact: true });
  const choose = async (label: string, option: RegExp): Promise<void> => {
    await card.getByRole("combobox", { name: label, exact: true }).click();
    await page.getByRole("option", { name: option }).first().click();
  };
  await choose("算法", /^占比/u);
  await choose("部分", /^被采纳审计建议 127条/u);
  await choose("总数", /^提出审计建议 138条/u);
  await expect(card.getByLabel("算式")).toContainText("÷");
}

for (const [width, height] of sizes) {
  test(`the story by mouse at ${width}×${height}: bind, change once, undo, confirm, export`, async ({ desk }) => {
    const { page } = desk;
    await page.setViewportSize({ width, height });
    await openText(desk);
    await rail(page, "校核").click();
    await expect(page.getByRole("complementary", { name: "校核" })).toContainText(/全部 \d+/u);
    const words = await desk.text.innerText();
    await rail(page, "数据").click();
    const box = panel(page).getByRole("region", { name: "没有登记的数" });
    await expect(box).toContainText("完成审计项目 42 个");
    await box.getByRole("button", { name: "绑定", exact: true }).click();
    await expect(row(page, "完成审计项目")).toBeVisible();
    await box.getByRole("button", { name: /^全部绑定/u }).click();
    await expect(places(desk, "42")).toHaveCount(1);
    // the cell becomes another place of the same figure
    await page.keyboard.press("Control+z");
    await expect(places(desk, "42")).toHaveCount(0);
    await box.getByRole("button", { name: "全部列出" }).click();
    await panel(page)
      .getByRole("list", { name: "没有登记的数" })
      .getByRole("button", { name: /^合计·项目/u })
      .click();
    await panel(page).getByRole("button", { name: "返回台账" }).click();
    await box.getByRole("combobox", { name: "绑定为" }).click();
    await page.getByRole("option", { name: "已有：完成审计项目" }).click();
    await box.getByRole("button", { name: "绑定", exact: true }).click();
    await expect(places(desk, "42")).toHaveCount(1);
    await box.getByRole("button", { name: /^全部绑定/u }).click();
    await expect(box).toContainText("1 个数");
    await box.getByRole("button", { name: "绑定", exact: true }).click();
    await expect(box).toHaveCount(0);
    expect(await desk.text.innerText()).toBe(words);

    await row(page, /^采纳率/u).click();
    await deriveRate(page);
    await places(desk, "127条").dblclick();
    await page.keyboard.type("69");
    await page.keyboard.press("Enter");
    await expect(places(desk, "50\\.0%")).toHaveCount(1);
    await places(desk, "42个").first().click();
    await page.keyboard.type("45x");
    await page.keyboard.press("Enter");
    const field = page.getByRole("textbox", { name: "完成审计项目的数值" });
    await expect(page.locator(".paper + *, .paper").locator("..").getByRole("alert")).toContainText("不能写成“45x”");
    await expect(field).toHaveValue("45x");
    await page.keyboard.press("Backspace");
    await page.keyboard.press("Enter");
    await expect(field).toHaveCount(0);
    await expect(places(desk, "45")).toHaveCount(1);
    await expect(desk.text).toContainText("全年完成审计项目45个，");
    await page.getByRole("button", { name: "撤销" }).click();
    await expect(places(desk, "42")).toHaveCount(1);
    await expect(places(desk, "50\\.0%")).toHaveCount(1);
    await page.getByRole("button", { name: "重做" }).click();
    await expect(places(desk, "45")).toHaveCount(1);

    await row(page, "完成审计项目").first().click();
    const card = panel(page).getByRole("group", { name: "完成审计项目", exact: true });
    await card.getByRole("textbox", { name: "来源处室" }).fill("法规审理股");
    await card.getByRole("textbox", { name: "上年数" }).fill("40");
    await card.getByRole("button", { name: "已核对" }).click();
    await expect(row(page, "完成审计项目").first()).toContainText("+12.5%");
    await expect(row(page, "完成审计项目").first()).toContainText("法规审理股");
    await card.getByRole("button", { name: "逐处看" }).click();
    await expect(desk.text.locator("[data-figure-current]")).toHaveCount(2);
    await expect(places(desk, "45").first()).toHaveAttribute("data-figure", "confirmed");

    await page.keyboard.press("Control+s");
    await desk.saved();
    const { reports } = await desk.call("library.list", {});
    const stored = await desk.call("report.open", { id: reports[0]?.id ?? "" });
    expect(JSON.stringify(stored.report.body.root.$)).toContain("法规审理股");
    await page.getByRole("button", { name: "导出", exact: true }).click();
    await expect(page.getByRole("dialog", { name: "导出" })).toBeVisible();
  });

  test(`the story by keyboard at ${width}×${height}`, async ({ desk }) => {
    const { page } = desk;
    await page.setViewportSize({ width, height });
    await openText(desk);
    await desk.text.focus();
    await page.keyboard.press("Control+Shift+D");
    const box = panel(page).getByRole("region", { name: "没有登记的数" });
    await expect(box).toContainText("完成审计项目 42 个");
    await page.keyboard.press("F6");
    await expect(panel(page).locator(":focus")).toBeVisible();
    await box.getByRole("button", { name: "绑定", exact: true }).focus();
    await page.keyboard.press("Enter");
    await expect(places(desk, "42个")).toHaveCount(1);
    await expect(box).toContainText("查出主要问题金额");
    await page.keyboard.press("Enter");
    await expect(places(desk, "2\\.36亿元")).toHaveCount(1);
    await expect(box).toContainText("提出审计建议");

    await row(page, "完成审计项目").focus();
    await page.keyboard.press("ArrowDown");
    await expect(row(page, "查出主要问题金额")).toBeFocused();
    await expect(places(desk, "2\\.36亿元")).toHaveAttribute("data-figure-current", "");
    await page.keyboard.press("Enter");
    const card = panel(page).getByRole("group", { name: "查出主要问题金额", exact: true });
    await card.getByRole("textbox", { name: "数值" }).focus();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("三亿");
    await page.keyboard.press("Enter");
    await expect(card.getByRole("alert")).toContainText("“三亿”不是数字");
    await page.keyboard.press("Control+a");
    await page.keyboard.type("3.05");
    await page.keyboard.press("Enter");
    await expect(places(desk, "3\\.05亿元")).toHaveCount(1);
    await page.keyboard.press("Escape");
    await expect(card).toHaveCount(0);
    await expect(row(page, "查出主要问题金额")).toBeFocused();
    await page.keyboard.press("Escape");
    await expect(panel(page)).toHaveCount(0);
    await expect(desk.text).toBeFocused();
    await page.keyboard.press("Control+z");
    await expect(places(desk, "2\\.36亿元")).toHaveCount(1);
  });
}

test("a figure in the text is one piece for the arrow keys, for Backspace and for an input method", async ({
  desk,
}) => {
  const { page } = desk;
  await openText(desk);
  await page.keyboard.press("Control+Shift+D");
  await panel(page)
    .getByRole("button", { name: /^全部绑定/u })
    .click();
  await expect(places(desk, "138条")).toHaveCount(1);
  await places(desk, "138条").click();
  const pinyin = await pinyinOf(page);
  await pinyin.write("shen", "审");
  const field = page.getByRole("textbox", { name: "提出审计建议的数值" });
  await expect(field).toBeFocused();
  await expect(field).toHaveValue("审");
  await expect(desk.text).toContainText("提出审计建议138条，");
  await page.keyboard.press("Escape");
  await expect(field).toHaveCount(0);
  await expect(desk.text).toBeFocused();
  await places(desk, "138条").click();
  await pinyin.write("shen", null);
  await expect(desk.text).toContainText("提出审计建议138条，");
  await expect(places(desk, "138条")).toHaveCount(1);

  await places(desk, "138条").click();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.type("左右");
  await expect(desk.text).toContainText("提出审计建议138条左右，");
  for (let count = 0; count < 3; count += 1) await page.keyboard.press("ArrowLeft");
  await page.keyboard.type("共");
  await expect(desk.text).toContainText("提出审计建议共138条左右，");
  await page.keyboard.press("Delete");
  await expect(desk.text).toContainText("提出审计建议共左右，");
  await expect(row(page, "提出审计建议")).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(places(desk, "138条")).toHaveCount(1);

  // what is copied within the report stays bound, and follows
  await places(desk, "138条").click();
  await page.keyboard.press("Control+c");
  await page.keyboard.press("Control+End");
  await page.keyboard.press("Control+v");
  await expect(places(desk, "138条")).toHaveCount(2);
  await places(desk, "138条").first().click();
  await page.keyboard.press("Enter");
  await page.keyboard.type("140");
  await page.keyboard.press("Tab");
  await expect(places(desk, "140条")).toHaveCount(2);
});

test.describe("the panel for a screen reader", () => {
  test.use({ bypassCSP: true });
  test("has nothing that axe complains of, open and closed", async ({ desk }) => {
    const { page } = desk;
    await openText(desk);
    await page.keyboard.press("Control+Shift+D");
    await expect(panel(page).getByRole("button", { name: "绑定", exact: true })).toBeVisible();
    expect(await violationsOn(page)).toEqual([]);
    await panel(page)
      .getByRole("button", { name: /^全部绑定/u })
      .click();
    await row(page, "完成审计项目").first().click();
    await expect(panel(page).getByRole("group", { name: "完成审计项目", exact: true })).toBeVisible();
    await page.getByRole("button", { name: "关闭这条消息" }).click();
    await expect(page.getByRole("button", { name: "关闭这条消息" })).toHaveCount(0);
    expect(await violationsOn(page)).toEqual([]);
    await panel(page).getByRole("button", { name: "全部列出" }).click();
    expect(await violationsOn(page)).toEqual([]);
  });
});
