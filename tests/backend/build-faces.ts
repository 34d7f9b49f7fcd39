import { execFileSync } from "node:child_process";
import { resolve } from "node:path";

/** Puts the program's own faces where the printer looks for them, if they are not there yet. */
export function buildFaces(): void {
  const script = resolve(import.meta.dirname, "../../scripts/build.js");
  execFileSync(process.execPath, [script, "faces"], { stdio: ["ignore", "ignore", "inherit"] });
}
