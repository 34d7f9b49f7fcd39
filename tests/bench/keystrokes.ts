import type { Page } from "@playwright/test";

/**
 * Types `count` characters at the caret and measures each from its keydown to the end of the frame that shows it.
 * The browser must run without frame limit, or the wait for the next display refresh is all that one sees.
 *
 * @returns milliseconds, one a keystroke
 */
export async function measureKeystrokes(page: Page, count: number): Promise<number[]> {
  await page.evaluate(() => {
    const times: number[] = [];
    const channel = new MessageChannel();
    let started = 0;
    channel.port1.onmessage = () => times.push(performance.now() - started);
    addEventListener(
      "keydown",
      () => {
        started = performance.now();
        // The message is handled after the frame's style, layout and paint.
        requestAnimationFrame(() => channel.port2.postMessage(null));
      },
      { capture: true },
    );
    Object.assign(window, { keystrokeTimes: times });
  });
  for (let index = 0; index < count; index += 1) {
    await page.keyboard.press("a");
    await page.waitForFunction(
      (done) => (window as unknown as { keystrokeTimes: number[] }).keystrokeTimes.length >= done,
      index + 1,
      { polling: 5 },
    );
    await page.waitForTimeout(30);
  }
  return page.evaluate(() => (window as unknown as { keystrokeTimes: number[] }).keystrokeTimes);
}

/** The value below which `share` of the numbers lie. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (numbers: readonly number[]): number => percentile(numbers, 0.5);
