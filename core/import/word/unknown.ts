import type { Tally } from "./document-items.ts";

/** What kind of thing a reader met and does not know. */
type UnknownKind = "元素" | "域" | "格式" | "控制字" | "字符" | "标签";

const mostNames = 200;

/** Counts something that stands in a file and that no reader knows, by its name: it is told, so that nothing is lost unseen. */
export function noteUnknown(tally: Tally, kind: UnknownKind, name: string): void {
  const key = `${kind} ${name}`;
  if (tally.unknown.size >= mostNames && !tally.unknown.has(key)) return;
  tally.unknown.set(key, (tally.unknown.get(key) ?? 0) + 1);
}
