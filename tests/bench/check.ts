import { createChecker } from "../../core/check/create-checker.ts";
import { reportForCheck } from "../../core/check/report-for-check.ts";
import type { CheckedReport } from "../../core/check/checked-report.ts";
import { type Inputs, reportOf } from "./inputs.ts";
import { medianMs } from "./measure.ts";
import { ms, row, type Row } from "./table.ts";

/** The report with one more character at the end of a paragraph in its middle. */
function afterKeystroke(report: CheckedReport, turn: number): CheckedReport {
  const at = report.blocks.findIndex(({ kind }, index) => kind === "paragraph" && index * 2 > report.blocks.length);
  const block = report.blocks[at];
  if (block?.kind !== "paragraph") return report;
  const typed = { ...block, content: [...block.content, { kind: "text", text: `字${turn}` } as const] };
  return { ...report, blocks: report.blocks.with(at, typed) };
}

/** A whole check by a program that is warm, and what one keystroke costs. */
export async function measureCheck(inputs: Inputs): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const { label, text } of inputs.sizes) {
    const report = reportForCheck(reportOf(text));
    const whole = await medianMs(7, () => createChecker()(report), { warmUp: 3 });
    rows.push(row("check, whole", label, ms(whole), { goal: "≤ 50 ms at 20,000; ≤ 500 ms at 200,000" }));
    const check = createChecker();
    let turn = 0;
    const keystroke = await medianMs(9, () => check(afterKeystroke(report, (turn += 1))), { warmUp: 3 });
    rows.push(row("check, a keystroke", label, ms(keystroke)));
  }
  return rows;
}
