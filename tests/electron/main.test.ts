// Loaded here first, so that every start of the shell in this file meets the same Electron.
import "electron";
import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import {
  app,
  dialog,
  BrowserWindow as FakeBrowserWindow,
  FakeEvent,
  ipcMain,
  protocol,
  resetElectron,
  script,
} from "./fake-electron.ts";

vi.mock("electron", () => import("./fake-electron.ts"));

let folder: string;
let before: NodeJS.UncaughtExceptionListener[];
beforeEach(async () => {
  resetElectron();
  vi.resetModules();
  folder = await mkdtemp(join(tmpdir(), "nianbao-main-"));
  vi.stubEnv("NIANBAO_DATA", join(folder, "data"));
  vi.stubEnv("XDG_CACHE_HOME", join(folder, "cache"));
  vi.stubEnv("LOCALAPPDATA", join(folder, "cache"));
  before = process.listeners("uncaughtException");
});
afterEach(async () => {
  // The shell listens to its process for as long as it lives; here that is one test.
  for (const listener of process.listeners("uncaughtException")) {
    if (!before.includes(listener)) process.removeListener("uncaughtException", listener);
  }
  process.removeAllListeners("unhandledRejection");
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

const runMain = () => import("../../electron/main.ts");
const onlyWindow = (): FakeBrowserWindow => {
  const [window] = FakeBrowserWindow.windows;
  if (window === undefined) throw new Error("no window was made");
  return window;
};
async function started(): Promise<FakeBrowserWindow> {
  await runMain();
  await vi.waitFor(() => expect(onlyWindow().loaded).toHaveLength(1));
  return onlyWindow();
}
const call = (window: FakeBrowserWindow, channel: string, input: unknown = {}) =>
  ipcMain.handlers.get(channel)?.({ sender: window.webContents, senderFrame: window.webContents.mainFrame }, input);

describe("the desktop shell", () => {
  it("opens one window on its own address, with its calls answered by the library", async () => {
    const window = await started();
    expect(FakeBrowserWindow.windows).toHaveLength(1);
    expect(window.loaded).toEqual(["app://desk/index.html"]);
    expect(await call(window, "library.list")).toEqual({ ok: true, value: { reports: [], trash: [] } });
    expect(await call(window, "app.info")).toMatchObject({ ok: true, value: { shell: "electron", version: "0.1.0" } });
    expect(await call(window, "library.list", { path: "/" })).toMatchObject({ error: { code: "bad-request" } });
  });

  it("has its scheme, sandbox and folders in place before Electron is ready", async () => {
    let becomeReady: () => void = () => undefined;
    app.ready = new Promise((resolve) => (becomeReady = resolve));
    await runMain();
    expect(protocol.schemes).toHaveLength(1);
    expect(app.calls).toContain("enableSandbox");
    expect(app.getPath("userData")).toBe(join(folder, "data", "window"));
    expect(existsSync(app.getPath("sessionData"))).toBe(true);
    expect(FakeBrowserWindow.windows).toEqual([]);
    becomeReady();
    await vi.waitFor(() => expect(onlyWindow().loaded).toHaveLength(1));
  });

  it("ends a second start and brings the running window to the front", async () => {
    script.singleInstance = false;
    await runMain();
    expect(app.calls).toContain("quit");
    expect(FakeBrowserWindow.windows).toEqual([]);

    resetElectron();
    vi.resetModules();
    const window = await started();
    window.minimized = true;
    app.emit("second-instance", new FakeEvent(), []);
    expect(window.calls).toEqual(["restore", "show", "focus"]);
  });

  it("closes only after the page has saved, and then ends the program", async () => {
    const window = await started();
    window.close();
    expect(window.webContents.sent).toEqual([["app.closing", {}]]);
    expect(window.destroyed).toBe(false);
    await call(window, "app.readyToClose");
    expect(window.destroyed).toBe(true);
    expect(app.calls).toContain("quit");

    const event = new FakeEvent();
    app.emit("will-quit", event);
    expect(event.defaultPrevented).toBe(true);
    await vi.waitFor(() => expect(app.calls).toContain("exit 0"));
  });

  it("lets another window write once this one is gone", async () => {
    const window = await started();
    const created = (await call(window, "library.create", { templateId: "blank", year: 2026, organ: "" })) as {
      value: { id: string };
    };
    const { id } = created.value;
    expect(await call(window, "report.open", { id })).toMatchObject({ value: { access: "write" } });
    expect(window.webContents.sent).toContainEqual(["library.changed", {}]);
    window.webContents.emit("render-process-gone", new FakeEvent(), { reason: "crashed", exitCode: 1 });
    await vi.waitFor(async () => {
      const again = await call(window, "report.open", { id });
      expect(again).toMatchObject({ value: { access: "write" } });
    });
  });

  it("says in Chinese why it did not start, and where the log is", async () => {
    await writeFile(join(folder, "data"), "a file where the folder should be");
    await runMain();
    await vi.waitFor(() => expect(app.calls).toContain("exit 1"));
    expect(dialog.errors).toHaveLength(1);
    expect(dialog.errors[0]).toMatch(/\p{Script=Han}/u);
    expect(FakeBrowserWindow.windows).toEqual([]);
  });

  it("says it only when there can be a box: before that, Linux shows none", async () => {
    await writeFile(join(folder, "data"), "a file where the folder should be");
    let becomeReady = (): void => undefined;
    const ready = vi.spyOn(app, "whenReady").mockReturnValue(new Promise((resolve) => (becomeReady = resolve)));
    try {
      await runMain();
      expect(dialog.errors).toEqual([]);
      expect(app.calls).not.toContain("exit 1");
      becomeReady();
      await vi.waitFor(() => expect(app.calls).toContain("exit 1"));
      expect(dialog.errors).toHaveLength(1);
    } finally {
      ready.mockRestore();
    }
  });

  it("logs what nobody expected to a file of its own", async () => {
    await started();
    app.emit("child-process-gone", new FakeEvent(), { type: "GPU", reason: "crashed" });
    const log = join(folder, "data", "logs", "desk.log");
    await vi.waitFor(async () => expect(await readFile(log, "utf8")).toContain("Child process gone"));
  });
});
