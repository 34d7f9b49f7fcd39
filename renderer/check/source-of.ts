import { type Finding } from "../../core/check/finding.ts";

/** Where a rule comes from and how binding it is, in one line. */
export const sourceOf = ({ source, strength }: Pick<Finding, "source" | "strength">): string =>
  source === strength ? source : `${source} · ${strength}`;
