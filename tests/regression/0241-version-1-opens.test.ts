import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { blocksFromBody } from "../../core/document/from-lexical.ts";
import { readReport, readTemplate } from "../../core/document/migrate.ts";
import { bodySchema } from "../../core/document/body.ts";
import { reportSchema } from "../../core/document/schema.ts";
import { showBlocks } from "../../core/document/show.ts";

const folder = join(import.meta.dirname, "../fixtures/format-1");
const files = readdirSync(folder);
const jsonOf = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(join(folder, name), "utf8")) as Record<string, unknown>;
const reports = files.filter((name) => jsonOf(name)["format"] === "nianbao-report");

describe("files of version 1", () => {
  it("are of every kind that version 1 wrote", () => {
    expect(reports.length).toBeGreaterThanOrEqual(9);
    expect(files.length - reports.length).toBeGreaterThanOrEqual(1);
    for (const name of files) expect(jsonOf(name)["formatVersion"], name).toBe(1);
  });

  it.each(reports)("%s opens with its text, and saves as version 2", (name) => {
    const report = readReport(jsonOf(name));
    expect(report.formatVersion).toBe(2);
    expect(showBlocks(report).length).toBeGreaterThan(0);
    const stored = jsonOf(name) as { body: { root: { children: unknown[] } } };
    const before = blocksFromBody(bodySchema.parse(stored.body));
    expect(blocksFromBody(report.body).map(({ id: _id, ...block }) => block)).toEqual(before);
    expect(reportSchema.parse(JSON.parse(JSON.stringify(report)))).toEqual(report);
    expect(readReport(JSON.parse(JSON.stringify(report)))).toEqual(report);
  });

  it.each(reports)("%s gets the same ids at every opening, each of its own", (name) => {
    const idsOf = () => blocksFromBody(readReport(jsonOf(name)).body).map(({ id }) => id);
    const ids = idsOf();
    expect(idsOf()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.every((id) => id !== undefined && /^[0-9a-z]{11,}$/u.test(id))).toBe(true);
  });

  it("keeps decisions, the record of replacements and last year's text", () => {
    const report = readReport(jsonOf("rolled-and-reviewed.json"));
    expect(Object.values(report.body.root.$?.reviewDecisions ?? {})).toMatchObject([{ state: "kept" }]);
    expect(report.body.root.$?.replacements).toEqual(["r1"]);
    expect(report.previous?.year).toBe(2025);
  });

  it("own templates open too", () => {
    expect(readTemplate(jsonOf("own-template.json"))).toMatchObject({ formatVersion: 2, figures: {} });
  });
});
