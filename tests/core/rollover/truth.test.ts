import { describe, expect, it } from "vitest";
import type { ReportDocument } from "../../../core/document/schema.ts";
import { findStaleTokens } from "../../../core/rollover/find-stale-tokens.ts";
import { compareWithTruth, fixtureReport, readTruth, sampleReport } from "./truth.ts";

function measure(report: ReportDocument, name: string) {
  const truth = readTruth(name);
  expect(report.year).toBe(truth.fromYear);
  const items = findStaleTokens(report, { toYear: truth.fromYear + 1, idPrefix: "r" });
  return compareWithTruth(
    items.map(({ block, text, proposed }) => ({ block, text, proposed })),
    truth,
  );
}

const reached = (result: ReturnType<typeof measure>): void => {
  expect(result.otherProposals).toEqual([]);
  if (result.recall < 0.99) expect(result.missed).toEqual([]);
  if (result.wrongShare > 0.05) expect(result.wrong).toEqual([]);
};

describe("what a person marks as stale in a report", () => {
  it.each(["county", "enforcement", "plan", "municipal", "district"])("is found in the %s report", (name) => {
    reached(measure(fixtureReport(name), name));
  });

  for (const name of ["fazhi-municipal-2023", "fazhi-district-2023"]) {
    const report = sampleReport(name);
    it.skipIf(report === null)(`is found in the real report ${name}`, () => {
      if (report !== null) reached(measure(report, name));
    });
  }

  it.each(["18篇", "8"])("takes %s for no hit of 8篇", (text) => {
    const truth = { fromYear: 2023, tokens: [{ block: 0, text: "8篇", proposed: null }] };
    expect(compareWithTruth([{ block: 0, text, proposed: null }], truth)).toMatchObject({ recall: 0, wrongShare: 1 });
  });

  it("counts what is missed and what is wrong", () => {
    const truth = { fromYear: 2023, tokens: [{ block: 0, text: "8篇", proposed: null }] };
    const other = { block: 1, text: "8篇", proposed: null };
    expect(compareWithTruth([other], truth)).toMatchObject({ recall: 0, wrongShare: 1, wrong: [other] });
  });
});
