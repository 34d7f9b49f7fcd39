import { type Body } from "../../../core/document/body.ts";

/**
 * A text as it is opened: one without a title has an empty line for it on top. A title that stands further
 * down stays where it is, and so do titles of attached texts.
 */
export function withTitleLine(body: Body): Body {
  const { children } = body.root;
  if (children.some(({ type }) => type === "report-title")) return body;
  const title: Body["root"]["children"][number] = { type: "report-title", children: [], sectionId: "", done: false };
  return { ...body, root: { ...body.root, children: [title, ...children] } };
}
