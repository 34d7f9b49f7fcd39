import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";

/** A running browser mode with a data folder of its own. */
export type BrowserMode = {
  readonly dataFolder: string;
  readonly exportFolder: string;
  /** Process id of the backend. */
  readonly pid: number;
  /** A start URL with a fresh one-time token. */
  startUrl(): Promise<string>;
  stop(): Promise<void>;
  /** Ends the backend as a power cut would. */
  kill(): Promise<void>;
  /** Starts a backend again on the same data folder. Its start URL is not used. */
  restart(): Promise<void>;
};

const webEntry = join(process.cwd(), "out/main/web.js");

/** Starts browser mode as `npm start` does and reads its one line. */
export async function startBrowserMode(folder: string): Promise<BrowserMode> {
  const dataFolder = join(folder, "data");
  const exportFolder = join(folder, "export");
  const env = { ...process.env, NIANBAO_DATA: dataFolder, NIANBAO_EXPORT: exportFolder, NIANBAO_NO_OPEN: "1" };
  const start = (): ChildProcess => spawn(process.execPath, [webEntry], { env, stdio: ["ignore", "pipe", "inherit"] });
  let first = start();
  const firstUrl = await readUrl(first);
  let unused: string | null = firstUrl;
  return {
    dataFolder,
    exportFolder,
    get pid() {
      return first.pid ?? 0;
    },
    async startUrl() {
      if (unused !== null) {
        const url = unused;
        unused = null;
        return url;
      }
      return readUrl(start());
    },
    kill: () =>
      new Promise((resolve) => {
        first.once("exit", () => resolve());
        first.kill("SIGKILL");
      }),
    async restart() {
      first = start();
      unused = await readUrl(first);
    },
    stop: () =>
      new Promise((resolve) => {
        first.once("exit", () => resolve());
        if (first.exitCode !== null || !first.kill("SIGTERM")) resolve();
      }),
  };
}

async function readUrl(child: ChildProcess): Promise<string> {
  if (child.stdout === null) throw new Error("browser mode has no output");
  for await (const line of createInterface({ input: child.stdout })) {
    const url = /http:\/\/127\.0\.0\.1:\d+\/\S*/u.exec(line)?.[0];
    if (url !== undefined) return url;
  }
  throw new Error("browser mode ended before it printed its address");
}
