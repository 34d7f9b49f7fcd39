import type { Page } from "@playwright/test";
import { below, type Random, randomOf } from "../../support/seeded-random.ts";
import { type Desk, expect, test } from "../fixtures.ts";
import { paste, pastePicture, pinyinOf } from "./typing-tools.ts";

/** Steps of one walk; more of them, and other seeds, find more: `WALK_STEPS=500 WALK_SEED=7`. */
const STEPS = Number(process.env["WALK_STEPS"] ?? 40);
const SEED = Number(process.env["WALK_SEED"] ?? 1);

/** A line, an object or a cell as it is stored. */
type Piece = { readonly id: string; readonly stored: string; readonly type: string };
type Seen = {
  readonly pieces: readonly Piece[];
  /** Ids of the pieces that the selection is in. */
  readonly selected: readonly string[];
  readonly canUndo: boolean;
};

/** What the editor holds, read out of it in the page. */
async function look(page: Page): Promise<Seen> {
  return page.evaluate(() => {
    type Node = {
      __key: string;
      __parent: string | null;
      __first?: string | null;
      __next: string | null;
      __type: string;
    };
    type Point = { key: string; offset: number };
    type State = {
      _nodeMap: Map<string, Node>;
      _selection: {
        anchor?: Point;
        focus?: Point;
        tableKey?: string;
        _nodes?: Set<string>;
        getNodes(): readonly Node[];
      } | null;
      toJSON(): { root: { children: readonly Stored[] } };
      read<T>(work: () => T): T;
    };
    type Stored = { type: string; children?: readonly Stored[]; $?: { blockId?: string } };
    const root = document.querySelector(".paper [role=textbox]") as HTMLElement & {
      __lexicalEditor: { getEditorState(): State };
    };
    const state = root.__lexicalEditor.getEditorState();
    const node = (key: string | null | undefined): Node | undefined =>
      typeof key === "string" ? state._nodeMap.get(key) : undefined;
    const childrenOf = (parent: Node | undefined): readonly Node[] => {
      const found: Node[] = [];
      for (let child = node(parent?.__first); child; child = node(child.__next)) found.push(child);
      return found;
    };
    const pieces: Piece[] = [];
    const idOfKey = new Map<string, string>();
    const blocks = childrenOf(node("root"));
    for (const [index, stored] of state.toJSON().root.children.entries()) {
      const block = blocks[index];
      if (!block) continue;
      const id = stored.$?.blockId ?? "?";
      if (stored.type !== "table") {
        idOfKey.set(block.__key, id);
        pieces.push({ id, stored: JSON.stringify(stored), type: stored.type });
        continue;
      }
      for (const [row, storedRow] of (stored.children ?? []).entries()) {
        for (const [column, storedCell] of (storedRow.children ?? []).entries()) {
          const cell = childrenOf(childrenOf(block)[row])[column];
          if (!cell) continue;
          // a cell is known by its node: rows above it may come and go
          const cellId = `${id} ${cell.__key}`;
          idOfKey.set(cell.__key, cellId);
          pieces.push({ id: cellId, stored: JSON.stringify(storedCell), type: "cell" });
        }
      }
    }
    const pieceOf = (start: Node | undefined): readonly string[] => {
      for (let current = start; current; current = node(current.__parent)) {
        const id = idOfKey.get(current.__key);
        if (id !== undefined) return [id];
      }
      return [];
    };
    const selection = state._selection;
    const nodes = selection ? state.read(() => selection.getNodes()) : [];
    const inTable = selection?.tableKey !== undefined;
    const picked = inTable ? nodes.filter(({ __type }) => __type === "tablecell") : nodes;
    const ends = inTable
      ? []
      : [selection?.anchor, selection?.focus].flatMap((point) => {
          const at = node(point?.key);
          if (!point || at?.__key !== "root") return at ?? [];
          return [blocks[point.offset - 1], blocks[point.offset]].flatMap((block) => block ?? []);
        });
    const undo = document.querySelector<HTMLButtonElement>("[aria-label='撤销'], button[title^='撤销']");
    return {
      pieces,
      selected: [...new Set([...picked, ...ends].flatMap(pieceOf))],
      canUndo: undo !== null && !undo.disabled && undo.getAttribute("aria-disabled") !== "true",
    };
  });
}

type Walker = { readonly page: Page; readonly random: Random; readonly pinyin: Awaited<ReturnType<typeof pinyinOf>> };
/** `beside`: it may take the line before or behind the cursor's into it. */
type Step = { readonly name: string; readonly beside?: boolean; readonly isUndo?: boolean; run(): Promise<unknown> };

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
];

function stepOf({ page, random, pinyin }: Walker): Step {
  const keys = (name: string, beside = false): Step => ({ name, beside, run: () => page.keyboard.press(name) });
  const dice = below(random, 100);
  if (dice < 16) {
    const word = choice(random, words);
    return { name: `type ${word}`, run: () => page.keyboard.type(word) };
  }
  if (dice < 26) {
    const word = random() < 0.3 ? null : "审";
    return { name: `pinyin ${word ?? "called off"}`, run: () => pinyin.write("shen", word) };
  }
  if (dice < 36) return keys(choice(random, ["Backspace", "Delete", "Control+Backspace", "Control+Delete"]), true);
  if (dice < 42) return keys(choice(random, ["Enter", "Shift+Enter", "Control+x", "Control+Enter"]));
  if (dice < 48) {
    const data = choice(random, pages);
    return { name: `paste ${Object.values(data).join("")}`, run: () => paste(page, data) };
  }
  if (dice < 56) return { ...keys(choice(random, ["Control+z", "Control+y"])), isUndo: true };
  if (dice < 70) return clickStep(page, random);
  if (dice < 85) return keys(choice(random, moves));
  return keys(choice(random, stretches));
}

function clickStep(page: Page, random: Random): Step {
  const at = random();
  const kind = choice(random, ["p", "h1", ".report-heading", "figure", ".page-break", "td", "[data-lexical-text]"]);
  return {
    name: `click ${kind}`,
    async run() {
      const all = page.locator(`.paper [role=textbox] ${kind}`);
      const count = await all.count();
      if (count > 0) await all.nth(Math.floor(at * count)).click({ force: true, timeout: 2000 });
    },
  };
}

async function start(desk: Desk): Promise<Page> {
  const { page } = desk;
  await desk.newReport({ templateId: "blank" });
  await desk.text.locator("p").last().click();
  await paste(page, {
    "text/html":
      "<h1>一、成效</h1><p>第一段。还有一句。</p><table><tr><td>甲</td><td>乙</td></tr><tr><td>丙</td><td>丁</td></tr></table><p>末段。</p>",
  });
  await desk.text.locator("p", { hasText: "第一段" }).click();
  await page.keyboard.press("End");
  await pastePicture(page);
  await expect(page.locator(".paper figure")).toBeVisible();
  await desk.text.locator("p", { hasText: "末段" }).click();
  await page.keyboard.press("Control+Enter");
  await expect(page.locator(".paper .page-break")).toBeVisible();
  await page.keyboard.press("Control+s");
  await desk.saved();
  // a new window on it: its first state is the first state of undo
  await desk.library();
  await page.locator("[data-report-row]").first().click();
  await expect(desk.text).toBeVisible();
  await desk.text.locator("p", { hasText: "第一段" }).click();
  await page.waitForTimeout(300);
  return page;
}

test("a random walk changes nothing that is not selected, and undo leads back to its start", async ({ desk }) => {
  test.setTimeout(60_000 + STEPS * 1000);
  const failures: string[] = [];
  desk.page.on("pageerror", (error) => failures.push(error.stack ?? error.message));
  const page = await start(desk);
  const walker: Walker = { page, random: randomOf(SEED), pinyin: await pinyinOf(page) };
  const first = await look(page);
  const path: string[] = [];
  for (let count = 0; count < STEPS; count += 1) {
    const before = await look(page);
    const step = stepOf(walker);
    path.push(step.name);
    await step.run();
    await page.waitForTimeout(40);
    const after = await look(page);
    const where = `seed ${SEED}, step ${count}: ${path.slice(-6).join(", ")}`;
    expect(failures, where).toEqual([]);
    expect(
      after.pieces.filter(({ type }) => type === "report-title"),
      where,
    ).toHaveLength(1);
    if (!step.isUndo) expectRestUntouched(before, after, step, where);
  }
  await page.keyboard.press("Control+s");
  await desk.saved();
  for (let count = 0; count < STEPS * 3 && (await look(page)).canUndo; count += 1) {
    await page.getByRole("button", { name: "撤销" }).click();
    await page.waitForTimeout(20);
  }
  expect(
    (await look(page)).pieces.map(({ stored }) => stored),
    "undo to the start",
  ).toEqual(first.pieces.map(({ stored }) => stored));
  expect(failures).toEqual([]);
});

function expectRestUntouched(before: Seen, after: Seen, step: Step, where: string): void {
  const at = before.pieces.flatMap(({ id }, index) => (before.selected.includes(id) ? [index] : []));
  const beside = [Math.min(...at) - 1, Math.max(...at) + 1].flatMap((index) => before.pieces[index] ?? []);
  const touched = new Set([...before.selected, ...after.selected]);
  for (const piece of beside) {
    // an empty line beside takes what is written at an object
    if (step.beside === true || piece.stored.startsWith('{"children":[]')) touched.add(piece.id);
  }
  const now = new Map(after.pieces.map(({ id, stored }) => [id, stored]));
  for (const { id, stored } of before.pieces) if (!touched.has(id)) expect(now.get(id), where).toBe(stored);
}
