import type { BlockOf } from "../document/blocks.ts";
import { inlineText } from "../document/content-text.ts";
import { placeCells } from "../document/table-grid.ts";
import { readNumber } from "./printed-number.ts";

/** What heads a cell of a table: who and what it counts, and in which unit. */
export type CellHeads = {
  readonly name: string;
  /** "" = no head says it. */
  readonly unit: string;
  /** A column that numbers, dates or names its rows, or of another year: no figures of this one. */
  readonly isOther: boolean;
};

const LONGEST_NAME = 40;
const otherHead =
  /序号|编号|文号|代码|年份|年度$|时间|日期|电话|邮编|账号|备注|页码|排名|名次|计划|目标|任务数|上年|去年|同期/u;
const unitHead = /^(?:计量)?单位$/u;
/** A head that says no more than that there is a number. */
const plainHead =
  /^(?:数量|数值|数据|数|数目|指标值|值|完成情况|情况|结果|合计数|本年|本年度|今年|本年数|20\d\d年(?:度)?)$/u;
const unitInHead = /[（(【]\s*(?:单位[:：]\s*)?(?<unit>[^（()）【】，、。\d]{1,8})\s*[）)】]\s*$/u;
const countedHead = /(?<unit>件|人|次|户|份|家|个|场|项|篇|条|人次|场次|批次|户次)数$/u;
const isNumber = (text: string): boolean => readNumber(text)?.rest.trim().length === 0;
const oneLine = (text: string): string => text.replace(/\s/gu, "");

/** 罚款金额（万元） → 罚款金额, 万元 */
function splitHead(head: string): { readonly name: string; readonly unit: string } {
  const unit = unitInHead.exec(head)?.groups?.["unit"];
  if (unit !== undefined) return { name: head.replace(unitInHead, ""), unit };
  return { name: head, unit: countedHead.exec(head)?.groups?.["unit"] ?? "" };
}

/** Of another year than that of the report. */
const isOtherYear = (head: string, year: number): boolean => {
  const named = /(?<!\d)(?:19|20)\d\d(?=年)/u.exec(head)?.[0];
  return named !== undefined && named !== String(year);
};

/**
 * The heads of every cell, by row and cell.
 * @param tableUnit 单位：万元 above the table; "" = none
 */
export function tableHeads(
  table: BlockOf<"table">,
  year: number,
  tableUnit: string,
): readonly (readonly CellHeads[])[] {
  const grid = placeCells(table.rows);
  const textOf = new Map(
    grid.flat().map(({ cell }) => [cell, oneLine(cell.paragraphs.map((line) => inlineText(line, year)).join(""))]),
  );
  const text = (cell: (typeof grid)[number][number]["cell"]): string => textOf.get(cell) ?? "";
  const isHeadRow = (row: (typeof grid)[number] | undefined): boolean =>
    row !== undefined && row.length > 1 && row.every(({ cell }) => !isNumber(text(cell)));
  const headRows = table.headerRows > 0 ? table.headerRows : isHeadRow(grid[0]) ? 1 : 0;
  const columns: string[] = [];
  for (const { cell, column } of grid.slice(0, headRows).flat()) {
    for (let at = column; at < column + cell.colSpan; at += 1) {
      if (text(cell) !== columns[at]) columns[at] = (columns[at] ?? "") + text(cell);
    }
  }
  const heads = columns.map((head) => ({ head, ...splitHead(head) }));
  return grid.map((row, rowIndex) => {
    const isHead = rowIndex < headRows;
    const first = row.find(({ cell, column }) => {
      const head = heads[column]?.head ?? "";
      return text(cell) !== "" && !isNumber(text(cell)) && !/^序号$/u.test(head) && !unitHead.test(head);
    });
    const rowHead = first === undefined ? { name: "", unit: "" } : splitHead(text(first.cell));
    const unitCell = row.find(({ column }) => unitHead.test(heads[column]?.head ?? ""));
    const rowUnit = unitCell === undefined ? "" : text(unitCell.cell);
    return row.map(({ column }): CellHeads => {
      const { head = "", name = "", unit = "" } = heads[column] ?? {};
      const shown = plainHead.test(name) && rowHead.name !== "" ? "" : name;
      const parts = [column === first?.column ? "" : rowHead.name, shown].filter((part) => part !== "");
      return {
        name: parts.join("·").slice(0, LONGEST_NAME),
        unit: rowUnit || unit || rowHead.unit || tableUnit,
        isOther: isHead || otherHead.test(head) || isOtherYear(head, year) || column === 0,
      };
    });
  });
}

const unitAbove = /单位[:：]\s*(?<unit>[^\s，、。；;,（()）\d]{1,8})\s*[）)]?\s*$/u;

/** 单位：万元 at the end of a line above a table; "" = none. */
export const unitOfLine = (line: string): string => unitAbove.exec(line)?.groups?.["unit"] ?? "";
