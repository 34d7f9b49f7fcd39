import { chmod } from "node:fs/promises";
import { join } from "node:path";
import * as z from "zod";
import type { Log } from "../log.ts";
import { nodeFileSystem } from "../store/file-system.ts";
import { writeDurably } from "../store/durable-write.ts";
import { parseJsonFile } from "../store/parse-json-file.ts";
import { readWhole } from "../store/read-whole.ts";

/** Enough for the windows of some weeks; older ones start anew with a link. */
const MAX_SESSIONS = 32;

const sessionsSchema = z.object({
  port: z.int().min(1).max(65_535),
  /** SHA-256 of the cookies, as hex: whoever reads the file cannot make a cookie of it. */
  digests: z.array(z.string().regex(/^[0-9a-f]{64}$/u)).max(MAX_SESSIONS),
});

/** Where browser mode listened and whom it knew: after a restart its old windows find it again. */
export type Sessions = z.infer<typeof sessionsSchema>;

const fileIn = (dataFolder: string): string => join(dataFolder, "sessions.json");

/** Null: never written, damaged, or not to be read; windows then start with a new link. */
export async function readSessions(dataFolder: string): Promise<Sessions | null> {
  try {
    const { bytes } = await readWhole(nodeFileSystem, fileIn(dataFolder), "once");
    return sessionsSchema.parse(parseJsonFile(bytes));
  } catch {
    return null;
  }
}

/** Keeps them for the next start. What cannot be kept costs old windows a new link, nothing more. */
export async function keepSessions(dataFolder: string, { port, digests }: Sessions, log: Log): Promise<void> {
  const file = fileIn(dataFolder);
  try {
    const content = JSON.stringify({ port, digests: digests.slice(-MAX_SESSIONS) } satisfies Sessions);
    await writeDurably(nodeFileSystem, file, content, { keepPrevious: false });
    if (process.platform !== "win32") await chmod(file, 0o600);
  } catch (error) {
    log("the sessions were not kept", error);
  }
}
