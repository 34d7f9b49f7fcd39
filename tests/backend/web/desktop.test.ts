import { describe, expect, it } from "vitest";
import { hasDisplay } from "../../../backend/web/desktop.ts";
import { documentsOf } from "../../../backend/web/documents-folder.ts";

describe("a screen", () => {
  it("is known by its display on Linux and taken for granted elsewhere", () => {
    expect(hasDisplay("linux", {})).toBe(false);
    expect(hasDisplay("linux", { DISPLAY: "" })).toBe(false);
    expect(hasDisplay("linux", { DISPLAY: ":0" })).toBe(true);
    expect(hasDisplay("linux", { WAYLAND_DISPLAY: "wayland-0" })).toBe(true);
    expect(hasDisplay("win32", {})).toBe(true);
  });
});

describe("the documents folder", () => {
  it("is the one of the desktop's settings", () => {
    const settings = '# 用户目录\nXDG_DESKTOP_DIR="$HOME/桌面"\nXDG_DOCUMENTS_DIR="$HOME/文档"\n';
    expect(documentsOf(settings, "/home/li")).toBe("/home/li/文档");
    expect(documentsOf('XDG_DOCUMENTS_DIR="/data/doc"', "/home/li")).toBe("/data/doc");
  });

  it("is none where the settings name none, or the home folder itself", () => {
    expect(documentsOf("", "/home/li")).toBeNull();
    expect(documentsOf('XDG_DOCUMENTS_DIR="$HOME/"', "/home/li")).toBeNull();
  });
});
