import type { Locator, Page } from "@playwright/test";
import { below, type Random } from "../../support/seeded-random.ts";
import { paste, type pinyinOf } from "./typing-tools.ts";

export type Walker = {
  readonly page: Page;
  readonly random: Random;
  readonly pinyin: Awaited<ReturnType<typeof pinyinOf>>;
};
/** `beside`: it may take the line before or behind the cursor's into it. `table`: it changes the whole table at the cursor. */
export type Step = {
  readonly name: string;
  readonly beside?: boolean;
  readonly table?: boolean;
  readonly isUndo?: boolean;
  /** It may change every place of a figure. */
  readonly figures?: boolean;
  /** Gives the place among the blocks of what it changes besides the selected lines, where that is known. */
  run(): Promise<number | undefined>;
};

const choice = <T>(random: Random, choices: readonly T[]): T => {
  const chosen = choices[below(random, choices.length)];
  if (chosen === undefined) throw new Error("Nothing to choose from");
  return chosen;
};

const moves = ["ArrowUp", "ArrowDown", "ArrowLeft", "ArrowRight", "Home", "End", "Control+Home", "Control+End"];
const stretches = [
  "Shift+ArrowUp",
  "Shift+ArrowDown",
  "Shift+ArrowLeft",
  "Shift+ArrowRight",
  "Shift+Home",
  "Shift+End",
];
const words = ["审计", "2026年", "。", "a", "5"];
const pages = [
  { "text/plain": "一段话。" },
  { "text/html": "<h1>大标题</h1><p>正文。</p>" },
  { "text/html": "<p>甲</p><table><tr><td>格</td><td>子</td></tr></table>" },
  {
    "text/html":
      "<table><tr><td rowspan=2>高</td><td>乙</td></tr><tr><td>丁</td></tr><tr><td colspan=2>宽</td></tr></table>",
  },
  { "text/plain": "项目\t数量\n审计\t3" },
  { "text/plain": "| 甲 | 乙 |\n| --- | --- |\n| 1 | 2 |" },
];
/** Commands by their names in the palette, with what they may change besides the selected lines. */
const commands: readonly Pick<Step, "name" | "beside" | "table">[] = [
  ...["一级标题", "二级标题", "三级标题", "正文", "编号段落", "顶格段落", "表题", "报告标题", "加粗", "上标"].map(
    (name) => ({ name }),
  ),
  { name: "段首标题", beside: true },
  { name: "分页", beside: true },
  { name: "空白" },
  { name: "本节上移" },
  { name: "本节下移" },
  ...[
    "在上方加一行",
    "在下方加一行",
    "在左边加一列",
    "在右边加一列",
    "合并单元格",
    "拆分单元格",
    "首行作表头",
    "单元格居中",
    "单元格右对齐",
    "按内容调整列宽",
    "本列加宽",
    "从这一行重复标签",
  ].map((name) => ({ name, table: true })),
  ...["删除行", "删除列", "删除表格"].map((name) => ({ name, table: true, beside: true })),
];

/** Chooses what is done next. */
export function stepOf(walker: Walker): Step {
  const { page, random, pinyin } = walker;
  const step = (name: string, work: () => Promise<unknown>): Step => ({
    name,
    run: async () => {
      await work();
      return undefined;
    },
  });
  const keys = (name: string, beside = false): Step => ({ ...step(name, () => page.keyboard.press(name)), beside });
  const dice = below(random, 114);
  if (dice < 16) {
    const word = choice(random, words);
    return step(`type ${word}`, () => page.keyboard.type(word));
  }
  if (dice < 26) {
    const word = random() < 0.3 ? null : "审";
    return step(`pinyin ${word ?? "called off"}`, () => pinyin.write("shen", word));
  }
  if (dice < 36) return keys(choice(random, ["Backspace", "Delete", "Control+Backspace", "Control+Delete"]), true);
  if (dice < 42) return keys(choice(random, ["Enter", "Shift+Enter", "Control+x", "Control+Enter"]));
  if (dice < 48) {
    const data = choice(random, pages);
    return { ...step(`paste ${Object.values(data).join("")}`, () => paste(page, data)), table: true };
  }
  if (dice < 56) return { ...keys(choice(random, ["Control+z", "Control+y"])), isUndo: true };
  if (dice < 64) return clickStep(page, random);
  if (dice < 74) return commandStep(page, random);
  if (dice < 79) return cellsStep(page, random);
  if (dice < 82) return dragStep(page, random);
  if (dice < 90) return keys(choice(random, moves));
  if (dice < 100) return keys(choice(random, stretches));
  return dice < 106 ? reviewStep(page, random) : figureStep(walker);
}

/** A figure: its value written over by keys or by an input method, or left as it is, deleted, or copied to the end of its line. */
function figureStep({ page, random, pinyin }: Walker): Step {
  const at = random();
  const value = String(1 + below(random, 900));
  const how = choice(random, ["type", "Enter", "double click", "wrong", "pinyin", "delete", "copy"]);
  return {
    name: `figure ${how}`,
    figures: true,
    async run() {
      const all = page.locator(".paper [role=textbox] .figure");
      const count = await all.count();
      if (count === 0) return undefined;
      const figure = all.nth(Math.floor(at * count));
      const block = await blockAt(figure);
      const clickCount = how === "double click" ? 2 : 1;
      await figure.click({ force: true, timeout: 2000, clickCount });
      if (how === "type" || how === "Enter" || how === "double click") {
        if (how === "Enter") await page.keyboard.press("Enter");
        await page.keyboard.type(value);
        await page.keyboard.press("Enter");
      } else if (how === "wrong") {
        await page.keyboard.type("4x");
        await page.keyboard.press("Enter");
        await page.keyboard.press("Escape");
      } else if (how === "pinyin") {
        await pinyin.write("shen", random() < 0.5 ? null : "审");
        await page.keyboard.press("Escape");
      } else if (how === "delete") await page.keyboard.press("Delete");
      else {
        await page.keyboard.press("Control+c");
        await page.keyboard.press("End");
        await page.keyboard.press("Control+v");
      }
      return block;
    },
  };
}

/** The next item, or a decision on the one at hand: 已核, 沿用 (which writes last year's words back), or by a button. */
function reviewStep(page: Page, random: Random): Step {
  const how = choice(random, ["F8", "Shift+F8", "Control+F8", "Alt+F8", "沿用", "已核", "改", "重新待核"]);
  return {
    name: `review ${how}`,
    async run() {
      const at = await blockAt(page.locator(".paper .review-mark[data-current]"));
      if (how.includes("F8")) await page.keyboard.press(how);
      else {
        const items = page.getByRole("complementary", { name: "待核" }).getByRole("button", { name: how, exact: true });
        if ((await items.count()) > 0) await items.first().click({ timeout: 2000 });
      }
      return at;
    },
  };
}

/** The place among the blocks of the one that holds an element. */
async function blockAt(element: Locator): Promise<number | undefined> {
  if ((await element.count()) === 0) return undefined;
  return element.first().evaluate((inner) => {
    const blocks = [...(inner.closest("[role=textbox]")?.children ?? [])];
    return blocks.filter((one) => !one.hasAttribute("data-lexical-cursor")).findIndex((one) => one.contains(inner));
  });
}

/** By its name in the palette, where it can be run now. */
function commandStep(page: Page, random: Random): Step {
  const command = choice(random, commands);
  return {
    ...command,
    async run() {
      await page.keyboard.press("Control+k");
      const dialog = page.getByRole("dialog", { name: "查找命令" });
      await dialog.getByRole("combobox").fill(command.name);
      const first = dialog.getByRole("option").first();
      const isThere = (await first.count()) > 0 && (await first.textContent())?.startsWith(command.name) === true;
      await page.keyboard.press(isThere ? "Enter" : "Escape");
      await dialog.waitFor({ state: "detached" });
      return undefined;
    },
  };
}

/** Cells from one to another, with the mouse. */
function cellsStep(page: Page, random: Random): Step {
  const [from, to] = [random(), random()];
  return {
    name: "select cells",
    async run() {
      const table = page.locator(".paper table").first();
      const cells = table.locator("td, th");
      const count = await cells.count();
      if (count === 0) return undefined;
      await table.scrollIntoViewIfNeeded();
      const [start, end] = [
        await cells.nth(Math.floor(from * count)).boundingBox(),
        await cells.nth(Math.floor(to * count)).boundingBox(),
      ];
      if (start && end) await sweep(page, start, end);
      return undefined;
    },
  };
}

/** The selected words, taken to another line. */
function dragStep(page: Page, random: Random): Step {
  const to = random();
  return {
    name: "drag words",
    async run() {
      const start = await page.evaluate(() => {
        const selection = getSelection();
        if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
        const { x, y, width, height } = selection.getRangeAt(0).getClientRects()[0] ?? new DOMRect();
        return { x, y, width, height };
      });
      const lines = page.locator(".paper [role=textbox] > p");
      const line = lines.nth(Math.floor(to * (await lines.count())));
      const end = await line.boundingBox();
      const at = await blockAt(line);
      if (start && end) await sweep(page, start, end);
      return at;
    },
  };
}

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

async function sweep(page: Page, from: Box, to: Box): Promise<void> {
  const middle = (box: Box): readonly [number, number] => [box.x + box.width / 2, box.y + box.height / 2];
  await page.mouse.move(...middle(from));
  await page.mouse.down();
  await page.mouse.move(...middle(to), { steps: 4 });
  await page.mouse.up();
}

function clickStep(page: Page, random: Random): Step {
  const at = random();
  const clickCount = random() < 0.3 ? 2 : 1;
  const kind = choice(random, ["p", "h1", ".report-heading", "figure", ".page-break", "td", "[data-lexical-text]"]);
  return {
    name: `click ${kind} ×${clickCount}`,
    async run() {
      const all = page.locator(`.paper [role=textbox] ${kind}`);
      const count = await all.count();
      if (count > 0) await all.nth(Math.floor(at * count)).click({ force: true, timeout: 2000, clickCount });
      return undefined;
    },
  };
}
