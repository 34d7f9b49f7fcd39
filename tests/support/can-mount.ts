import { execFileSync } from "node:child_process";

/** Whether this process may mount a disk of its own: a test that needs a real small disk says that it was skipped without. */
export function canMount(): boolean {
  if (process.platform !== "linux" || process.getuid?.() !== 0) return false;
  try {
    execFileSync("unshare", ["--mount", "true"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}
