import { type Body } from "../../../core/document/body.ts";

/** True when two bodies are stored alike. Blocks that are the very same objects are not looked into. */
export function isSameBody(a: Body, b: Body): boolean {
  if (a === b) return true;
  const [left, right] = [a.root.children, b.root.children];
  if (left.length !== right.length) return false;
  return (
    left.every((block, index) => block === right[index] || isSameJson(block, right[index])) &&
    isSameJson({ ...a.root, children: [] }, { ...b.root, children: [] })
  );
}

const isSameJson = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);
