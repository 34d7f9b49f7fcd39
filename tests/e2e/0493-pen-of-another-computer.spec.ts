import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "./fixtures.ts";

/** A claim of a program on another computer that shares the folder. */
const claim = (): string =>
  JSON.stringify({
    ...{ pid: 4242, nonce: "aaaaaaaaaaaa", startTicks: "1", claimedAtMs: Date.now() },
    owner: crypto.randomUUID(),
    windowId: crypto.randomUUID(),
    computer: { id: "bbbbbbbbbbbb", name: "FGC-3F-07" },
    user: "李静",
  });

test("接管 asks with computer, user and last sign of life, and who lost the pen is told what to do with the text", async ({
  desk,
  backend,
}) => {
  const { page, text } = desk;
  const report = await desk.call("library.create", { templateId: "blank", year: 2026, organ: "青石县审计局" });
  const lock = join(backend.dataFolder, "reports", `${report.id}.lock`);
  await writeFile(lock, claim());
  await desk.library();
  await desk.openReport(report.title);

  await expect(page.getByText(/在电脑“FGC-3F-07”（用户 李静）上打开着/u)).toBeVisible();
  await page.getByRole("button", { name: /^接管/u }).click();
  const question = page.getByRole("dialog", { name: "接管这份报告？" });
  await expect(question).toContainText("电脑“FGC-3F-07”（用户 李静）");
  await expect(question).toContainText(/最后一次活动：今天 \d+:\d\d（按那台电脑的时钟），刚才还有动静。/u);
  await question.getByRole("button", { name: "接管", exact: true }).click();
  await expect(text).toHaveAttribute("contenteditable", "true");
  await text.locator("p").last().click();
  await page.keyboard.type("接管以后写的话");
  await desk.saved();

  // and now it is the other way round
  await writeFile(lock, claim());
  await page.keyboard.type("没有存上的话");
  const alarm = page.getByTestId("save-alarm");
  await expect(alarm).toContainText("这里不能再写");
  await expect(alarm).not.toContainText("可以继续写");
  await expect(text).toHaveAttribute("contenteditable", "false");
  await alarm.getByRole("button", { name: "另存副本" }).click();
  await expect(alarm).toContainText("已另存为副本");

  const { reports } = await desk.call("library.list", {});
  const texts = await Promise.all(
    reports.map(async ({ id }) => JSON.stringify((await desk.call("report.read", { id })).report.body)),
  );
  expect(texts.filter((body) => body.includes("没有存上的话"))).toHaveLength(1);
  expect(texts.filter((body) => body.includes("接管以后写的话"))).toHaveLength(2);
  await alarm.getByRole("button", { name: "打开现在的正文" }).click();
  await expect(text).not.toContainText("没有存上的话");
  await expect(text).toContainText("接管以后写的话");
});
