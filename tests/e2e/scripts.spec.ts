import { expect, test } from "./fixtures.ts";

test("raises and lowers what is typed and selected, by keys and by button, and takes it off again", async ({
  desk,
}) => {
  const { page, text } = desk;
  await desk.newReport({ templateId: "blank" });
  await text.locator("p").last().click();
  await page.keyboard.type("绿地120m");
  await page.keyboard.press("Control+Shift+Equal");
  await page.keyboard.type("2");
  await page.keyboard.press("Control+Shift+Equal");
  await page.keyboard.type("，减排CO");
  await page.keyboard.press("Control+Equal");
  await page.keyboard.type("2");
  await page.keyboard.press("Control+Equal");
  await page.keyboard.type("三成。");
  const line = text.locator("p").last();
  await expect(line).toHaveText("绿地120m2，减排CO2三成。");
  await expect(line.locator("sup")).toHaveText("2");
  await expect(line.locator("sub")).toHaveText("2");

  await page.keyboard.press("Home");
  await page.keyboard.press("Shift+ArrowRight");
  await page.getByRole("toolbar", { name: "编辑工具" }).getByRole("button", { name: "上标" }).click();
  await expect(line.locator("sup").first()).toHaveText("绿");
  await page.getByRole("toolbar", { name: "编辑工具" }).getByRole("button", { name: "下标" }).click();
  await expect(line.locator("sub").first()).toHaveText("绿");
  await page.keyboard.press("Control+Equal");
  await expect(line.locator("sub")).toHaveText(["2"]);

  // a line of text does not grow by it
  const heights = await line.evaluate((element) => {
    const plain = element.cloneNode(true) as HTMLElement;
    plain.textContent = element.textContent;
    element.after(plain);
    const both = [element.getBoundingClientRect().height, plain.getBoundingClientRect().height];
    plain.remove();
    return both;
  });
  expect(heights[0]).toBe(heights[1]);
});

test("a new line behind a raised mark begins as text", async ({ desk }) => {
  const { page, text } = desk;
  await desk.newReport({ templateId: "blank" });
  await text.locator("p").last().click();
  await page.keyboard.type("详见附注");
  await page.keyboard.press("Control+Shift+Equal");
  await page.keyboard.type("①");
  await page.keyboard.press("Enter");
  await page.keyboard.type("下一段");
  await expect(text.locator("p").last()).toHaveText("下一段");
  await expect(text.locator("p").last().locator("sup")).toHaveCount(0);
  await expect(text.locator("sup")).toHaveText("①");
});

test("takes raised and lowered text from other programs, and gives it to them: tags, and characters in plain text", async ({
  desk,
}) => {
  const { page, text } = desk;
  await desk.newReport({ templateId: "blank" });
  await text.locator("p").last().click();
  await page.evaluate(async () => {
    const html = `<p>甲：5m<sup>2</sup>，10<span style="vertical-align:super">-3</span>，H<sub>2</sub>O</p><p>乙：<b>x<sup>k</sup></b>次</p>`;
    await navigator.clipboard.write([
      new ClipboardItem({
        "text/html": new Blob([html], { type: "text/html" }),
        "text/plain": new Blob(["甲：5m2"], { type: "text/plain" }),
      }),
    ]);
  });
  await page.keyboard.press("Control+v");
  await expect(text.locator("sup")).toHaveText(["2", "-3", "k"]);
  await expect(text.locator("sub")).toHaveText(["2"]);

  await page.keyboard.press("Control+a");
  await page.keyboard.press("Control+c");
  const copied = await page.evaluate(async () => {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string): Promise<string> => (await (await item?.getType(type))?.text()) ?? "";
    return { html: await read("text/html"), plain: await read("text/plain") };
  });
  expect(copied.plain).toContain("甲：5m²，10⁻³，H₂O");
  expect(copied.plain).toContain("乙：x^k次");
  expect(copied.html).toContain("5m<sup>2</sup>，10<sup>-3</sup>，H<sub>2</sub>O");
});
