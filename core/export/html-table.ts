import type { PrintedBlockOf, PrintedCell } from "../document/printed-block.ts";
import { contentToHtml } from "./html-text.ts";

/** A table with its column widths in percent; its first `headerRows` rows repeat on every page it runs over. */
export function tableToHtml(table: PrintedBlockOf<"table">): string {
  const total = table.columnWidths.reduce((sum, width) => sum + width, 0);
  const columns = table.columnWidths.map((width) => `<col style="width:${((width / total) * 100).toFixed(3)}%">`);
  const head = table.rows.slice(0, table.headerRows);
  const body = table.rows.slice(table.headerRows);
  return [
    `<table class="report-table"><colgroup>${columns.join("")}</colgroup>`,
    head.length === 0 ? "" : `<thead>${head.map((row) => rowToHtml(row, "th")).join("\n")}</thead>`,
    body.length === 0 ? "" : `<tbody>${body.map((row) => rowToHtml(row, "td")).join("\n")}</tbody>`,
    "</table>",
  ].join("\n");
}

const rowToHtml = (row: readonly PrintedCell[], tag: "th" | "td"): string =>
  `<tr>${row.map((cell) => cellToHtml(cell, tag)).join("")}</tr>`;

function cellToHtml(cell: PrintedCell, tag: "th" | "td"): string {
  const attributes = [
    tag === "th" ? ' scope="col"' : "",
    cell.rowSpan > 1 ? ` rowspan="${cell.rowSpan}"` : "",
    cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : "",
    cell.align === "start" ? "" : ` data-align="${cell.align}"`,
  ].join("");
  const paragraphs = cell.paragraphs.map((content) => `<p class="report-cell-paragraph">${contentToHtml(content)}</p>`);
  return `<${tag}${attributes}>${paragraphs.join("")}</${tag}>`;
}
