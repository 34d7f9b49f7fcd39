import { median } from "./keystrokes.ts";

/** Runs `work` some times and gives the median of its milliseconds. The first `warmUp` runs do not count. */
export async function medianMs(
  runs: number,
  work: () => unknown,
  { warmUp = 0 }: { readonly warmUp?: number } = {},
): Promise<number> {
  const measured: number[] = [];
  for (let run = 0; run < runs + warmUp; run += 1) {
    const started = performance.now();
    await work();
    if (run >= warmUp) measured.push(performance.now() - started);
  }
  return median(measured);
}
