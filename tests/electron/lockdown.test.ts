import type { Session } from "electron";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { lockSession, setUpLockdown, setUpSwitches } from "../../electron/lockdown.ts";
import {
  app,
  BrowserWindow as FakeBrowserWindow,
  FakeEvent,
  FakeSession,
  resetElectron,
  script,
} from "./fake-electron.ts";

vi.mock("electron", () => import("./fake-electron.ts"));
beforeEach(resetElectron);

const locked = (prefix = "app://desk/"): FakeSession => {
  const session = new FakeSession();
  lockSession(session as unknown as Session, prefix);
  return session;
};

describe("lockSession", () => {
  it("lets through what the program serves and what the page made itself", () => {
    const session = locked();
    for (const url of [
      "app://desk/index.html",
      "app://desk/images/a1",
      "blob:app://desk/1-2",
      "data:image/png;base64,",
    ]) {
      expect(session.lets(url), url).toBe(true);
    }
  });

  it.each([
    "http://example.com/",
    "https://example.com/a.js",
    "ws://127.0.0.1:9222/",
    "file:///etc/passwd",
    "ftp://example.com/",
    "app://other/1/",
    "app://desk.example.com/",
    "chrome-extension://abc/x.js",
    "devtools://devtools/bundled/inspector.html",
  ])("cancels a request to %s", (url) => {
    expect(locked().lets(url)).toBe(false);
  });

  it("lets the developer tools load only while the program is not packaged", () => {
    app.isPackaged = false;
    expect(locked().lets("devtools://devtools/bundled/inspector.html")).toBe(true);
  });

  it("refuses every permission, asked for or checked", () => {
    const session = locked();
    const granted: boolean[] = [];
    for (const permission of ["media", "geolocation", "notifications", "clipboard-read", "local-fonts", "fileSystem"]) {
      session.permissionRequest(null, permission, (answer) => granted.push(answer));
    }
    expect(granted).toEqual([false, false, false, false, false, false]);
    expect(session.permissionCheck()).toBe(false);
    expect(session.devicePermission()).toBe(false);
  });

  it("downloads nothing, neither files nor dictionaries", () => {
    const session = locked();
    const event = new FakeEvent();
    session.emit("will-download", event);
    expect(event.defaultPrevented).toBe(true);
    expect(session.spellChecker).toBe(false);
  });
});

describe("setUpLockdown", () => {
  it.each(["will-navigate", "will-frame-navigate", "will-redirect", "will-attach-webview"])(
    "refuses %s in every page",
    (name) => {
      setUpLockdown();
      const { webContents } = new FakeBrowserWindow();
      const event = new FakeEvent({ url: "https://example.com/" });
      webContents.emit(name, event);
      expect(event.defaultPrevented).toBe(true);
    },
  );

  it("refuses window.open, to the program's own pages too", () => {
    setUpLockdown();
    const { webContents } = new FakeBrowserWindow();
    expect(webContents.windowOpenHandler({ url: "https://example.com/" })).toEqual({ action: "deny" });
    expect(webContents.windowOpenHandler({ url: "app://desk/index.html" })).toEqual({ action: "deny" });
  });

  it("trusts no certificate that the system does not trust, and offers none", () => {
    setUpLockdown();
    const event = new FakeEvent();
    let trusted: boolean | undefined;
    const answer = (value: boolean) => (trusted = value);
    app.emit("certificate-error", event, {}, "https://x/", "ERR", {}, answer);
    expect(event.defaultPrevented).toBe(true);
    expect(trusted).toBe(false);

    const offer = new FakeEvent();
    const offered: unknown[] = [];
    app.emit("select-client-certificate", offer, {}, "https://x/", [], (...given: unknown[]) => offered.push(given));
    expect(offer.defaultPrevented).toBe(true);
    expect(offered).toEqual([[]]);
  });
});

describe("setUpSwitches", () => {
  it("sandboxes every page and resolves no name", () => {
    setUpSwitches();
    expect(app.calls).toContain("enableSandbox");
    expect(script.switches.get("host-resolver-rules")).toBe("MAP * ~NOTFOUND");
    expect(script.switches.has("disable-background-networking")).toBe(true);
    expect(script.switches.get("lang")).toBe("zh-CN");
  });
});
