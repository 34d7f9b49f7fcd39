import { readdir, readFile } from "node:fs/promises";
import type { Browser } from "playwright-core";

/** The most memory a process has held, in bytes; 0 where the system does not tell. */
export async function peakMemoryOf(pid: number): Promise<number> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  return Number(/VmHWM:\s+(\d+) kB/u.exec(status)?.[1] ?? 0) * 1024;
}

/** The most that the largest page process of a running browser has held, in bytes. */
export async function peakMemoryOfRenderers(browser: Browser): Promise<number> {
  if (!browser.isConnected()) return 0;
  const pids = (await readdir("/proc").catch(() => [])).filter((name) => /^\d+$/u.test(name));
  const peaks = await Promise.all(
    pids.map(async (pid) => {
      const command = await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "");
      return command.includes("--type=renderer") ? peakMemoryOf(Number(pid)) : 0;
    }),
  );
  return Math.max(0, ...peaks);
}
