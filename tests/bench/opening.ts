import type { Page } from "@playwright/test";

type Watched = Window & { writable?: Promise<number> };

/** From now on the page measures its next click: until a text that can be written in has been painted. */
export async function watchForWritable(page: Page): Promise<void> {
  await page.evaluate(() => {
    (window as Watched).writable = new Promise((resolve) => {
      addEventListener(
        "click",
        () => {
          const started = performance.now();
          const channel = new MessageChannel();
          channel.port1.onmessage = () => resolve(performance.now() - started);
          const look = (): void => {
            const text = document.querySelector('.paper [contenteditable="true"]');
            // The message is handled after the frame's style, layout and paint.
            if (text === null) requestAnimationFrame(look);
            else channel.port2.postMessage(null);
          };
          requestAnimationFrame(look);
        },
        { capture: true, once: true },
      );
    });
  });
}

/** @returns milliseconds from the watched click to the painted text */
export function untilWritable(page: Page): Promise<number> {
  return page.evaluate(() => (window as Watched).writable ?? Number.NaN);
}
