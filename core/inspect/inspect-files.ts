import type { Check, Finding } from "./check.ts";
import { checks } from "./checks.ts";
import { type Inspected, type InspectionGiven, unreadable, viewFiles } from "./inspected.ts";
import { deviationsOf } from "../layout/rules/deviations.ts";
import type { InspectedPlace, Inspection, InspectionRow, Verdict } from "./inspection.ts";

/** Places that a row names; the number of all stands in what was measured. */
const MOST_PLACES = 20;

function findingsOf(check: Check, inspected: Inspected): readonly { readonly file: string; readonly found: Finding }[] {
  const { docx, pdf } = inspected;
  const inDocx = docx === null || docx === unreadable ? null : (check.docx?.(docx, inspected) ?? null);
  const inPdf = pdf === null || pdf === unreadable ? null : (check.pdf?.(pdf, inspected) ?? null);
  return [
    ...(inDocx === null ? [] : [{ file: "Word", found: inDocx }]),
    ...(inPdf === null ? [] : [{ file: "PDF", found: inPdf }]),
  ];
}

function verdictOf(findings: readonly Finding[]): Verdict {
  if (findings.length === 0) return "inapplicable";
  return findings.every(({ isOk }) => isOk) ? "ok" : "attention";
}

/** Both files may lack the same. */
function withoutDoubles(places: readonly InspectedPlace[]): readonly InspectedPlace[] {
  return [...new Map(places.map((place) => [JSON.stringify(place), place])).values()];
}

function rowOf(check: Check, inspected: Inspected): InspectionRow {
  const { id, name, clause, strength, expected } = check;
  const findings = findingsOf(check, inspected);
  const [first] = findings;
  const isOne = findings.every(({ found }) => found.measured === first?.found.measured);
  const measured = isOne
    ? (first?.found.measured ?? "")
    : findings.map(({ file, found }) => `${file}：${found.measured}`).join("；");
  return {
    ...{ id, name, clause, strength, measured },
    expected: typeof expected === "string" ? expected : expected(inspected),
    verdict: verdictOf(findings.map(({ found }) => found)),
    places: withoutDoubles(findings.flatMap(({ found }) => found.places)).slice(0, MOST_PLACES),
  };
}

/** A file that cannot be read back says nothing of itself, and that is to be known. */
function unreadableRows({ docx, pdf }: Inspected): readonly InspectionRow[] {
  const row = (file: string): InspectionRow => ({
    ...{ id: `read-${file.toLowerCase()}`, name: `读回${file}`, clause: "导出的文件要能读回", strength: "实务" },
    ...{ expected: "读得回来", measured: "读不回来，请重新导出", verdict: "attention", places: [] },
  });
  return [...(docx === unreadable ? [row("Word")] : []), ...(pdf === unreadable ? [row("PDF")] : [])];
}

/**
 * 版面体检单: measures the files that an export has made against GB/T 9704-2012 and against the report. Linear in their
 * length.
 */
export function inspectFiles(given: InspectionGiven): Inspection {
  const inspected = viewFiles(given);
  const rows = [...unreadableRows(inspected), ...checks.map((check) => rowOf(check, inspected))];
  const { docx, pdf, program } = inspected;
  return {
    files: [...(docx === null ? [] : ["docx" as const]), ...(pdf === null ? [] : ["pdf" as const])],
    program,
    pages: pdf === null || pdf === unreadable ? null : pdf.pdf.pages.length,
    passed: rows.filter(({ verdict }) => verdict === "ok").length,
    attention: rows.filter(({ verdict }) => verdict === "attention").length,
    rows,
    deviations: deviationsOf(inspected.layout.style),
  };
}
