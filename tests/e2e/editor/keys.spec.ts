import type { Locator, Page } from "@playwright/test";
import { type Desk, expect, test } from "../fixtures.ts";
import { tableKeyProofs } from "./table-key-proofs.ts";
import { blocks } from "./typing-tools.ts";

/** One command with a key, as the sheet of F1 shows it. */
type Listed = { readonly label: string; readonly keys: string };

const blocksOf = blocks;
const kindOf = (page: Page, name: RegExp) => expect(page.getByRole("button", { name })).toBeVisible();
const inText = async ({ desk }: Bench): Promise<void> => {
  await desk.text.locator("p").last().click();
  await desk.page.keyboard.press("Control+End");
  await desk.page.keyboard.press("Enter");
  await desk.page.keyboard.press("Control+0");
  // the editor hears of the cursor in an event of its own
  await kindOf(desk.page, /段落种类：正文/u);
  await desk.page.waitForTimeout(150);
};

type Bench = { readonly desk: Desk; readonly page: Page; readonly press: () => Promise<void> };
type Proof = (bench: Bench) => Promise<void>;

const level =
  (name: RegExp): Proof =>
  async (bench) => {
    await inText(bench);
    await bench.page.keyboard.type("甲");
    await bench.press();
    await kindOf(bench.page, name);
  };
const zoom: Proof = async ({ page, press }) => {
  const sheet = page.locator(".paper").locator("..");
  const before = await sheet.evaluate((element) => getComputedStyle(element).zoom);
  await press();
  await expect.poll(() => sheet.evaluate((element) => getComputedStyle(element).zoom)).not.toBe(before);
};

/** What a key does to the second item of a chapter while the keyboard is in the outline. */
const inOutline =
  (see: (shown: { row: Locator; rows: Locator; before: number }) => Promise<void>): Proof =>
  async ({ page, press }) => {
    const rows = page.getByRole("treeitem");
    const row = rows.filter({ hasText: "依法履行职责" });
    await row.focus();
    const before = await rows.count();
    await press();
    await see({ row, rows, before });
  };

/** What each key of the sheet must be seen to do. A key without a proof fails the test. */
const proofs: Readonly<Record<string, Proof>> = {
  立即保存: async (bench) => {
    await inText(bench);
    await bench.page.keyboard.type("存");
    await bench.press();
    await bench.desk.saved();
  },
  导出: async ({ page, press }) => {
    await press();
    await expect(page.getByRole("dialog", { name: "导出" })).toBeVisible();
  },
  撤销: async (bench) => {
    await inText(bench);
    const before = await blocksOf(bench.page);
    await bench.page.keyboard.type("甲");
    await bench.press();
    await expect.poll(() => blocksOf(bench.page)).toEqual(before);
  },
  重做: async (bench) => {
    await inText(bench);
    await bench.page.keyboard.type("甲");
    const after = await blocksOf(bench.page);
    await bench.page.keyboard.press("Control+z");
    await bench.press();
    await expect.poll(() => blocksOf(bench.page)).toEqual(after);
  },
  加粗: async (bench) => {
    await inText(bench);
    await bench.press();
    await bench.page.keyboard.type("粗");
    await expect(bench.desk.text.locator("strong").last()).toHaveText("粗");
  },
  上标: async (bench) => {
    await inText(bench);
    await bench.press();
    await bench.page.keyboard.type("2");
    await expect(bench.desk.text.locator("sup").last()).toHaveText("2");
  },
  下标: async (bench) => {
    await inText(bench);
    await bench.press();
    await bench.page.keyboard.type("2");
    await expect(bench.desk.text.locator("sub").last()).toHaveText("2");
  },
  "一级标题 一、": level(/段落种类：一级标题/u),
  "二级标题（一）": level(/段落种类：二级标题/u),
  "三级标题 1.": level(/段落种类：三级标题/u),
  "四级标题（1）": level(/段落种类：四级标题/u),
  正文: async (bench) => {
    await inText(bench);
    await bench.page.keyboard.press("Control+1");
    await bench.press();
    await kindOf(bench.page, /段落种类：正文/u);
  },
  段首标题: async (bench) => {
    await inText(bench);
    await bench.page.keyboard.type("标题。正文。");
    const before = await blocksOf(bench.page);
    await bench.press();
    await expect.poll(async () => (await blocksOf(bench.page)).at(-1)).toMatch(/^段首/u);
    await bench.press();
    await expect.poll(() => blocksOf(bench.page)).toEqual(before);
  },
  本节上移: async ({ page, desk, press }) => {
    const headings = desk.text.locator(".report-heading[data-level='1']");
    const second = (await headings.nth(1).textContent()) ?? "";
    await headings.nth(1).click();
    await kindOf(page, /段落种类：一级标题/u);
    await press();
    await expect(headings.nth(0)).toHaveText(second);
  },
  本节下移: async ({ page, desk, press }) => {
    const headings = desk.text.locator(".report-heading[data-level='1']");
    const first = (await headings.nth(0).textContent()) ?? "";
    await headings.nth(0).click();
    await kindOf(page, /段落种类：一级标题/u);
    await press();
    await expect(headings.nth(1)).toHaveText(first);
  },
  本节改名: async ({ page, desk, press }) => {
    const heading = desk.text.locator(".report-heading[data-level='1']").nth(0);
    await heading.click();
    await kindOf(page, /段落种类：一级标题/u);
    await press();
    await page.keyboard.type("改过的名");
    await page.keyboard.press("Enter");
    await expect(heading).toHaveText("改过的名");
    await expect(desk.text).toBeFocused();
  },
  标为已完成: inOutline(async ({ row }) => expect(row).toContainText("已完成")),
  升一级: inOutline(async ({ row }) => expect(row).toHaveAttribute("aria-level", "1")),
  降一级: inOutline(async ({ row }) => expect(row).toHaveAttribute("aria-level", "3")),
  在后面加一节: inOutline(async ({ rows, before }) => expect(rows).toHaveCount(before + 1)),
  删除本节: inOutline(async ({ rows, before }) => expect(rows).toHaveCount(before - 1)),
  分页: async (bench) => {
    await inText(bench);
    await bench.page.keyboard.type("甲");
    const before = await blocksOf(bench.page);
    await bench.press();
    await expect.poll(() => blocksOf(bench.page)).toEqual([...before, "[页]", ""]);
  },
  查找: async ({ page, press }) => {
    await press();
    await expect(page.getByLabel("查找内容")).toBeFocused();
  },
  替换: async ({ page, press }) => {
    await press();
    await expect(page.getByLabel("替换为")).toBeVisible();
  },
  下一处空白: async ({ page, desk, press }) => {
    await desk.text.locator("h1").click();
    await page.keyboard.press("Control+Home");
    await press();
    const first = await desk.text.locator(".blank").first().textContent();
    await expect.poll(() => page.evaluate(() => getSelection()?.toString())).toBe(first);
  },
  上一处空白: async (bench) => {
    await inText(bench);
    await bench.press();
    const last = await bench.desk.text.locator(".blank").last().textContent();
    await expect.poll(() => bench.page.evaluate(() => getSelection()?.toString())).toBe(last);
  },
  预览: async ({ page, press }) => {
    await press();
    await expect(page.getByRole("complementary", { name: "预览" })).toBeVisible();
  },
  转到下一栏: async ({ desk, press }) => {
    await desk.text.locator("p").first().click();
    await press();
    await expect(desk.text).not.toBeFocused();
  },
  转到上一栏: async ({ desk, press }) => {
    await desk.text.locator("p").first().click();
    await press();
    await expect(desk.text).not.toBeFocused();
  },
  放大: zoom,
  缩小: zoom,
  原来大小: async ({ page, press }) => {
    await page.keyboard.press("Control+Alt+-");
    await press();
    await expect
      .poll(() =>
        page
          .locator(".paper")
          .locator("..")
          .evaluate((sheet) => getComputedStyle(sheet).zoom),
      )
      .toBe("1");
  },
  快捷键: async ({ page, press }) => {
    await press();
    await expect(page.getByRole("dialog", { name: "快捷键" })).toBeVisible();
  },
  查找命令: async ({ page, press }) => {
    await press();
    await expect(page.getByRole("dialog").last()).toBeVisible();
  },
  "复制、剪切、粘贴": async (bench) => {
    await inText(bench);
    await bench.page.keyboard.press("Enter");
    await bench.page.keyboard.type("抄");
    await bench.page.keyboard.press("Shift+Home");
    await bench.page.keyboard.press("Control+c");
    await bench.page.keyboard.press("Control+x");
    await bench.page.keyboard.press("Control+v");
    await bench.page.keyboard.press("Control+v");
    await expect.poll(async () => (await blocksOf(bench.page)).at(-1)).toMatch(/抄抄$/u);
  },
  ...tableKeyProofs,
  复制为网页格式: async ({ page, press }) => {
    await press();
    await expect(page.getByText("已复制整篇报告")).toBeVisible();
  },
  打印: async ({ page, press }) => {
    await press();
    await expect(page.getByRole("dialog", { name: "打印" })).toBeVisible();
  },
  "表题、图题编号": async (bench) => {
    await inText(bench);
    await bench.page.keyboard.type("收支情况");
    await bench.page.getByRole("button", { name: /段落种类/u }).click();
    await bench.page.getByRole("menuitemcheckbox", { name: "表题", exact: true }).click();
    await expect(bench.desk.text.locator("[data-role='caption']").last()).toHaveText("收支情况");
    await bench.press();
    await expect(bench.desk.text.locator("[data-role='caption']").last()).toHaveAttribute("data-ordinal", /^表1/u);
  },
  数据台账: async ({ page, press }) => {
    await press();
    await expect(page.getByRole("complementary", { name: "数据台账" })).toBeVisible();
  },
  登记数据: async (bench) => {
    await inText(bench);
    await bench.page.keyboard.type("36个");
    await bench.page.keyboard.press("Shift+Home");
    await bench.press();
    await expect(bench.desk.text.locator(".figure").last()).toHaveText("36个");
  },
  段内换行: async (bench) => {
    await inText(bench);
    const before = await blocksOf(bench.page);
    await bench.press();
    await bench.page.keyboard.type("续");
    expect(await blocksOf(bench.page)).toHaveLength(before.length);
    await expect(bench.desk.text.locator("br").first()).toBeAttached();
  },
};

/** Keys that walk through what is 待核 and what the checker found; `review.spec.ts` and `check.spec.ts` prove them on reports that have some. */
const provedElsewhere = [
  "下一处待核或校核",
  "上一处待核或校核",
  "已核（校核：改正）并到下一处",
  "沿用（校核：不改）并到下一处",
];

const pressed = (keys: string): string =>
  keys
    .replaceAll("↑", "ArrowUp")
    .replaceAll("↓", "ArrowDown")
    .replaceAll("←", "ArrowLeft")
    .replaceAll("→", "ArrowRight")
    .replaceAll("空格", "Space")
    .replaceAll("Ctrl", "Control")
    .replaceAll("Del", "Delete");

async function listedKeys(page: Page): Promise<readonly Listed[]> {
  await page.keyboard.press("F1");
  const items = page.getByRole("dialog", { name: "快捷键" }).getByRole("listitem");
  await expect(items.first()).toBeVisible();
  const listed = await items.evaluateAll((all) =>
    all.map((item) => ({
      label: item.firstChild?.textContent ?? "",
      keys: item.querySelector("kbd")?.textContent ?? "",
    })),
  );
  await page.keyboard.press("Escape");
  return listed;
}

/** The sheet is long: each of these tests proves every fourth key. */
const parts = [0, 1, 2, 3] as const;

for (const part of parts) {
  test(`every key on the sheet does what it says, in the window (${part + 1} of ${parts.length})`, async ({ desk }) => {
    test.setTimeout(180_000);
    const { page } = desk;
    await desk.newReport({ templateId: "fazhi-county" });
    const listed = await listedKeys(page);
    expect(listed.length).toBeGreaterThan(25);
    const unproved = listed
      .map(({ label }) => label)
      .filter((label) => !(label in proofs) && !provedElsewhere.includes(label));
    expect(unproved, "keys without a proof").toEqual([]);
    let count = 0;
    for (const { label, keys } of listed.filter((_, index) => index % parts.length === part)) {
      const prove = proofs[label];
      if (!prove) continue;
      for (const key of keys.split(" 或 ")) {
        await test.step(`${label} ${key}`, async () => {
          // a report of its own for each: one that was just left may still be locked
          count += 1;
          await desk.newReport({ templateId: "fazhi-county", organ: `青石${100 + count}县审计局` });
          await prove({ desk, page, press: () => page.keyboard.press(pressed(key)) });
        });
      }
    }
  });
}
