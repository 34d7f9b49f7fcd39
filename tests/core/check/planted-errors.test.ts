import { describe, expect, it } from "vitest";
import { createChecker } from "../../../core/check/create-checker.ts";
import { isElementPlace } from "../../../core/check/finding.ts";
import { rules } from "../../../core/check/rules.ts";
import { importedForCheck } from "./checked.ts";
import { cleanReport } from "./clean-report.ts";
import { planters } from "./plant-errors.ts";

const check = createChecker();
const found = (lines: readonly string[], look = check) => look(importedForCheck(lines.join("\n")));
const clean = found(cleanReport);
/** A rule that is off as it comes is asked for. */
const checkerWith = (id: string) => createChecker(rules.filter((rule) => rule.isOff !== true || rule.id === id));
const keyOf = ({ rule, text }: { readonly rule: string; readonly text: string }): string => `${rule} ${text}`;
const known = new Set(clean.map(keyOf));

describe("a clean report", () => {
  it("of 3,000 characters stays nearly without findings", () => {
    expect(cleanReport.join("").length).toBeGreaterThan(2900);
    expect(clean.map(keyOf).length).toBeLessThanOrEqual(3);
  });
});

/** So many places of each kind; fewer where the report has no more. */
const mostPlaces = 20;

describe("an error planted into a clean report", () => {
  it.each(planters.map((planter): [string, (typeof planters)[number]] => [planter.rule, planter]))(
    "of %s is found where it was planted",
    (id, { plant }) => {
      const planted = plant(cleanReport);
      expect(planted.length).toBeGreaterThan(0);
      const step = Math.max(1, Math.floor(planted.length / mostPlaces));
      const tried = planted.filter((_, at) => at % step === 0);
      const rule = rules.find((one) => one.id === id);
      const on = rules.filter(({ isOff }) => isOff !== true);
      const look =
        rule?.house !== undefined ? createChecker(on, rule.house) : rule?.isOff === true ? checkerWith(id) : check;
      const exact = new Set<string>();
      const missed = tried.filter(({ lines, words }) => {
        const findings = found(lines, look).filter((finding) => !known.has(keyOf(finding)));
        for (const { rule } of findings) exact.add(rule);
        return !findings.some(({ rule, text, place }) => {
          // a kind of a rule may give way to another of the same rule
          const isRule = rule.split(".")[0] === id.split(".")[0];
          return isRule && (words === null || text.includes(words) || words.includes(text) || isElementPlace(place));
        });
      });
      expect(missed.map(({ words, line }) => `${line}: ${words ?? ""}`)).toEqual([]);
      expect([...exact]).toContain(id);
    },
  );

  it("is tried for every rule that is on and can be planted into a text", () => {
    const planned = new Set(planters.map(({ rule }) => rule));
    const missing = rules.filter(({ id, isOff }) => isOff !== true && !planned.has(id));
    // last year's report and a template are needed for some; whole blocks are planted in the tests of the doctor
    expect(missing.map(({ id }) => id).sort()).toEqual([
      ...["NU-12.table", "NU-17", "NU-18", "SEQ-6.repair", "ST-1"],
      ...[
        "TY-3.blank",
        "TY-3.broken-line",
        "TY-3.last-row",
        "TY-3.long",
        "TY-3.run-together",
        "TY-3.swallowed",
        "TY-3.table",
      ],
    ]);
  });
});
