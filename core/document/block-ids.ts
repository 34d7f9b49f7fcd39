import type { Body } from "./body.ts";
import { textHash } from "./text-hash.ts";

const idOf = (node: Body["root"]["children"][number]): string => node.$?.blockId ?? "";

/**
 * The body with an id for every block, unique within it. Ids that stand there stay; of two alike the first one stays.
 * What is missing follows from the report's id and the block's place, so that a file that is opened twice without being
 * saved gets the same ids both times.
 */
export function withBlockIds(body: Body, reportId: string): Body {
  const taken = new Set<string>();
  const kept = body.root.children.map((node) => {
    const id = idOf(node);
    const isOwn = id !== "" && !taken.has(id);
    if (isOwn) taken.add(id);
    return isOwn;
  });
  if (kept.every(Boolean)) return body;
  const children = body.root.children.map((node, index) => {
    if (kept[index] === true) return node;
    let blockId = textHash(`${reportId} ${index}`);
    for (let attempt = 1; taken.has(blockId); attempt += 1) blockId = textHash(`${reportId} ${index} ${attempt}`);
    taken.add(blockId);
    return { ...node, $: { ...node.$, blockId } };
  });
  return { ...body, root: { ...body.root, children } };
}
