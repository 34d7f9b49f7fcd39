import { type LockHolder } from "../../core/contract.ts";
import { clockTime, formatWhen } from "../format-when.ts";

/** A living holder shows itself every ten seconds: twice that long without a sign says nothing yet. */
const STILL_ALIVE_MS = 20_000;
const MINUTE_MS = 60_000;
const HOUR_MS = 3_600_000;

/** 最后一次活动 of who holds a report on another computer, as a sentence. Its clock and this one are never compared. */
export function signOf({ lastSign, quietMs }: LockHolder, now = new Date()): string {
  const when = formatWhen(new Date(lastSign), now);
  const last = `最后一次活动：${when.includes(":") ? when : `${when} ${clockTime(new Date(lastSign))}`}（按那台电脑的时钟）`;
  if (quietMs < STILL_ALIVE_MS) return `${last}，刚才还有动静。`;
  return `${last}，这里已有 ${longTime(quietMs)}没有看到它的动静。`;
}

function longTime(ms: number): string {
  if (ms < MINUTE_MS) return `${Math.floor(ms / 1000)} 秒`;
  if (ms < HOUR_MS) return `${Math.floor(ms / MINUTE_MS)} 分钟`;
  const minutes = Math.floor((ms % HOUR_MS) / MINUTE_MS);
  return `${Math.floor(ms / HOUR_MS)} 小时${minutes === 0 ? "" : ` ${minutes} 分钟`}`;
}
