import { spawnSync } from "node:child_process";
import { build } from "./build.js";
import { inRoot, root } from "./program.js";

/**
 * `npm run package`: builds the program and makes the installers of electron-builder.yml, for this system or for
 * those that are named (`-- --win`, `-- --linux`). Whatever else follows `--` goes to electron-builder, such as
 * `--dir` or `-c.electronDist=FOLDER`.
 */
const perSystem = {
  "--win": [],
  // The folder under /opt is named after the product, and neither menus nor AppArmor are sure to take a Chinese one.
  // What people see, in the menu and in the window, is named in electron-builder.yml and stays Chinese.
  "--linux": ["-c.productName=nianbao-desk"],
};

const given = process.argv.slice(2);
const named = Object.keys(perSystem).filter((system) => given.includes(system));
const systems = named.length > 0 ? named : [process.platform === "win32" ? "--win" : "--linux"];
const rest = given.filter((argument) => !named.includes(argument));

await build();
for (const system of systems) {
  const builder = [inRoot("node_modules/electron-builder/cli.js"), "--publish", "never", system];
  const { status } = spawnSync(process.execPath, [...builder, ...rest, ...perSystem[system]], {
    cwd: root,
    stdio: "inherit",
  });
  if (status !== 0) process.exit(status ?? 1);
}
