import { expect, it } from "vitest";
import { createChecker } from "../../core/check/create-checker.ts";
import { knownFindings } from "../../core/check/known-findings.ts";
import type { Block } from "../../core/document/blocks.ts";
import { reportOf } from "../core/check/checked.ts";
import { body, table, text } from "../core/figures/report-of.ts";
import { growthOf } from "../support/work.ts";

const inOneParagraph = (count: number): Block => body(text("审审计计工作工作。".repeat(count)));
const inOneTable = (count: number): Block =>
  table(["项目", "说明"], ...Array.from({ length: count }, (_, row) => [`项目${row}`, "进行进行审计"]));

/** The findings of a block are named, as a window does after every look. */
function nameAll(block: Block): () => readonly { readonly sentence: string }[] {
  const report = reportOf([block]);
  const findings = createChecker()(report);
  // a block that is known is not read again
  return () => knownFindings({ ...report, blocks: [{ ...block }] }, findings);
}

it.each([
  ["a paragraph of many sentences", inOneParagraph, "审审计计工作工作。"],
  ["a table of many cells", inOneTable, "进行进行审计"],
])("names the findings of %s without reading all of it for each", (_, make, sentence) => {
  const few = nameAll(make(8))();
  expect(few.length).toBeGreaterThanOrEqual(8);
  expect(few.filter((one) => one.sentence === sentence).length).toBeGreaterThanOrEqual(8);
  expect(growthOf(nameAll(make(500)), nameAll(make(8000)), 100)).toBeLessThan(100);
});
