import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { channels, eventNames } from "../../core/channels.ts";
import type { ShellBridge } from "../../core/contract.ts";
import { contextBridge, ipcRenderer } from "./fake-electron.ts";

vi.mock("electron", () => import("./fake-electron.ts"));

let bridge: ShellBridge;
beforeAll(async () => {
  // Preload does its work when it is loaded.
  await import("../../electron/preload.ts");
  bridge = contextBridge.exposed.get("nianbao") as unknown as ShellBridge;
});
beforeEach(() => {
  ipcRenderer.invoked.length = 0;
  ipcRenderer.removeAllListeners();
});

describe("preload", () => {
  it("gives the page one object with two functions", () => {
    expect([...contextBridge.exposed.keys()]).toEqual(["nianbao"]);
    expect(Object.keys(bridge).sort()).toEqual(["invoke", "on"]);
  });

  it("passes on the calls of the list and no other", async () => {
    for (const channel of channels) await bridge.invoke(channel, {});
    expect(ipcRenderer.invoked.map(([channel]) => channel)).toEqual([...channels]);
    await expect(bridge.invoke("shell.openPath" as never, {} as never)).rejects.toThrow("No such call");
    expect(ipcRenderer.invoked).toHaveLength(channels.length);
  });

  it("hands over an event's payload without its sender, until the listener is taken off", () => {
    const heard: unknown[][] = [];
    const stop = bridge.on("report.accessChanged", (...given: unknown[]) => heard.push(given));
    ipcRenderer.emit("report.accessChanged", { sender: "secret" }, { id: "1", access: "read" });
    stop();
    ipcRenderer.emit("report.accessChanged", { sender: "secret" }, { id: "2", access: "read" });
    expect(heard).toEqual([[{ id: "1", access: "read" }]]);
  });

  it("listens to the events of the list and no other", () => {
    for (const name of eventNames) bridge.on(name, () => undefined);
    expect(ipcRenderer.eventNames().sort()).toEqual([...eventNames].sort());
    expect(() => bridge.on("ELECTRON_ANYTHING" as never, () => undefined)).toThrow("No such event");
  });

  it("imports nothing but Electron and the names of the channels", async () => {
    const code = await readFile(resolve(import.meta.dirname, "../../electron/preload.ts"), "utf8");
    const imported = [...code.matchAll(/from "([^"]+)"/gu)].map(([, name]) => name);
    expect(imported).toEqual(["electron", "../core/channels.ts"]);
  });
});
