import { spawnSync } from "node:child_process";
import { build } from "./build.js";
import { inRoot, root } from "./program.js";

/**
 * `npm run package`: builds the program and makes the installers of electron-builder.yml for this system.
 * Whatever follows `--` goes to electron-builder: `npm run package -- --win --x64`, `-c.electronDist=FOLDER`.
 */
await build();
const given = process.argv.slice(2);
const { status } = spawnSync(
  process.execPath,
  [inRoot("node_modules/electron-builder/cli.js"), "--publish", "never", ...given],
  { cwd: root, stdio: "inherit" },
);
process.exit(status ?? 1);
