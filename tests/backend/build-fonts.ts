import { execFileSync } from "node:child_process";
import { resolve } from "node:path";

function build(part: "fonts" | "faces"): void {
  const script = resolve(import.meta.dirname, "../../scripts/build.js");
  execFileSync(process.execPath, [script, part], { stdio: ["ignore", "ignore", "inherit"] });
}

/** Puts the program's own faces where the printer looks for them, if they are not there yet. */
export const buildFonts = (): void => build("fonts");
/** The same faces whole, for the drawn PDF. */
export const buildFaces = (): void => build("faces");
