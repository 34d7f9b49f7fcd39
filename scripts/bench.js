/** `npm run bench`: builds the program, then measures it and prints one table. `npm run bench -- editor` measures a part. */
import { spawnSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled } from "./ensure-installed.js";

const root = fileURLToPath(new URL("..", import.meta.url));
ensureInstalled(root);
const { build } = await import("./build.js");
await build();

const esbuild = await import("esbuild");
const outfile = join(root, "out/bench/run.mjs");
mkdirSync(join(root, "out/bench"), { recursive: true });
/** Threads run the script that was built with the program. */
const builtWorkers = {
  name: "built-workers",
  setup(build) {
    build.onResolve({ filter: /\?code$/ }, ({ path }) => {
      const name = basename(path, ".ts?code");
      const file = readdirSync(join(root, "out/main/chunks")).find((chunk) => chunk.startsWith(`${name}-`));
      return { path: join(root, "out/main/chunks", file ?? name), external: true };
    });
  },
};
await esbuild.build({
  entryPoints: [join(root, "tests/bench/run.ts")],
  outfile,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20.19",
  packages: "external",
  plugins: [builtWorkers],
  logLevel: "warning",
});
const { status } = spawnSync(process.execPath, ["--expose-gc", outfile, ...process.argv.slice(2)], {
  cwd: root,
  stdio: "inherit",
});
process.exit(status ?? 1);
