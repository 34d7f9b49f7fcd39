import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as wait } from "node:timers/promises";
import { inRoot } from "./program.js";

const lockFolder = inRoot("out/build.lock");
const holderFile = inRoot("out/build.lock/pid");

function isHolderAlive() {
  try {
    process.kill(Number(readFileSync(holderFile, "utf8")), 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

function tryLock() {
  try {
    mkdirSync(lockFolder);
    writeFileSync(holderFile, String(process.pid));
    return true;
  } catch (error) {
    if (error.code !== "EEXIST") throw error;
    return false;
  }
}

/**
 * Runs `work` while no other build runs in this folder: two commands started at once must not write over each other.
 * A lock whose holder is gone is taken over.
 * @template T
 * @param {() => Promise<T>} work
 */
export async function withBuildLock(work) {
  mkdirSync(inRoot("out"), { recursive: true });
  while (!tryLock()) {
    await wait(150);
    if (!isHolderAlive()) rmSync(lockFolder, { recursive: true, force: true });
  }
  try {
    return await work();
  } finally {
    rmSync(lockFolder, { recursive: true, force: true });
  }
}
