import type { Letterhead } from "../../document/letterhead.ts";
import { faces } from "../gbt9704.ts";
import type { FramePiece } from "./frame-row.ts";
import type { Layout } from "../rules/layout.ts";
import { bodySpan } from "./line-row.ts";

const roles = [
  ["copyNumber", faces.body],
  ["secrecy", faces.marking],
  ["urgency", faces.marking],
] as const;

/** 份号, 密级和保密期限, 紧急程度, as far as they are given, each at the left of a line of its own (7.2.1–7.2.3). */
export const markings = (
  head: Letterhead,
  layout: Layout,
): readonly { readonly element: (typeof roles)[number][0]; readonly piece: FramePiece }[] =>
  roles.flatMap(([element, role]) =>
    head[element] === ""
      ? []
      : [{ element, piece: { spans: [bodySpan(head[element], role, layout)], anchor: "start", atTwips: 0 } }],
  );
