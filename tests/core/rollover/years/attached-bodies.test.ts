import { describe, expect, it } from "vitest";
import { attachedBodyRules } from "../../../../core/rollover/years/attached-bodies.ts";

const rowsOf = (which: "yes" | "no") =>
  attachedBodyRules.flatMap((rule) => rule[which].map((text) => [rule.name, text, rule.pattern] as const));

describe("behind the name of the organ", () => {
  it.each(rowsOf("yes"))("stands %s: %s", (_name, text, pattern) => {
    expect(new RegExp(`^(?:${pattern})`, "u").test(text)).toBe(true);
  });

  it.each(rowsOf("no"))("does not stand %s: %s", (_name, text, pattern) => {
    expect(new RegExp(`^(?:${pattern})`, "u").test(text)).toBe(false);
  });
});
