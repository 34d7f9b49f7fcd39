import { type Block } from "../../core/document/blocks.ts";
import { type TextChange } from "./protocol.ts";

/** What has to be sent so that `before` becomes `after`. Blocks that did not change are the very same objects. */
export function textChange(before: readonly Block[], after: readonly Block[]): TextChange {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start += 1;
  let same = 0;
  while (same < most - start && before[before.length - 1 - same] === after[after.length - 1 - same]) same += 1;
  return { start, remove: before.length - start - same, blocks: after.slice(start, after.length - same) };
}
