import { readFileSync } from "node:fs";

/**
 * Milliseconds of a processor that this thread has used: on a machine that is busy with other things, or with other
 * tests in the threads beside, the clock on the wall counts their work too. Where the system does not tell it by
 * thread, that of the process.
 */
export function spentMs(): number {
  try {
    return Number(readFileSync("/proc/thread-self/schedstat", "utf8").split(" ")[0]) / 1e6;
  } catch {
    const { user, system } = process.cpuUsage();
    return (user + system) / 1000;
  }
}

/** The work of one call. */
function workOf(run: () => unknown): number {
  const before = spentMs();
  run();
  return spentMs() - before;
}

/** Less than this is the noise of counting. */
const LEAST_MS = 4;
/** What the garbage collector adds is not added every time; what grows too fast does so at every try. */
const MOST_TRIES = 6;

/**
 * How many times the work of the short run the long one takes, each at its best. Tries again while that is more than
 * `most`.
 */
export function growthOf(short: () => unknown, long: () => unknown, most: number): number {
  // The first time pays for the compiler.
  let few = workOf(short);
  let many = Infinity;
  for (let tries = 0; tries < MOST_TRIES && many / Math.max(LEAST_MS, few) >= most; tries += 1) {
    few = Math.min(few, workOf(short));
    many = Math.min(many, workOf(long));
  }
  return many / Math.max(LEAST_MS, few);
}
