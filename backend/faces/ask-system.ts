import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);
const ANSWER_WITHIN_MS = 5_000;
const limits = { timeout: ANSWER_WITHIN_MS, maxBuffer: 16 * 1024 * 1024, windowsHide: true } as const;

/** What Windows prints of the keys of its fonts: of the computer, then of the user. A key that is not there is left out. */
export async function registryListings(): Promise<readonly string[]> {
  const hives = ["HKLM", "HKCU"].map((hive) => `${hive}\\SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\Fonts`);
  const answers = await Promise.all(hives.map((key) => run("reg", ["query", key], limits).catch(() => null)));
  return answers.flatMap((answer) => answer?.stdout ?? []);
}

/** What fontconfig prints when it is asked with these arguments. @throws Error where there is none */
export async function fontconfigListing(...question: readonly string[]): Promise<string> {
  return (await run("fc-list", question, limits)).stdout;
}
