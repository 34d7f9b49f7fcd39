import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { Packager } from "electron-builder";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { contentSecurityPolicy, contentSecurityPolicyInPage } from "../../core/content-security-policy.ts";

const root = resolve(import.meta.dirname, "../..");
const isBuilt = existsSync(join(root, "out/renderer/third-party-notices.txt"));
const require = createRequire(import.meta.url);

/** A file of the library that electron-builder is made of. */
const builderFile = (path: string): string => join(root, "node_modules/app-builder-lib", path);

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "nianbao-ship-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** What the build itself calls, run as it runs it. */
function notices(folders: readonly string[], at: string): { readonly status: number | null; readonly text: string } {
  const script = `import { noticesOf } from ${JSON.stringify(join(root, "scripts/notices.js"))};
process.stdout.write(noticesOf(${JSON.stringify(folders)}, ${JSON.stringify(at)}));`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", script], {
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  return { status, text: stdout + stderr };
}

function project(packages: Readonly<Record<string, Readonly<Record<string, string>>>>): void {
  for (const file of [
    "node_modules/@fontsource/noto-serif-sc/LICENSE",
    "node_modules/@fontsource/noto-sans-sc/LICENSE",
    "node_modules/lxgw-wenkai-webfont/OFL.txt",
    "core/words/LICENSE-jieba.txt",
  ]) {
    mkdirSync(join(folder, file, ".."), { recursive: true });
    writeFileSync(join(folder, file), `许可证 ${file}`);
  }
  for (const [name, files] of Object.entries(packages)) {
    const target = join(folder, "node_modules", name);
    mkdirSync(target, { recursive: true });
    writeFileSync(join(target, "package.json"), JSON.stringify({ name, version: "1.2.3", license: "MIT" }));
    for (const [file, text] of Object.entries(files)) writeFileSync(join(target, file), text);
  }
}

describe("third-party notices", () => {
  it("hold the licence of every bundled package, of the fonts and of the word list", () => {
    project({ one: { LICENSE: "许可证甲" }, two: { "LICENCE.md": "许可证乙", "NOTICE.txt": "声明乙" } });
    const { status, text } = notices(["node_modules/one", "node_modules/two"], folder);
    expect(status).toBe(0);
    for (const part of [
      "one 1.2.3（MIT）",
      "许可证甲",
      "two 1.2.3",
      "许可证乙",
      "声明乙",
      "OFL.txt",
      "LICENSE-jieba.txt",
    ]) {
      expect(text).toContain(part);
    }
  });

  it.each([
    ["no text", {}],
    ["an empty text", { LICENSE: "  \n" }],
  ])("stop the build at a package with %s", (_, files) => {
    project({ one: files });
    const { status, text } = notices(["node_modules/one"], folder);
    expect(status).not.toBe(0);
    expect(text).toContain("one 1.2.3 没有许可证文本");
  });

  it("stop the build when a font's licence is gone", () => {
    project({});
    rmSync(join(folder, "node_modules/lxgw-wenkai-webfont/OFL.txt"));
    expect(notices([], folder).status).not.toBe(0);
  });

  it.skipIf(!isBuilt)("of the built program name every package that its bundles hold", () => {
    const noted = readdirSync(join(root, "out/packages")).flatMap(
      (file) => JSON.parse(readFileSync(join(root, "out/packages", file), "utf8")) as readonly string[],
    );
    const text = readFileSync(join(root, "out/renderer/third-party-notices.txt"), "utf8");
    for (const name of ["lexical", "react", "zod", "docx", "saxes", "diff", "csv-stringify"]) {
      expect(noted).toContain(`node_modules/${name}`);
    }
    for (const path of noted) {
      const { name, version } = JSON.parse(readFileSync(join(root, path, "package.json"), "utf8")) as {
        name: string;
        version: string;
      };
      expect(text).toContain(`${name} ${version}`);
    }
  });
});

describe("the policy inside the page", () => {
  it("is the window's own but for what a page may not say of itself", () => {
    expect(`${contentSecurityPolicyInPage}; frame-ancestors 'none'`).toBe(contentSecurityPolicy);
  });

  it.skipIf(!isBuilt)("stands in the built page before anything that it rules over", () => {
    const page = readFileSync(join(root, "out/renderer/index.html"), "utf8").replaceAll("&#39;", "'");
    const at = page.indexOf(`content="${contentSecurityPolicyInPage}"`);
    expect(at).toBeGreaterThan(0);
    expect(at).toBeLessThan(page.search(/<(?:script|link)/u));
    expect(page).not.toMatch(/<style|<script(?![^>]*\ssrc=)|\son\w+=|\sstyle=/iu);
  });
});

describe("the installers", () => {
  it("speak Chinese: electron-builder reads the list of languages", async () => {
    const packager = new Packager({ projectDir: root });
    await packager.validateConfig();
    const { LangConfigurator } = require(builderFile("out/targets/nsis/nsisLang.js")) as {
      LangConfigurator: new (options: unknown) => { readonly langs: readonly string[] };
    };
    expect(new LangConfigurator(packager.config.nsis).langs).toEqual(["zh_CN"]);
    expect(packager.config.nsis?.displayLanguageSelector).toBe(false);
  });

  it("set the sandbox's helper set-uid on every Linux, and know no name that electron-builder does not fill in", async () => {
    const packager = new Packager({ projectDir: root });
    await packager.validateConfig();
    const path = join(root, packager.config.deb?.afterInstall ?? "");
    const script = readFileSync(path, "utf8");
    expect(script).toContain("chmod 4755 '/opt/${sanitizedProductName}/chrome-sandbox'");
    expect(script).not.toMatch(/unshare|chmod 0?755/u);
    const names = [...script.matchAll(/\$\{([a-zA-Z]+)\}/gu)].map(([, name]) => name);
    expect(new Set(names)).toEqual(new Set(["executable", "sanitizedProductName"]));
    const { status, stderr } = spawnSync("bash", ["-n", path], { encoding: "utf8" });
    if (status !== null) expect([status, stderr]).toEqual([0, ""]);
  });

  it("switch no sandbox off in the menu entry of the AppImage", async () => {
    const packager = new Packager({ projectDir: root });
    await packager.validateConfig();
    expect(packager.config.appImage?.executableArgs).toEqual([]);
  });
});
