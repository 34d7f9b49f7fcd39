import { Paragraph, type Table, TableCell, TableRow, type TextRun } from "docx";
import type { CompareView, ViewRow, ViewSection } from "../../compare/compare-view.ts";
import type { Comparison } from "../../compare/comparison.ts";
import type { SectionState } from "../../compare/section-state.ts";
import { elsewhereText, percentText, stateNames, statusNames } from "../../compare/wording.ts";
import { comparisonSheet } from "../../layout/comparison-sheet.ts";
import { textRun } from "./runs.ts";
import { styleIds } from "./style-ids.ts";
import { row, table } from "./working-tables.ts";

type Side = { readonly title: string; readonly year: number };

/** Which two texts are compared, and how much of the new one is last year's. */
export function headTable(old: Side, now: Side, { similarity, characters }: Comparison): Table {
  return table(comparisonSheet.headColumns, (widths) => [
    row(["去年", `${old.title}（${old.year}年度）`], widths),
    row(["今年", `${now.title}（${now.year}年度）`], widths),
    row(["全文雷同度", `${percentText(similarity)}（今年共 ${characters} 字）`], widths),
  ]);
}

export function sectionTable(
  { sections }: CompareView,
  comparison: Comparison,
  states: ReadonlyMap<number, SectionState>,
): Table {
  return table(comparisonSheet.sectionColumns, (widths) => [
    row(["节", "字数", "雷同度", "与去年相比"], widths, true),
    ...sections.map(({ block, name, similarity }, index) => {
      const state = states.get(block);
      const characters = comparison.sections[index]?.characters ?? 0;
      return row([name, String(characters), percentText(similarity), state ? stateNames[state] : ""], widths);
    }),
  ]);
}

export function runTable({ runs }: CompareView): Table {
  return table(comparisonSheet.runColumns, (widths) => [
    row(["所在节", "开头", "句数", "字数"], widths, true),
    ...runs.map(({ section, words, sentences, characters }) =>
      row([section, `${words}……`, String(sentences), String(characters)], widths),
    ),
  ]);
}

/** The words of one side. What the other side does not have is marked; a sentence that has no counterpart, as a whole. */
function wordsOf(view: ViewRow, side: "old" | "new"): readonly TextRun[] {
  const isHere = side === "old" ? view.old !== null : view.new !== null && view.status !== "movedAway";
  if (!isHere) return [];
  const own = side === "old" ? "deleted" : "inserted";
  const runs = view.segments
    .filter(({ kind, text }) => text !== "" && (kind === "same" || kind === own))
    .map(({ kind, text }) => textRun(text, kind === "same" ? {} : { mark: own }));
  return view.number === "" ? runs : [textRun(view.number), ...runs];
}

function textRow(view: ViewRow, widths: readonly number[]): TableRow {
  const remark = elsewhereText(view);
  const status = view.status === "kept" ? "" : statusNames[view.status];
  return row([wordsOf(view, "old"), wordsOf(view, "new"), remark === "" ? status : `${status}：${remark}`], widths);
}

/** The heading of a section across all columns; it stays with the first of its rows. */
function sectionRow({ name, similarity }: ViewSection, columns: number): TableRow {
  return new TableRow({
    cantSplit: true,
    children: [
      new TableCell({
        columnSpan: columns,
        children: [
          new Paragraph({
            style: styleIds.tableHead,
            keepNext: true,
            children: [textRun(`${name || "（空标题）"}    雷同度 ${percentText(similarity)}`)],
          }),
        ],
      }),
    ],
  });
}

/** Both texts beside each other, a sentence a row, under the headings of the new one. */
export function textTable({ sections }: CompareView): Table {
  return table(comparisonSheet.textColumns, (widths) => [
    row(["去年", "今年", "处理"], widths, true),
    ...sections.flatMap((section) => [
      sectionRow(section, widths.length),
      ...section.parts
        .flatMap(({ rows }) => rows)
        .filter(({ kind, status }) => kind !== "heading" || status !== "kept")
        .map((view) => textRow(view, widths)),
    ]),
  ]);
}
