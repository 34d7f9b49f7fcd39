import type { CDPSession, Page } from "@playwright/test";

/** The blocks of the page in order: what kind each is, and its text. */
export async function blocks(page: Page): Promise<readonly string[]> {
  return page.locator(".paper [role=textbox] > *:not([data-lexical-cursor])").evaluateAll((all) =>
    all.map((block) => {
      const { ordinal = "", form = "" } = (block as HTMLElement).dataset;
      const text = block.textContent.replaceAll("\u200b", "");
      if (block.tagName === "H1") return `标题:${text}`;
      if (block.tagName === "FIGURE") return "[图]";
      if (block.tagName === "TABLE") {
        return `[表]${[...block.querySelectorAll("td, th")].map((cell) => cell.textContent).join("|")}`;
      }
      if (block.classList.contains("page-break")) return "[页]";
      return `${form === "runIn" ? "段首 " : ""}${ordinal}${text}`;
    }),
  );
}

/** Chromium's own input method events, as a pinyin keyboard sends them. */
export async function pinyinOf(page: Page) {
  const cdp: CDPSession = await page.context().newCDPSession(page);
  const show = (text: string): Promise<unknown> =>
    cdp.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  return {
    /** Letters one by one, and the word they become; null calls it off. */
    async write(letters: string, word: string | null): Promise<void> {
      for (let length = 1; length <= letters.length; length += 1) await show(letters.slice(0, length));
      if (word === null) await show("");
      else await cdp.send("Input.insertText", { text: word });
    },
  };
}

/** Pastes as another program's clipboard would. */
export async function paste(page: Page, data: Readonly<Record<string, string>>): Promise<void> {
  await page.evaluate((parts) => {
    const clipboardData = new DataTransfer();
    for (const [type, value] of Object.entries(parts)) clipboardData.setData(type, value);
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, data);
}

const pictureBytes =
  "iVBORw0KGgoAAAANSUhEUgAAABAAAAAQCAIAAACQkWg2AAAAFklEQVR4nGMwSJhAEmIY1TCqYfhqAAC82CAQcrMTHAAAAABJRU5ErkJggg==";

/** Pastes a picture from the clipboard. */
export async function pastePicture(page: Page): Promise<void> {
  await page.evaluate((base64) => {
    const bytes = Uint8Array.from(atob(base64), (byte) => byte.charCodeAt(0));
    const clipboardData = new DataTransfer();
    clipboardData.items.add(new File([bytes], "图.png", { type: "image/png" }));
    const event = new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true });
    document.activeElement?.dispatchEvent(event);
  }, pictureBytes);
}
