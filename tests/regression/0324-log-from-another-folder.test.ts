import { execFileSync } from "node:child_process";
import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { makeFolder } from "../backend/store/test-store.ts";

test(
  "the log is kept also when the program is started from a folder that knows nothing of it",
  { timeout: 30_000 },
  async () => {
    const folder = await makeFolder();
    const entry = `import { createFileLog } from ${JSON.stringify(join(process.cwd(), "backend/web/log.ts"))};
    createFileLog(process.argv[2])("a place", new Error("what happened"));`;
    const outfile = join(folder, "log.cjs");
    const stdin = { contents: entry, resolveDir: folder, loader: "ts" as const };
    await build({ stdin, outfile, bundle: true, platform: "node", format: "cjs", logLevel: "silent" });
    const data = join(folder, "data");
    execFileSync(process.execPath, [outfile, data], { cwd: "/", stdio: ["ignore", "pipe", "pipe"] });
    const file = join(data, "logs", "browser.log");
    expect(await readFile(file, "utf8")).toContain("what happened");
    if (process.platform === "win32") return;
    expect((await stat(file)).mode & 0o777).toBe(0o600);
    expect((await stat(data)).mode & 0o777).toBe(0o700);
  },
);
