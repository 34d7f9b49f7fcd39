import { describe, expect, it } from "vitest";
import * as z from "zod";
import { FORMAT_VERSION, reportSchema } from "../../../core/document/schema.ts";
import { TEMPLATE_FORMAT_VERSION, templateSchema } from "../../../core/document/template.ts";

const advice = [
  "The shape of the file format differs from the one that is pinned to its version.",
  "Once a version was released: raise FORMAT_VERSION (core/document/schema.ts) or TEMPLATE_FORMAT_VERSION (template.ts),",
  "add the step from the old version to core/document/migrate.ts, put files of the old version into",
  "tests/fixtures/format-<old>, and let vitest write the new shape (npx vitest run -u on this file).",
  "Never change the pinned shape of a version that was released: an older program would call its files damaged.",
].join("\n");

const shapeOf = (schema: z.ZodType): string =>
  `${JSON.stringify(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }), null, 1)}\n`;

describe("the shape of the file format is pinned to its version", () => {
  it.each([
    ["report", FORMAT_VERSION, reportSchema],
    ["template", TEMPLATE_FORMAT_VERSION, templateSchema],
  ] as const)("%s, version %i", async (name, version, schema) => {
    await expect(shapeOf(schema), advice).toMatchFileSnapshot(`format-shapes/${name}-${version}.json`);
  });
});
