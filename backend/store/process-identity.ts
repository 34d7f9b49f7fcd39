import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { uptime } from "node:os";
import * as z from "zod";
import { thisComputer } from "../computer.ts";

/** Who holds a lock or writes a temporary file: enough to tell later whether that process still runs. */
export const processIdentitySchema = z.object({
  pid: z.int().positive(),
  /** Tells this run of a process from another one with the same number. */
  nonce: z.string(),
  /** When the kernel started the process, in its own ticks; empty where the system does not say. */
  startTicks: z.string(),
  /** Milliseconds since 1970, by this computer's clock. */
  claimedAtMs: z.number(),
});
export type ProcessIdentity = Readonly<z.infer<typeof processIdentitySchema>>;

/** A clock that was set while the computer ran must not make a living process look dead. */
const CLOCK_TOLERANCE_MS = 60_000;

/** Field 22 of `/proc/<pid>/stat`, counted after the command name, which may hold spaces and brackets. */
function startTicksOf(pid: number): string {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    return stat.slice(stat.lastIndexOf(")") + 2).split(" ")[19] ?? "";
  } catch {
    return "";
  }
}

const nonce = randomBytes(6).toString("hex");

/** This process, claiming something now. */
export const claimByThisProcess = (): ProcessIdentity => ({
  pid: process.pid,
  nonce,
  startTicks: startTicksOf(process.pid),
  claimedAtMs: Date.now(),
});

/** Whether some process has this number now. */
function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

/**
 * Whether the process that made the claim still runs. Numbers are used again: a process that started at another
 * time, or a claim from before the computer was last switched on, is not the one.
 */
export function isAlive(claim: ProcessIdentity): boolean {
  if (claim.pid === process.pid) return claim.nonce === nonce;
  if (!isRunning(claim.pid)) return false;
  const startTicks = startTicksOf(claim.pid);
  if (claim.startTicks !== "" && startTicks !== "") return claim.startTicks === startTicks;
  return claim.claimedAtMs > Date.now() - uptime() * 1000 - CLOCK_TOLERANCE_MS;
}

/** `<computer>-<pid>-<nonce>`, for names of temporary files. */
export const processLabel = (): string => `${thisComputer().id}-${process.pid}-${nonce}`;

/** Whether a file with this label, made on this computer, may still be in the making. */
export function isLabelAlive(pid: number, itsNonce: string): boolean {
  return pid === process.pid ? itsNonce === nonce : isRunning(pid);
}
