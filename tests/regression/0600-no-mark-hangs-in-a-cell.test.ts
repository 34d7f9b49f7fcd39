import { expect, it } from "vitest";
import { assembleReport } from "../../core/document/assemble.ts";
import type { Block } from "../../core/document/blocks.ts";
import type { LayoutProgram } from "../../core/layout/lines/layout-program.ts";
import { layOutReport } from "../../core/layout/pages/lay-out-report.ts";
import { testFaces } from "../core/layout/lines/test-faces.ts";
import { linesOf } from "../core/layout/page-lines.ts";
import { sampleReport, text } from "../core/export/sample-report.ts";

const cell = (words: string) => ({ paragraphs: [[text(words)]], rowSpan: 1, colSpan: 1, align: "start" }) as const;

/** The lines of a table of one cell, as wide as the type area: 36 characters of 12 pt. */
function cellLines(words: string, program: LayoutProgram): readonly string[] {
  const table: Block = { kind: "table", columnWidths: [1], headerRows: 0, rows: [[cell(words)]] };
  const report = assembleReport(sampleReport([table], {}));
  return linesOf(layOutReport(report, { faces: testFaces, program, hasImage: () => true })[0]).slice(0, -1);
}

it("a mark hangs past the edge of a cell in Word, and takes its character along in LibreOffice", () => {
  const full = "法".repeat(36);
  expect(cellLines(`${full}。`, "word")).toEqual([`${full}。`]);
  expect(cellLines(`${full}。`, "libreoffice")).toEqual(["法".repeat(35), "法。"]);
});
