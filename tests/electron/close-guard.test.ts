import type { BrowserWindow } from "electron";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type CloseGuard, guardClosing } from "../../electron/close-guard.ts";
import { dialog, BrowserWindow as FakeBrowserWindow, FakeEvent, resetElectron, script } from "./fake-electron.ts";

vi.mock("electron", () => import("./fake-electron.ts"));

/** As long as the guard waits for a page that answers nothing: for the save, and then for any sign of life. */
const SAVE_MS = 8_000;
const SILENCE_MS = SAVE_MS + 1_000;
let window: FakeBrowserWindow;
let asked: number;
let guard: CloseGuard;
beforeEach(() => {
  resetElectron();
  vi.useFakeTimers();
  window = new FakeBrowserWindow();
  asked = 0;
  guard = guardClosing(window as unknown as BrowserWindow, () => (asked += 1));
});
afterEach(() => vi.useRealTimers());

const answerWith = (button: string) => {
  script.messageBox = ({ buttons }) => Promise.resolve((buttons as string[]).indexOf(button));
};
const pageHangs = () => {
  script.executeJavaScript = () => new Promise(() => undefined);
};

describe("guardClosing", () => {
  it("asks the page to save and closes when it has", () => {
    window.close();
    expect(window.destroyed).toBe(false);
    expect(asked).toBe(1);
    guard.readyToClose();
    expect(window.destroyed).toBe(true);
    expect(dialog.asked).toEqual([]);
  });

  it("asks once however often the close button is pressed", () => {
    window.close();
    window.close();
    window.close();
    expect(asked).toBe(1);
  });

  it("leaves a failed save to the page, which talks with the user itself", async () => {
    window.close();
    await vi.advanceTimersByTimeAsync(SILENCE_MS);
    expect(dialog.asked).toEqual([]);
    expect(window.destroyed).toBe(false);
    guard.readyToClose();
    expect(window.destroyed).toBe(true);
  });

  it("asks anew when the window is closed again much later", async () => {
    window.close();
    await vi.advanceTimersByTimeAsync(SILENCE_MS + 60_000);
    window.close();
    expect(asked).toBe(2);
    await vi.advanceTimersByTimeAsync(SILENCE_MS);
    expect(dialog.asked).toEqual([]);
  });

  it("offers to close anyway when the user insists although saving does not end", async () => {
    answerWith("仍要关闭");
    window.close();
    await vi.advanceTimersByTimeAsync(SILENCE_MS);
    window.close();
    await vi.advanceTimersByTimeAsync(2_000);
    expect(dialog.asked).toHaveLength(1);
    expect(window.destroyed).toBe(true);
  });

  it("closes a page that does not answer when the user says so", async () => {
    pageHangs();
    answerWith("仍要关闭");
    window.close();
    await vi.advanceTimersByTimeAsync(SAVE_MS);
    expect(window.destroyed).toBe(false);
    await vi.advanceTimersByTimeAsync(1_000);
    expect(window.destroyed).toBe(true);
  });

  it("keeps a page that does not answer when the user cancels", async () => {
    pageHangs();
    answerWith("取消");
    window.close();
    await vi.advanceTimersByTimeAsync(SILENCE_MS);
    expect(dialog.asked).toHaveLength(1);
    expect(window.destroyed).toBe(false);
  });

  it("offers to stay as the answer that Enter and Esc give", async () => {
    pageHangs();
    window.close();
    await vi.advanceTimersByTimeAsync(SILENCE_MS);
    expect(dialog.asked[0]).toMatchObject({ buttons: ["仍要关闭", "取消"], defaultId: 1, cancelId: 1 });
  });

  it("closes at once when the page finishes saving while the question is open", async () => {
    pageHangs();
    let press: (button: number) => void = () => undefined;
    script.messageBox = () => new Promise((resolve) => (press = resolve));
    window.close();
    await vi.advanceTimersByTimeAsync(SILENCE_MS);
    guard.readyToClose();
    expect(window.destroyed).toBe(true);
    press(1);
    await vi.advanceTimersByTimeAsync(0);
    expect(window.destroyed).toBe(true);
  });

  it.each(["crashed", "loading"] as const)("waits for nothing when the page is %s", (state) => {
    window.webContents[state] = true;
    window.close();
    expect(window.destroyed).toBe(true);
    expect(asked).toBe(0);
  });

  it("holds the end of a Windows session back until the text is safe", () => {
    const event = new FakeEvent({ reasons: ["shutdown"] });
    window.emit("query-session-end", event);
    expect(event.defaultPrevented).toBe(true);
    expect(asked).toBe(1);
    guard.readyToClose();
    expect(window.destroyed).toBe(true);
  });

  it("saves without holding back a shutdown that cannot wait", () => {
    const event = new FakeEvent({ reasons: ["shutdown", "critical"] });
    window.emit("query-session-end", event);
    expect(event.defaultPrevented).toBe(false);
    expect(asked).toBe(1);
  });
});
