import type { Body } from "./body.ts";

const HASH_LENGTH = 11;

/** A 53-bit hash (cyrb53) in letters and digits: the same on every computer, with no meaning beyond being its own. */
function hashOf(text: string): string {
  let low = 0xdeadbeef;
  let high = 0x41c6ce57;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    low = Math.imul(low ^ unit, 2654435761);
    high = Math.imul(high ^ unit, 1597334677);
  }
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909);
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909);
  return (4294967296 * (2097151 & high) + (low >>> 0)).toString(36).padStart(HASH_LENGTH, "0");
}

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
    let blockId = hashOf(`${reportId} ${index}`);
    for (let attempt = 1; taken.has(blockId); attempt += 1) blockId = hashOf(`${reportId} ${index} ${attempt}`);
    taken.add(blockId);
    return { ...node, $: { ...node.$, blockId } };
  });
  return { ...body, root: { ...body.root, children } };
}
