import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);
const ANSWER_WITHIN_MS = 5_000;
const limits = { timeout: ANSWER_WITHIN_MS, maxBuffer: 16 * 1024 * 1024, windowsHide: true } as const;

/** `SimSun & NSimSun (TrueType)    REG_SZ    simsun.ttc` → SimSun, NSimSun */
export function facesOfRegistry(listing: string): string[] {
  const names = listing.split(/\r?\n/u).flatMap((line) => /^\s+(.+?)\s{2,}REG_SZ/u.exec(line)?.[1] ?? []);
  return names.flatMap((name) => name.replace(/\s*\([^)]*\)$/u, "").split(/\s*&\s*/u));
}

/** `Noto Serif SC,思源宋体` → both names: fontconfig lists one face in all its languages */
export const facesOfFontconfig = (listing: string): string[] =>
  listing.split(/\r?\n/u).flatMap((line) => line.split(",").map((name) => name.trim().replaceAll("\\", "")));

async function listFaces(): Promise<string[]> {
  if (process.platform === "win32") {
    const hives = ["HKLM", "HKCU"].map((hive) => `${hive}\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Fonts`);
    const listings = await Promise.all(hives.map((key) => run("reg", ["query", key], limits).catch(() => null)));
    return listings.flatMap((listing) => facesOfRegistry(listing?.stdout ?? ""));
  }
  const { stdout } = await run("fc-list", [":", "family"], limits);
  return facesOfFontconfig(stdout);
}

let known: Promise<ReadonlySet<string>> | undefined;

/** Family names of the faces of this computer, asked once. Empty where the system does not tell. */
export function installedFaces(): Promise<ReadonlySet<string>> {
  known ??= listFaces().then(
    (names) => new Set(names.filter((name) => name !== "")),
    () => new Set<string>(),
  );
  return known;
}
