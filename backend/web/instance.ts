import { randomBytes, timingSafeEqual } from "node:crypto";
import { rename, rm, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { join } from "node:path";
import * as z from "zod";
import type { Log } from "../log.ts";
import { makePrivateFolder } from "../private-folder.ts";
import { nodeFileSystem } from "../store/file-system.ts";
import { parseJsonFile } from "../store/parse-json-file.ts";
import { readWhole } from "../store/read-whole.ts";

/**
 * One running program for one data folder. The running one leaves a note that only its user may read (0600): where it
 * listens and a secret. A second start shows the secret and gets a start link for a further window.
 */
const noteSchema = z.object({ origin: z.url(), pid: z.int(), secret: z.string().min(32) });
type Note = z.infer<typeof noteSchema>;

/** The one address that a second start may ask without a cookie. */
export const JOIN_PATH = "/api/join";
const ANSWER_WITHIN_MS = 2_000;
const noteFile = (dataFolder: string): string => join(dataFolder, "running.json");

export type Instance = {
  /** Whether a request to `JOIN_PATH` shows the secret. */
  isInvited(authorization: string | undefined): boolean;
  /** Takes the note away, if it is still ours. */
  leave(): Promise<void>;
};

async function readNote(dataFolder: string): Promise<Note | null> {
  try {
    return noteSchema.parse(parseJsonFile((await readWhole(nodeFileSystem, noteFile(dataFolder), "once")).bytes));
  } catch {
    // No note, or one that was cut short: nobody to join.
    return null;
  }
}

function askForLink({ origin, secret }: Note): Promise<string | null> {
  return new Promise((resolve) => {
    const giveUp = (): void => resolve(null);
    const headers = { authorization: `Bearer ${secret}` };
    const asking = request(`${origin}${JOIN_PATH}`, { method: "POST", headers, timeout: ANSWER_WITHIN_MS });
    asking.on("timeout", () => asking.destroy());
    asking.on("error", giveUp);
    asking.on("response", (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      response.on("error", giveUp);
      response.on("end", () => resolve(response.statusCode === 200 && text.startsWith(`${origin}/`) ? text : null));
    });
    asking.end();
  });
}

/** A start link of the program that already serves this data folder, or null when none answers. */
export async function joinRunning(dataFolder: string): Promise<string | null> {
  const note = await readNote(dataFolder);
  return note === null ? null : askForLink(note);
}

/** Leaves the note. Where none can be written (full, read-only), a further start finds nobody to join, and that is all. */
async function leaveNote(dataFolder: string, note: Note, log: Log): Promise<void> {
  const file = noteFile(dataFolder);
  const temporary = `${file}.${process.pid}`;
  try {
    makePrivateFolder(dataFolder);
    await writeFile(temporary, JSON.stringify(note), { mode: 0o600 });
    await rename(temporary, file);
  } catch (error) {
    log("the note for further starts was not written", error);
    await rm(temporary, { force: true }).catch(() => undefined);
  }
}

/** Makes this process the one that further starts join. */
export async function announce(dataFolder: string, origin: string, log: Log): Promise<Instance> {
  const secret = randomBytes(32).toString("base64url");
  const expected = Buffer.from(`Bearer ${secret}`);
  const file = noteFile(dataFolder);
  await leaveNote(dataFolder, { origin, pid: process.pid, secret }, log);
  return {
    isInvited: (authorization = "") => {
      const given = Buffer.from(authorization);
      return given.length === expected.length && timingSafeEqual(given, expected);
    },
    leave: async () => {
      if ((await readNote(dataFolder))?.secret !== secret) return;
      await rm(file, { force: true }).catch((error: unknown) => log("the note for further starts is left", error));
    },
  };
}
