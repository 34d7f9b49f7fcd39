import { existsSync, readFileSync } from "node:fs";
import { reportFromImport } from "../../../core/document/create.ts";
import type { ReportDocument } from "../../../core/document/schema.ts";
import { importText } from "../../../core/import/text.ts";

/** A token that a person found by reading: `block` counts the rows of `showBlocks`. */
export type TrueToken = { readonly block: number; readonly text: string; readonly proposed: string | null };
export type Truth = { readonly fromYear: number; readonly tokens: readonly TrueToken[] };

const read = (path: string): string => readFileSync(new URL(path, import.meta.url), "utf8");
const reportOf = (text: string): ReportDocument =>
  reportFromImport({
    imported: importText(text),
    year: null,
    id: "00000000-0000-4000-8000-000000000000",
    now: new Date("2026-01-05T00:00:00Z"),
  });

export const readTruth = (name: string): Truth => JSON.parse(read(`truth/${name}.json`)) as Truth;
export const fixtureReport = (name: string): ReportDocument => reportOf(read(`../../fixtures/rollover/${name}.txt`));

/** A real published report, where this computer has it beside the repository; null otherwise. */
export function sampleReport(name: string): ReportDocument | null {
  const path = `../../../../shared/samples/${name}.txt`;
  return existsSync(new URL(path, import.meta.url)) ? reportOf(read(path)) : null;
}

/** How far what was found is what a person found: a true token is found when an item of its block is its text, no more and no less. */
export function compareWithTruth(found: readonly TrueToken[], { tokens }: Truth) {
  const left = [...found];
  const missed: TrueToken[] = [];
  const otherProposals: (readonly [TrueToken, TrueToken])[] = [];
  for (const token of tokens) {
    const at = left.findIndex(({ block, text }) => block === token.block && text === token.text);
    const item = left[at];
    if (item === undefined) missed.push(token);
    else {
      left.splice(at, 1);
      if (item.proposed !== token.proposed) otherProposals.push([token, item]);
    }
  }
  return {
    missed,
    wrong: left,
    otherProposals,
    recall: 1 - missed.length / tokens.length,
    wrongShare: left.length / Math.max(1, found.length),
  };
}
