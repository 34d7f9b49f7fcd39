import type { BrowserWindow } from "electron";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { channels } from "../../core/channels.ts";
import { sendEvent, setUpIpc, windowIdOf } from "../../electron/ipc.ts";
import { BrowserWindow as FakeBrowserWindow, ipcMain, resetElectron } from "./fake-electron.ts";

vi.mock("electron", () => import("./fake-electron.ts"));

type Call = { readonly channel: string; readonly input: unknown; readonly windowId: string };
let window: FakeBrowserWindow;
let calls: Call[];
beforeEach(() => {
  resetElectron();
  window = new FakeBrowserWindow();
  calls = [];
  setUpIpc(
    () => window as unknown as BrowserWindow,
    (channel, input, { windowId }) => {
      calls.push({ channel, input, windowId });
      return Promise.resolve({ ok: true, value: {} });
    },
  );
});

const ownCall = () => ({ sender: window.webContents, senderFrame: window.webContents.mainFrame });
const call = (event: unknown, channel = "library.list") =>
  Promise.resolve().then(() => ipcMain.handlers.get(channel)?.(event, {}));

describe("setUpIpc", () => {
  it("answers every call of the list and no other", () => {
    expect([...ipcMain.handlers.keys()]).toEqual([...channels]);
  });

  it("passes a call of the window's own page on, with the window's id", async () => {
    expect(await call(ownCall())).toEqual({ ok: true, value: {} });
    expect(calls).toEqual([
      { channel: "library.list", input: {}, windowId: windowIdOf(window as unknown as BrowserWindow) },
    ]);
  });

  it.each([
    ["another window", () => ({ ...ownCall(), sender: new FakeBrowserWindow().webContents })],
    ["a frame inside the page", () => ({ ...ownCall(), senderFrame: { parent: {}, url: "app://desk/index.html" } })],
    ["another site", () => ({ ...ownCall(), senderFrame: { parent: null, url: "https://example.com/" } })],
    ["a site with a like name", () => ({ ...ownCall(), senderFrame: { parent: null, url: "app://desk.evil/" } })],
    ["an empty page", () => ({ ...ownCall(), senderFrame: { parent: null, url: "about:blank" } })],
    ["a frame that is gone", () => ({ ...ownCall(), senderFrame: null })],
  ])("refuses a call from %s", async (_name, event) => {
    await expect(call(event())).rejects.toThrow("Refused library.list");
    expect(calls).toEqual([]);
  });

  it("refuses a call that arrives after its window is gone", async () => {
    window.destroy();
    await expect(call(ownCall())).rejects.toThrow("Refused");
  });
});

describe("sendEvent", () => {
  it("reaches an open window and leaves a closed one alone", () => {
    const target = window as unknown as BrowserWindow;
    sendEvent(target, "library.changed", {});
    window.destroy();
    sendEvent(target, "library.changed", {});
    sendEvent(null, "library.changed", {});
    expect(window.webContents.sent).toEqual([["library.changed", {}]]);
  });
});
