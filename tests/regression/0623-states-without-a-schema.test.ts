import fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod";
import { headingLevels } from "../../core/document/blocks.ts";
import { headingForms } from "../../core/document/body.ts";
import { levelState, ordinalState } from "../../renderer/editor/nodes/section-state.ts";
import { readFlag, readOneOf, readText } from "../../renderer/editor/nodes/state-values.ts";

/** States of nodes are read by plain checks: with what the schemas say of any value whatever. */

const values = fc.oneof(
  fc.anything(),
  fc.constantFrom<unknown>(...headingLevels, ...headingForms, true, false, "", null, "computed"),
);

test("text, flags and choices are read as their schemas read them", () => {
  const pairs: readonly (readonly [read: (value: unknown) => unknown, schema: z.ZodType])[] = [
    [readText, z.string().catch("")],
    [readFlag, z.boolean().catch(false)],
    [readOneOf(headingLevels, 1), z.literal(headingLevels).catch(1)],
    [readOneOf(headingForms, "standalone"), z.literal(headingForms).catch("standalone")],
  ];
  fc.assert(
    fc.property(values, (value) => {
      // JSON has no other zero
      fc.pre(!Object.is(value, -0));
      for (const [read, schema] of pairs) expect(read(value)).toEqual(schema.parse(value));
    }),
  );
});

test("chapters are level 0, and an ordinal that was typed stays as it was typed", () => {
  expect(levelState.parse(0)).toBe(0);
  expect(ordinalState.parse({ kind: "typed", text: "（1）" })).toEqual({ kind: "typed", text: "（1）" });
  expect(ordinalState.parse({ kind: "pattern", before: "(", after: ")" })).toEqual({
    kind: "pattern",
    before: "(",
    after: ")",
  });
  expect([undefined, { kind: "computed" }, { kind: "typed" }, 7].map((value) => ordinalState.parse(value))).toEqual(
    Array.from({ length: 4 }, () => ({ kind: "computed" })),
  );
});
