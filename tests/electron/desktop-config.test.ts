import { type Configuration, Packager } from "electron-builder";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";

const root = resolve(import.meta.dirname, "../..");
let config: Configuration;
beforeAll(async () => {
  // As electron-builder itself reads the file, its own check of every name included.
  const packager = new Packager({ projectDir: root });
  await packager.validateConfig();
  config = packager.config;
});

describe("electron-builder.yml", () => {
  it("flips every fuse that would let the program be run as something else", () => {
    expect(config.electronFuses).toEqual({
      runAsNode: false,
      enableCookieEncryption: true,
      enableNodeOptionsEnvironmentVariable: false,
      enableNodeCliInspectArguments: false,
      enableEmbeddedAsarIntegrityValidation: true,
      onlyLoadAppFromAsar: true,
      loadBrowserProcessSpecificV8Snapshot: false,
      grantFileProtocolExtraPrivileges: false,
    });
    expect(config.asar).toBe(true);
  });

  it("makes an installer and a portable program for Windows, deb and AppImage for Linux on both processors", () => {
    expect(config.win?.target).toEqual([
      { target: "nsis", arch: ["x64"] },
      { target: "portable", arch: ["x64"] },
    ]);
    expect(config.linux?.target).toEqual([
      { target: "deb", arch: ["x64", "arm64"] },
      { target: "AppImage", arch: ["x64", "arm64"] },
    ]);
  });

  it("installs for one user, in Chinese, without an administrator, and leaves the reports when removed", () => {
    expect(config.nsis).toMatchObject({
      perMachine: false,
      allowElevation: false,
      packElevateHelper: false,
      deleteAppDataOnUninstall: false,
      multiLanguageInstaller: true,
      installerLanguages: ["zh_CN"],
      language: "2052",
      include: "build/installer.nsh",
    });
  });

  it("looks for no update anywhere", async () => {
    expect(config.publish).toBeNull();
    const manifest = await readFile(join(root, "package.json"), "utf8");
    expect(manifest).not.toContain("electron-updater");
  });

  it("names the program in Chinese for people and in letters for systems", () => {
    expect(config).toMatchObject({ productName: "年报台", executableName: "nianbao-desk", appId: "cn.nianbao.desk" });
    expect(config.linux?.desktop?.entry).toMatchObject({ Name: "年报台", StartupWMClass: "nianbao-desk" });
    expect(config).toMatchObject({
      linux: { category: "Office" },
      extraMetadata: { desktopName: "nianbao-desk.desktop" },
    });
  });

  it("uses the model id that the shell gives to Windows", async () => {
    const main = await readFile(join(root, "electron/main.ts"), "utf8");
    expect(main).toContain(`setAppUserModelId("${config.appId ?? ""}")`);
  });
});
