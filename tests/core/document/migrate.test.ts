import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readReport, readTemplate, upgrade } from "../../../core/document/migrate.ts";
import { arbitraryReport } from "./arbitrary-report.ts";

const sample = fc.sample(arbitraryReport, { numRuns: 1, seed: 7 })[0];
const code = (name: string) => expect.objectContaining({ code: name }) as Error;
const json = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe("reading a report file", () => {
  it("opens every file that this version writes, unchanged", () => {
    fc.assert(
      fc.property(arbitraryReport, (report) => {
        expect(readReport(json(report))).toEqual(report);
      }),
    );
  });

  it.each([null, 1, "text", [], {}, { format: "something-else" }])("names %j as no report", (file) => {
    expect(() => readReport(file)).toThrow(code("not-a-report"));
  });

  it("refuses a file of a newer version by its number", () => {
    expect(() => readReport({ ...sample, formatVersion: 7, surprise: true })).toThrow(
      expect.objectContaining({ code: "report-newer-version", details: { version: 7 } }) as Error,
    );
  });

  it.each([
    ["without a version", { formatVersion: undefined }],
    ["with half a version", { formatVersion: 0.5 }],
    ["with a text for a version", { formatVersion: "1" }],
    ["without its text", { body: undefined }],
    ["with a node nobody knows", { body: { root: { type: "root", children: [{ type: "mystery" }] } } }],
    ["with a property nobody knows", { surprise: true }],
    ["with an impossible day", { meta: { date: "2026-02-30" } }],
  ])("calls a report %s damaged", (_, change) => {
    expect(() => readReport(json({ ...sample, ...change }))).toThrow(code("report-damaged"));
  });
});

describe("upgrading", () => {
  const steps = {
    1: (file: object) => ({ ...file, first: true }),
    2: (file: object) => ({ ...file, second: "first" in file }),
  };

  it("takes every step from the file's version to the newest, in order", () => {
    expect(upgrade({ formatVersion: 1, kept: 1 }, 3, steps)).toEqual({
      formatVersion: 3,
      kept: 1,
      first: true,
      second: true,
    });
    expect(upgrade({ formatVersion: 2 }, 3, steps)).toEqual({ formatVersion: 3, second: false });
    expect(upgrade({ formatVersion: 3 }, 3, steps)).toEqual({ formatVersion: 3 });
  });

  it("knows no version below one", () => {
    expect(upgrade({ formatVersion: 0 }, 3, steps)).toBeNull();
  });
});

describe("reading a template file", () => {
  it("names what is no template, a damaged one and one of a newer version", () => {
    expect(() => readTemplate({ format: "nianbao-report" })).toThrow(code("template-damaged"));
    expect(() => readTemplate({ format: "nianbao-template", formatVersion: 1 })).toThrow(code("template-damaged"));
    expect(() => readTemplate({ format: "nianbao-template", formatVersion: 3 })).toThrow(code("report-newer-version"));
  });
});
