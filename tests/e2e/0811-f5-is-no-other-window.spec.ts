import { expect, test } from "./fixtures.ts";

const takenOver = "另一个窗口已经关闭了这份报告，现在可以在这里编辑。";

test("F5 goes on writing without a word about another window", async ({ desk, page }) => {
  const { text } = desk;
  const { id } = await desk.newReport({ templateId: "fazhi-county" });
  // the page before F5, as the backend sees it while it has not yet noticed that the page is gone
  const former = crypto.randomUUID();
  const origin = new URL(page.url()).origin;
  const asFormer = (channel: string) =>
    page.request.post(`${origin}/api/call`, {
      headers: { origin, "x-window-id": former, "content-type": "application/json" },
      data: JSON.stringify({ channel, input: { id } }),
    });
  let isTaken = false;
  await page.route("**/api/call", async (route) => {
    if (!isTaken && route.request().postData()?.includes('"report.open"') === true) {
      isTaken = true;
      await asFormer("report.open");
    }
    await route.continue();
  });
  await page.reload();
  await expect(text).toHaveAttribute("contenteditable", "false");
  await asFormer("report.close");
  await expect(text).toHaveAttribute("contenteditable", "true");
  // a message would stand there by now; waiting for none would wait until it has gone
  await page.waitForTimeout(500);
  expect(await page.getByText(takenOver).count()).toBe(0);
});

test("a window that waited for another one is told when it may write, after F5 as well", async ({
  desk,
  page,
  backend,
  browser,
}) => {
  await desk.newReport({ templateId: "fazhi-county" });
  const context = await browser.newContext();
  const other = await context.newPage();
  await other.goto(await backend.startUrl());
  await other.locator("[data-report-row]").first().click();
  const waiting = other.getByRole("textbox", { name: "报告正文" });
  await expect(waiting).toHaveAttribute("contenteditable", "false");
  await other.reload();
  await expect(waiting).toHaveAttribute("contenteditable", "false");
  await page.getByRole("button", { name: "回到报告库" }).click();
  await expect(other.getByText(takenOver)).toBeVisible();
  await expect(waiting).toHaveAttribute("contenteditable", "true");
  await context.close();
});
