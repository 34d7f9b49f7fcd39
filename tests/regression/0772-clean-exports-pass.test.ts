import { beforeAll, describe, expect, it } from "vitest";
import { createReport } from "../../core/document/create.ts";
import { buildFaces } from "../backend/build-faces.ts";
import { inspectDamaged } from "../backend/inspect/inspected-export.ts";
import { templatesById } from "../templates/built-in-templates.ts";

beforeAll(buildFaces, 180_000);

/**
 * Rows that tell of these very files: the program's own faces stand in for the official ones, and a paragraph may end with
 * one character on its line wherever its words happen to end.
 */
const ofThisFile = ["faces-substituted", "single-character-lines"];

describe("0772 the templates' exports", () => {
  it.each(templatesById)("of %s pass every check that applies to them", async (_, template) => {
    const report = createReport({
      template,
      year: 2026,
      organ: "青石县审计局",
      id: "11111111-1111-4111-8111-111111111111",
      now: new Date("2026-01-05T08:00:00.000Z"),
    });
    const { rows } = await inspectDamaged(report);
    const look = rows.filter(({ verdict, id }) => verdict === "attention" && !ofThisFile.includes(id));
    expect(look).toEqual([]);
    expect(rows.find(({ id }) => id === "text")?.measured).toMatch(/^\d+ 字，一字不差$/u);
  });
});
