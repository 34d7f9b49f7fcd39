import { expect, rail, test } from "./fixtures.ts";

const sizes = [
  [1024, 600],
  [1093, 614],
  [1180, 700],
  [1279, 900],
  [1280, 720],
  [1366, 768],
  [1600, 679],
  [1699, 900],
  [1920, 1080],
  [2560, 1440],
] as const;

/** What is cut or scrolls sideways, by the names of elements; and how much of the 版心 is out of sight or covered. */
const faults = (): readonly string[] => {
  const found: string[] = [];
  const root = document.documentElement;
  if (root.scrollWidth > window.innerWidth) found.push(`window ${root.scrollWidth}`);
  for (const element of document.querySelectorAll<HTMLElement>("body *")) {
    const style = getComputedStyle(element);
    if (!/auto|scroll/u.test(style.overflowX)) continue;
    if (element.scrollWidth > element.clientWidth + 1) found.push(`${element.className} ${element.scrollWidth}`);
  }
  for (const element of document.querySelectorAll<HTMLElement>("header, footer, nav, aside, main")) {
    const { right, left } = element.getBoundingClientRect();
    if (right > window.innerWidth + 1 || left < -1) found.push(`${element.tagName} ${left}–${right}`);
  }
  const text = document.querySelector<HTMLElement>('[role="textbox"][aria-label="报告正文"]');
  if (text) {
    const { left, right } = text.getBoundingClientRect();
    const ground = document.querySelector('[data-testid="page-ground"]')?.getBoundingClientRect();
    if (left < (ground?.left ?? 0) || right > (ground?.right ?? 0)) found.push(`版心 ${left}–${right}`);
    for (const x of [left + 2, (left + right) / 2, right - 2]) {
      const hit = document.elementFromPoint(x, window.innerHeight - 60);
      if (!hit || !hit.closest('[data-testid="page-ground"]')) found.push(`covered at ${x} by ${hit?.className}`);
    }
  }
  return found;
};

test("nothing is cut, covered or scrolled sideways in windows from 1024×600 to 2560×1440, in any view", async ({
  desk,
}) => {
  test.setTimeout(240_000);
  const { page } = desk;
  await desk.newReport({ templateId: "fazhi-county" });
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    const look = async (view: string): Promise<void> => {
      await page.waitForTimeout(150);
      expect(await page.evaluate(faults), `${view} at ${width}×${height}`).toEqual([]);
    };
    for (const panel of ["写作提示", "公文要素", "去年文本"]) {
      if ((await rail(page, panel).getAttribute("aria-pressed")) !== "true") await rail(page, panel).click();
      await look(panel);
    }
    await page.getByRole("button", { name: "去年对照", exact: true }).click();
    await look("去年对照");
    await rail(page, "公文要素").click();
    await look("去年对照 with a panel");
    await page.getByRole("button", { name: "预览", exact: true }).click();
    await look("预览");
    await page.getByRole("button", { name: "写作", exact: true }).click();
    await page.keyboard.press("Control+h");
    await look("查找和替换");
    await page.keyboard.press("Escape");
    await rail(page, "写作提示").click();
  }
  await page.getByRole("button", { name: "回到报告库" }).click();
  for (const [width, height] of sizes) {
    await page.setViewportSize({ width, height });
    await page.waitForTimeout(100);
    expect(await page.evaluate(faults), `library at ${width}×${height}`).toEqual([]);
  }
});

test("the page keeps its lines at every scale, and has as many pages as its paper, blanks included", async ({
  desk,
}) => {
  const { page } = desk;
  await desk.newReport({ templateId: "fazhi-municipal" });
  const ends = (): Promise<readonly number[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>(".report-paragraph")].map((line) => {
        const range = document.createRange();
        range.selectNodeContents(line);
        return new Set([...range.getClientRects()].map(({ bottom }) => Math.round(bottom / 8))).size;
      }),
    );
  await page.waitForTimeout(400);
  const heights = async (): Promise<readonly number[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>(".report-paragraph, .report-heading")].map((block) =>
        Math.round(block.offsetHeight / 38.6),
      ),
    );
  const first = await heights();
  expect((await ends()).length).toBeGreaterThan(3);
  for (const width of [1024, 1280, 1366, 1500]) {
    await page.setViewportSize({ width, height: 768 });
    await page.waitForTimeout(200);
    expect(await heights(), `at ${width}`).toEqual(first);
  }
  await page.setViewportSize({ width: 1366, height: 768 });
  await page.getByRole("button", { name: "预览", exact: true }).click();
  const preview = page.getByRole("complementary", { name: "预览" });
  await expect(preview.getByText(/共 \d+ 页/u)).toBeVisible({ timeout: 30_000 });
  const paper = /共 (\d+) 页/u.exec((await preview.textContent()) ?? "")?.[1];
  await expect(page.locator("footer")).toContainText(`共 ${paper ?? "?"} 页`);
});
