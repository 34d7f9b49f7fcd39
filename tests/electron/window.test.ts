import { readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserWindow } from "electron";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createMainWindow, focusWindow } from "../../electron/window.ts";
import {
  app,
  dialog,
  type BrowserWindow as FakeBrowserWindow,
  FakeEvent,
  resetElectron,
  script,
} from "./fake-electron.ts";

vi.mock("electron", () => import("./fake-electron.ts"));
// The real log would write to the folder of whoever runs the tests.
const logged = vi.hoisted(() => [] as string[]);
vi.mock("../../electron/log.ts", () => ({ logError: (message: string) => logged.push(message) }));

let folder: string;
let placeFile: string;
let gone: number;
beforeEach(async () => {
  resetElectron();
  folder = await mkdtemp(join(tmpdir(), "nianbao-window-"));
  placeFile = join(folder, "window.json");
  gone = 0;
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const open = (): FakeBrowserWindow =>
  createMainWindow({
    preload: "/app/preload.cjs",
    placeFile,
    onPageGone: () => (gone += 1),
  }) as unknown as FakeBrowserWindow;
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

describe("createMainWindow", () => {
  it("shuts the page off from Node and from the shell", () => {
    expect(open().options.webPreferences).toEqual({
      preload: "/app/preload.cjs",
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
      devTools: false,
    });
  });

  it("opens at its usual size, unseen until it is drawn", () => {
    const window = open();
    expect(window.options).toMatchObject({
      width: 1280,
      height: 800,
      minWidth: 1024,
      minHeight: 680,
      show: false,
      title: "年报台",
      backgroundColor: "#f4f3f0",
      autoHideMenuBar: true,
    });
    expect(window.calls).toEqual([]);
    window.emit("ready-to-show");
    expect(window.calls).toEqual(["show"]);
  });

  it("asks for no more than a small screen has", () => {
    script.displays = [{ workArea: { x: 0, y: 0, width: 1093, height: 582 } }];
    expect(open().options).toMatchObject({ width: 1093, height: 582, minWidth: 1024, minHeight: 582 });
  });

  it("lets the developer tools open only while the program is not packaged", () => {
    app.isPackaged = false;
    expect(open().options.webPreferences).toMatchObject({ devTools: true });
  });
});

describe("the window's place", () => {
  const place = { x: 300, y: 200, width: 1400, height: 900, maximized: false };
  const remember = (value: unknown) => writeFileSync(placeFile, JSON.stringify(value));

  it("is remembered from one start to the next", () => {
    const first = open();
    first.bounds = { x: 300, y: 200, width: 1400, height: 900 };
    first.close();
    expect(JSON.parse(readFileSync(placeFile, "utf8"))).toEqual(place);
    expect(open().options).toMatchObject({ x: 300, y: 200, width: 1400, height: 900 });
  });

  it("is the whole screen again when the window was maximized", () => {
    remember({ ...place, maximized: true });
    const window = open();
    expect(window.options).not.toHaveProperty("maximized");
    window.emit("ready-to-show");
    expect(window.calls).toEqual(["maximize", "show"]);
  });

  it("is the usual one when the screen it was on is gone", () => {
    remember({ ...place, x: 2400 });
    expect(open().options).toMatchObject({ width: 1280, height: 800 });
    expect(open().options).not.toHaveProperty("x");
  });

  it("stays on a second screen that is still there", () => {
    script.displays = [
      { workArea: { x: 0, y: 0, width: 1920, height: 1040 } },
      { workArea: { x: 1920, y: 0, width: 1920, height: 1080 } },
    ];
    remember({ ...place, x: 2400 });
    expect(open().options).toMatchObject({ x: 2400, y: 200 });
  });

  it("is the usual one when its title bar would lie above or below the screen", () => {
    for (const y of [-60, 1030]) {
      remember({ ...place, y });
      expect(open().options, `y ${y}`).not.toHaveProperty("x");
    }
  });

  it.each(["", "not json", "{}", '{"x":1,"y":1,"width":10,"height":10,"maximized":false}', '{"x":"1"}'])(
    "is the usual one when the file says %j",
    (text) => {
      writeFileSync(placeFile, text);
      expect(open().options).toMatchObject({ width: 1280, height: 800 });
    },
  );

  it("does not keep the window open when it cannot be written", () => {
    placeFile = join(folder, "no such folder", "window.json");
    const window = open();
    window.close();
    expect(window.destroyed).toBe(true);
    expect(logged).toEqual(["Window place not remembered"]);
  });
});

describe("a page that fails", () => {
  const answerWith = (button: string) => {
    script.messageBox = ({ buttons }) => Promise.resolve((buttons as string[]).indexOf(button));
  };

  it("is loaded again when the user wants, and its locks end", async () => {
    answerWith("重新载入");
    const window = open();
    window.webContents.emit("render-process-gone", new FakeEvent(), { reason: "crashed", exitCode: 1 });
    await settle();
    expect(gone).toBe(1);
    expect(window.webContents.reloads).toBe(1);
    expect(window.destroyed).toBe(false);
  });

  it("is closed when the user wants", async () => {
    answerWith("关闭");
    const window = open();
    window.webContents.emit("render-process-gone", new FakeEvent(), { reason: "oom", exitCode: 1 });
    await settle();
    expect(window.destroyed).toBe(true);
  });

  it("is not talked about when it ended as it should", async () => {
    const window = open();
    window.webContents.emit("render-process-gone", new FakeEvent(), { reason: "clean-exit", exitCode: 0 });
    await settle();
    expect(dialog.asked).toEqual([]);
  });

  it("can be waited for when it hangs, and the question goes when it answers again", async () => {
    answerWith("继续等待");
    const window = open();
    window.emit("unresponsive");
    window.emit("responsive");
    await settle();
    expect((dialog.asked[0]?.signal as AbortSignal).aborted).toBe(true);
    expect(window.destroyed).toBe(false);
  });

  it("can be closed by force when it hangs", async () => {
    answerWith("强行关闭");
    const window = open();
    window.emit("unresponsive");
    await settle();
    expect(window.destroyed).toBe(true);
  });
});

describe("focusWindow", () => {
  it("brings a minimized window back to the front", () => {
    const window = open();
    window.minimized = true;
    focusWindow(window as unknown as BrowserWindow);
    expect(window.calls).toEqual(["restore", "show", "focus"]);
  });

  it("leaves a window alone that is gone", () => {
    const window = open();
    window.destroy();
    focusWindow(window as unknown as BrowserWindow);
    focusWindow(null);
    expect(window.calls).toEqual([]);
  });
});
