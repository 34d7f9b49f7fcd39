import { AppError } from "../core/result.ts";

/** Whoever waits has had enough: what has not begun does not begin. @throws AppError cancelled */
export function throwIfCancelled(signal: AbortSignal): void {
  if (signal.aborted) throw new AppError("cancelled");
}
