import type { BrowserWindow, ContextMenuParams, MenuItemConstructorOptions, WebContents } from "electron";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { createFolders } from "../../electron/dialogs.ts";
import { contextMenuTemplate, menuTemplate, setUpContextMenu, setUpMenu } from "../../electron/menu.ts";
import {
  app,
  dialog,
  BrowserWindow as FakeBrowserWindow,
  FakeEvent,
  Menu,
  resetElectron,
  script,
  shell,
} from "./fake-electron.ts";

vi.mock("electron", () => import("./fake-electron.ts"));
beforeEach(resetElectron);

const folders = { data: "/data", logs: "/data/logs" };
const entriesOf = (template: readonly MenuItemConstructorOptions[]): readonly MenuItemConstructorOptions[] =>
  template.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? entriesOf(item.submenu) : [])]);

describe("the application menu", () => {
  it("is Chinese throughout", () => {
    const labels = entriesOf(menuTemplate(folders)).flatMap(({ label }) => label ?? []);
    expect(labels.length).toBeGreaterThan(8);
    expect(labels.filter((label) => !/\p{Script=Han}/u.test(label))).toEqual([]);
  });

  it("takes no key that belongs to the window", () => {
    const keys = entriesOf(menuTemplate(folders)).flatMap(({ accelerator }) => accelerator ?? []);
    expect(keys).toEqual(["F11"]);
    // Roles bring keys of their own: only those without, or whose keys the page handles itself, may stand here.
    const roles = entriesOf(menuTemplate(folders)).filter(({ role }) => role !== undefined);
    const registering = roles.filter(({ registerAccelerator }) => registerAccelerator !== false);
    expect(registering.map(({ role }) => role)).toEqual(["quit", "togglefullscreen", "about"]);
  });

  it("offers developer tools only while the program is not packaged", () => {
    const hasTools = () => entriesOf(menuTemplate(folders)).some(({ role }) => role === "toggleDevTools");
    expect(hasTools()).toBe(false);
    app.isPackaged = false;
    expect(hasTools()).toBe(true);
  });

  it("opens the folders of the reports and of the log", () => {
    for (const { click } of entriesOf(menuTemplate(folders))) (click as (() => void) | undefined)?.();
    expect(shell.opened).toEqual(["/data", "/data/logs"]);
  });

  it("becomes the application's", () => {
    setUpMenu(folders);
    expect(Menu.application).not.toBeNull();
    expect(app.aboutPanel).toMatchObject({ applicationName: "年报台", applicationVersion: "0.1.0" });
  });
});

describe("the context menu", () => {
  const editFlags = { canCut: true, canCopy: true, canPaste: true, canSelectAll: true };
  const params = (given: object) =>
    ({ isEditable: false, selectionText: "", editFlags, ...given }) as ContextMenuParams;

  it("cuts, copies and pastes where one can write", () => {
    const roles = contextMenuTemplate(params({ isEditable: true })).flatMap(({ role }) => role ?? []);
    expect(roles).toEqual(["cut", "copy", "paste", "selectAll"]);
  });

  it("only copies where one can read", () => {
    const entries = contextMenuTemplate(params({ selectionText: "年报" }));
    const visible = entries.filter(({ visible = true }) => visible).flatMap(({ role }) => role ?? []);
    expect(visible).toEqual(["copy", "selectAll"]);
  });

  it("does not appear where there is nothing to do", () => {
    const { webContents } = new FakeBrowserWindow();
    setUpContextMenu(webContents as unknown as WebContents);
    webContents.emit("context-menu", new FakeEvent(), params({}));
    expect(Menu.popups).toEqual([]);
    webContents.emit("context-menu", new FakeEvent(), params({ isEditable: true }));
    expect(Menu.popups).toHaveLength(1);
  });
});

describe("createFolders", () => {
  const window = () => new FakeBrowserWindow() as unknown as BrowserWindow;

  it("offers a folder of its own among the user's documents", async () => {
    app.setPath("documents", "/home/u/Documents");
    expect(await createFolders(window).defaultFolder()).toBe("/home/u/Documents/年报台");
  });

  it("gives the folder that the user picked, and null when the user cancelled", async () => {
    script.openDialog = { canceled: false, filePaths: ["/usb"] };
    expect(await createFolders(window).choose()).toBe("/usb");
    expect(await createFolders(() => null).choose()).toBe("/usb");
    script.openDialog = { canceled: true, filePaths: [] };
    expect(await createFolders(window).choose()).toBeNull();
    expect(dialog.opened[0]).toMatchObject({ properties: ["openDirectory", "createDirectory"] });
  });

  it("shows a folder, and says so when it is gone", async () => {
    await createFolders(window).reveal("/usb");
    expect(shell.opened).toEqual(["/usb"]);
    script.openPath = "no such folder";
    await expect(createFolders(window).reveal("/usb")).rejects.toMatchObject({ code: "folder-not-found" });
  });
});
