import { execFileSync } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { startBrowser } from "../../../backend/pdf/browser.ts";
import { bundledChromium } from "../../../backend/pdf/bundled-chromium.ts";
import { cacheFolder } from "../../../backend/data-folder.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "nianbao-browser-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A program that claims nothing and ends at once, as a broken installation does. */
function brokenBrowser(): string {
  const path = join(folder, "broken");
  writeFileSync(path, "#!/bin/sh\nexit 1\n");
  chmodSync(path, 0o755);
  return path;
}
const bundled = bundledChromium(cacheFolder());

describe.skipIf(bundled === null)("the browser that prints", () => {
  it("is the next one when the chosen one does not start", async () => {
    const env = { NIANBAO_BROWSER: brokenBrowser(), PATH: "" };
    const browser = await startBrowser({ cacheFolder: cacheFolder(), env });
    expect(Number.parseInt(browser.version(), 10)).toBeGreaterThanOrEqual(131);
    await browser.close();
  });

  it("is refused by name when it is too old", async () => {
    const search = { cacheFolder: cacheFolder(), env: { PATH: "" }, oldest: 10_000 };
    await expect(startBrowser(search)).rejects.toMatchObject({
      code: "pdf-browser-outdated",
      details: { version: expect.stringMatching(/^\d+\./u) as string },
    });
  });

  it("reaches no network", async () => {
    const browser = await startBrowser({ cacheFolder: cacheFolder(), env: { PATH: "" } });
    const page = await browser.newPage();
    await expect(page.goto("http://localhost:1/")).rejects.toThrow(/ERR_/u);
    await expect(page.goto("http://example.org/")).rejects.toThrow(/ERR_NAME_NOT_RESOLVED/u);
    await browser.close();
  });

  it("brings the libraries that a bare Linux lacks", async () => {
    const own = bundledChromium(folder);
    const libraries = (await own?.libraries()) ?? "";
    expect(readFileSync(join(libraries, "libnss3.so")).subarray(1, 4).toString()).toBe("ELF");
    const program = (await bundled?.program()) ?? "";
    const env = { LD_LIBRARY_PATH: libraries };
    expect(execFileSync(program, ["--version"], { env, encoding: "utf8" })).toMatch(/Chrom/u);
  });

  it("is unpacked whole, for its user alone", async () => {
    const program = (await bundled?.program()) ?? "";
    expect(existsSync(program)).toBe(true);
    expect(statSync(program).mode & 0o077).toBe(0);
  });
});

describe("without any browser", () => {
  it.skipIf(bundled !== null)("says so", async () => {
    await expect(startBrowser({ cacheFolder: folder, env: { PATH: "" } })).rejects.toMatchObject({
      code: "pdf-browser-missing",
    });
  });
});
