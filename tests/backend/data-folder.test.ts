import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { cacheFolder, dataFolder } from "../../backend/data-folder.ts";

const at = (platform: NodeJS.Platform, env: Record<string, string> = {}) => ({ platform, env, home: "/home/li" });

describe("the data folder", () => {
  it.each([
    ["Linux", at("linux"), "/home/li/.local/share/nianbao-desk"],
    ["Linux with XDG_DATA_HOME", at("linux", { XDG_DATA_HOME: "/data" }), "/data/nianbao-desk"],
    ["Linux with an empty XDG_DATA_HOME", at("linux", { XDG_DATA_HOME: "" }), "/home/li/.local/share/nianbao-desk"],
    ["Windows", at("win32", { APPDATA: "/AppData/Roaming" }), "/AppData/Roaming/nianbao-desk"],
    ["NIANBAO_DATA", at("linux", { NIANBAO_DATA: "/elsewhere" }), "/elsewhere"],
  ])("on %s", (_, surroundings, folder) => {
    expect(dataFolder(surroundings)).toBe(folder);
  });

  it("that is named from where the program was started stays the same wherever that goes", () => {
    const surroundings = { ...at("linux", { NIANBAO_DATA: "data/2026" }), startedIn: "/media/usb" };
    expect(dataFolder(surroundings)).toBe("/media/usb/data/2026");
    expect(dataFolder(at("linux", { NIANBAO_DATA: "data" }))).toBe(join(process.cwd(), "data"));
    // what a system names from nowhere is not believed
    expect(dataFolder(at("linux", { XDG_DATA_HOME: "share" }))).toBe("/home/li/.local/share/nianbao-desk");
    expect(cacheFolder(at("linux", { XDG_CACHE_HOME: "./cache" }))).toBe("/home/li/.cache/nianbao-desk");
  });

  it("is apart from what can be made again", () => {
    expect(cacheFolder(at("linux"))).toBe("/home/li/.cache/nianbao-desk");
    expect(cacheFolder(at("linux", { XDG_CACHE_HOME: "/cache" }))).toBe("/cache/nianbao-desk");
    expect(cacheFolder(at("win32", { LOCALAPPDATA: "/AppData/Local" }))).toBe("/AppData/Local/nianbao-desk");
  });
});
