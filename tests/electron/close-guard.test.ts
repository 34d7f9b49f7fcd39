import type { BrowserWindow } from "electron";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { type CloseGuard, guardClosing } from "../../electron/close-guard.ts";
import { dialog, FakeBrowserWindow, FakeEvent, resetElectron, script } from "./fake-electron.ts";

vi.mock("electron", () => import("./fake-electron.ts"));

const LIMIT_MS = 1_000;
let window: FakeBrowserWindow;
let asked: number;
let guard: CloseGuard;
beforeEach(() => {
  resetElectron();
  vi.useFakeTimers();
  window = new FakeBrowserWindow();
  asked = 0;
  guard = guardClosing(window as unknown as BrowserWindow, () => (asked += 1), LIMIT_MS);
});
afterEach(() => vi.useRealTimers());

const answerWith = (button: string) => {
  script.messageBox = ({ buttons }) => Promise.resolve((buttons as string[]).indexOf(button));
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

  it("keeps the window when saving fails and the user cancels, and asks anew the next time", async () => {
    answerWith("取消");
    window.close();
    await vi.advanceTimersByTimeAsync(LIMIT_MS);
    expect(dialog.asked).toHaveLength(1);
    expect(window.destroyed).toBe(false);

    window.close();
    expect(asked).toBe(2);
    guard.readyToClose();
    expect(window.destroyed).toBe(true);
  });

  it("closes a page that does not answer when the user says so", async () => {
    answerWith("仍要关闭");
    window.close();
    await vi.advanceTimersByTimeAsync(LIMIT_MS - 1);
    expect(window.destroyed).toBe(false);
    await vi.advanceTimersByTimeAsync(1);
    expect(window.destroyed).toBe(true);
  });

  it("offers to stay as the answer that Enter and Esc give", async () => {
    window.close();
    await vi.advanceTimersByTimeAsync(LIMIT_MS);
    expect(dialog.asked[0]).toMatchObject({ buttons: ["仍要关闭", "取消"], defaultId: 1, cancelId: 1 });
  });

  it("closes at once when the page finishes saving while the question is open", async () => {
    let press: (button: number) => void = () => undefined;
    script.messageBox = () => new Promise((resolve) => (press = resolve));
    window.close();
    await vi.advanceTimersByTimeAsync(LIMIT_MS);
    guard.readyToClose();
    expect(window.destroyed).toBe(true);
    press(1);
    await vi.advanceTimersByTimeAsync(0);
    expect(window.destroyed).toBe(true);
  });

  it("does not close for a page that was not asked", () => {
    guard.readyToClose();
    expect(window.destroyed).toBe(false);
  });

  it("does not close late, after the user has gone back to the text", async () => {
    answerWith("取消");
    window.close();
    await vi.advanceTimersByTimeAsync(LIMIT_MS);
    guard.readyToClose();
    expect(window.destroyed).toBe(false);
  });

  it("waits for nothing when the page has died", () => {
    window.webContents.crashed = true;
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
