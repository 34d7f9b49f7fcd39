import type { Tally } from "./document-items.ts";
import type { Warning } from "../../contract.ts";

/** What is known of the file besides its text. */
export type FileFindings = {
  readonly comments: number;
  readonly hasMacros: boolean;
  readonly hasPageText: boolean;
  readonly damagedParts: number;
};

type Entry = readonly [code: string, count: number, message: (count: number) => string];

const mostNamed = 5;
const longestWords = 24;

function wordsInCharts({ chartWords }: Tally): string {
  const named = chartWords.slice(0, mostNamed).map((words) => `“${words.slice(0, longestWords)}”`);
  return named.length === 0 ? "" : `（图表中写有${named.join("、")}${chartWords.length > mostNamed ? "等" : ""}）`;
}

const totalOf = ({ unknown }: Tally): number => [...unknown.values()].reduce((sum, count) => sum + count, 0);

function unknownNames({ unknown }: Tally): string {
  const named = [...unknown].slice(0, mostNamed).map(([name, count]) => `${name} ${count} 处`);
  return `${named.join("、")}${unknown.size > mostNamed ? `等 ${unknown.size} 种` : ""}`;
}

/** What was left out of a Word file, or changed its place, in a sentence each. */
export function wordWarnings(tally: Tally, file: FileFindings): readonly Warning[] {
  const entries: readonly Entry[] = [
    [
      "docx-part-damaged",
      file.damagedParts,
      () => "文件的样式或编号等部分已损坏，未能读取。正文已保留，请对照原文核对标题和序号。",
    ],
    [
      "docx-tracked-changes",
      tally.inserted + tally.deleted,
      () => `文件带有修订痕迹：插入的 ${tally.inserted} 处已保留，删除的 ${tally.deleted} 处未导入。请核对。`,
    ],
    ["docx-comments", file.comments, (count) => `文件中有 ${count} 条批注，没有导入。`],
    ["docx-struck", tally.struck, (count) => `有 ${count} 处带删除线的文字，按已删除处理，没有导入。请对照原文核对。`],
    ["docx-hidden-text", tally.hidden, (count) => `有 ${count} 处隐藏文字，没有导入。`],
    ["docx-notes", tally.notes, (count) => `有 ${count} 条脚注或尾注，已用“〔注：……〕”写入正文。请核对位置。`],
    [
      "docx-contents",
      tally.contents,
      () => "文件中的目录已作为普通文字保留，其中的页码不会更新。不需要时请删去，标题结构可在大纲中查看。",
    ],
    ["docx-text-boxes", tally.textBoxes, (count) => `有 ${count} 个文本框，其中的文字已移到所在段落之后。请核对位置。`],
    [
      "docx-images",
      tally.otherImages,
      (count) => `有 ${count} 张图片没有导入：不是 PNG 或 JPEG 格式、超过 10 MB，或已损坏。请转换或缩小后重新插入。`,
    ],
    [
      "docx-images-in-tables",
      tally.imagesInTables,
      (count) => `有 ${count} 张图片原在表格中，已移到表格之后。请核对位置。`,
    ],
    ["docx-nested-tables", tally.nestedTables, (count) => `有 ${count} 个嵌套在单元格里的表格，已并为单元格中的文字。`],
    [
      "docx-objects",
      tally.embeddedObjects,
      (count) => `有 ${count} 个图表、嵌入对象或附带文件，没有导入${wordsInCharts(tally)}。请对照原文补上。`,
    ],
    [
      "docx-formulas",
      tally.formulas,
      (count) => `有 ${count} 个公式，已改写为一行文字（如 3/4、x²、√(a+b)）。请对照原文核对。`,
    ],
    [
      "docx-cut-fields",
      tally.cutFields,
      (count) => `有 ${count} 个公式或其他域的代码过长，只读入了开头的部分，其余没有导入。请对照原文补上。`,
    ],
    ["docx-readings", tally.readings, (count) => `有 ${count} 处拼音指南，只导入了文字，没有导入拼音。`],
    [
      "docx-auto-numbers",
      tally.autoNumbers,
      (count) => `有 ${count} 个由域自动生成的编号，已按文中次序重新数过。请对照原文核对。`,
    ],
    ["docx-landscape", tally.landscape, (count) => `有 ${count} 节原为横排页面，已改为竖排。请查看其中的宽表。`],
    [
      "docx-turned",
      tally.turned,
      (count) => `有 ${count} 节原为横排页面：其中的表格仍排在横排页面上，其他文字已改为竖排。请核对。`,
    ],
    ["docx-combined", tally.combined, (count) => `有 ${count} 处双行合一的文字，已排成一行。请核对。`],
    ["docx-diagrams", tally.diagrams, (count) => `有 ${count} 个 SmartArt 图形，其中的文字已逐行写入正文。请核对。`],
    [
      "docx-flattened-tables",
      tally.flattenedTables,
      (count) => `有 ${count} 个表格原在注释中，已并为注释中的文字。请核对。`,
    ],
    [
      "docx-cut-tables",
      tally.cutTables,
      (count) => `表格超出了报告能放的行数或列数，有 ${count} 处并入了最后一列或没有导入。请对照原文核对。`,
    ],
    ["docx-controls", tally.controls, (count) => `网页中有 ${count} 处按钮、嵌入框或图形中的文字，没有导入。`],
    ["docx-symbols", tally.unknownSymbols, (count) => `有 ${count} 个特殊符号无法识别，已用“□”代替。请对照原文核对。`],
    [
      "docx-empty-numbers",
      tally.emptyNumbered,
      (count) => `有 ${count} 个段落只有自动编号、没有文字：编号已保留，项目符号没有导入。请核对。`,
    ],
    ["docx-macros", file.hasMacros ? 1 : 0, () => "文件中带有宏，已全部略去，只读取了文字。"],
    [
      "docx-unknown",
      totalOf(tally),
      () => `文件中有本程序不认识的内容：${unknownNames(tally)}。其中的文字已尽量保留，请对照原文核对。`,
    ],
    ["docx-page-text", file.hasPageText ? 1 : 0, () => "页眉、页脚中的文字没有导入。"],
  ];
  return entries.flatMap(([code, count, message]) => (count > 0 ? [{ code, message: message(count) }] : []));
}
