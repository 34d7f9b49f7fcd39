import { diffArrays } from "diff";
import { compareReports } from "../../core/compare/compare-reports.ts";
import { assembleReport } from "../../core/document/assemble.ts";
import { exportText } from "../../core/export/text.ts";
import { type Inputs, reportOf } from "./inputs.ts";
import { medianMs } from "./measure.ts";
import { ms, row, type Row, times } from "./table.ts";

/** More than a year changes: hardly a sentence stays as it was, and a tenth of the lines moved. */
function nextYear(text: string): string {
  const lines = text
    .replaceAll("的", "之")
    .replaceAll(/20\d\d年/gu, "2031年")
    .split("\n");
  const moved = lines.splice(Math.floor(lines.length / 3), Math.floor(lines.length / 10));
  return [...lines, ...moved].join("\n");
}

/** What a plain diff is given: sentences, equal or not. It knows no moves, no rewritten sentences and no words. */
const plainSentences = (text: string): string[] => text.split(/(?<=[。！？；\n])/u);

const LONG_TEXT_CHARACTERS = 200_000;

/** Texts that tempt to compare each with each. Made by counting, so that every run measures the same. */
function worstCases(text: string): readonly { readonly what: string; readonly old: string; readonly now: string }[] {
  const sentence = "坚持依法审计，完善质量控制。";
  const equal = sentence.repeat(LONG_TEXT_CHARACTERS / sentence.length);
  const strange = (first: number): string =>
    Array.from({ length: LONG_TEXT_CHARACTERS }, (_, at) =>
      at % 40 === 39 ? "。" : String.fromCharCode(first + ((at * 7919) % 2999)),
    ).join("");
  const copies = Array.from({ length: Math.ceil(LONG_TEXT_CHARACTERS / text.length) }, () => text).join("");
  const unmarked = copies.replaceAll(/[。！？；;!?\n]/gu, "").slice(0, LONG_TEXT_CHARACTERS);
  return [
    { what: "all sentences equal", old: equal, now: equal.slice(sentence.length * 100) },
    { what: "nothing equal", old: strange(0x4e00), now: strange(0x6e00) },
    { what: "one sentence without marks", old: unmarked, now: unmarked.replaceAll("的", "之").replaceAll("和", "及") },
  ];
}

const paragraphs = (text: string): Parameters<typeof compareReports>[0] => ({
  blocks: text
    .split("\n")
    .map((line) => ({ kind: "paragraph", role: "body", content: [{ kind: "text", text: line }] })),
});

/** Two reports sentence by sentence, against a plain diff of their sentences. */
export async function measureCompare(inputs: Inputs): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const { label, text } of inputs.sizes) {
    const old = assembleReport(reportOf(text));
    for (const [what, later] of [
      ["most sentences changed", nextYear(text)],
      ["nothing changed", text],
    ] as const) {
      const report = reportOf(later);
      const now = assembleReport(report);
      const compareMs = await medianMs(5, () => compareReports(old, now), { warmUp: 3 });
      const printed = { old: exportText(reportOf(text)), new: exportText(report) };
      const diffMs = await medianMs(
        5,
        () => diffArrays(plainSentences(printed.old), plainSentences(printed.new), { maxEditLength: 20_000 }),
        { warmUp: 1 },
      );
      rows.push(
        row(`compare, ${what}`, label, ms(compareMs), {
          against: `diff of sentences ${ms(diffMs)}`,
          ratio: times(compareMs / diffMs),
          goal: "≤ 200 ms at 20,000; ≤ 3 s at 200,000",
        }),
      );
    }
  }
  for (const { what, old, now } of worstCases(inputs.sizes[0]?.text ?? "")) {
    const compareMs = await medianMs(3, () => compareReports(paragraphs(old), paragraphs(now)), { warmUp: 1 });
    rows.push(row(`compare, ${what}`, old.length.toLocaleString("en"), ms(compareMs), { goal: "≤ 3 s" }));
  }
  return rows;
}
