/** The line under the head of a table. */
export const ruleOfTable = /^\s{0,3}\|?\s{0,9}:?-+:?\s{0,9}(?:\|\s{0,9}:?-+:?\s{0,9}){0,200}\|?\s*$/u;
const mostCells = 200;

/** Cells between bars; a bar behind a backslash is a sign. */
function cellsIn(line: string): number {
  const bare = line.trim().replaceAll(/\\[^]/gu, "").replace(/^\|/u, "").replace(/\|$/u, "");
  return bare.split("|").length;
}

const widened = (line: string, by: number, cell: string): string => {
  const text = line.trimEnd();
  return `${text}${text.endsWith("|") && !text.endsWith("\\|") ? "" : " |"}${` ${cell} |`.repeat(by)}`;
};

/**
 * Rows of a table that have more cells than its head lose them in Markdown, with the words in them: the head gets as many
 * cells as the longest row has.
 * @param isFenced whether a line stands in code
 */
export function widenTables(lines: readonly string[], isFenced: (index: number) => boolean): readonly string[] {
  const made = [...lines];
  for (let at = 1; at < lines.length; at += 1) {
    const line = lines[at] ?? "";
    const head = lines[at - 1] ?? "";
    if (!line.includes("-") || !ruleOfTable.test(line) || !head.includes("|") || isFenced(at)) continue;
    const columns = cellsIn(head);
    if (cellsIn(line) !== columns) continue;
    let most = columns;
    let end = at + 1;
    for (; end < lines.length && (lines[end] ?? "").includes("|") && !isFenced(end); end += 1)
      most = Math.max(most, Math.min(mostCells, cellsIn(lines[end] ?? "")));
    if (most > columns) {
      made[at - 1] = widened(head, most - columns, "");
      made[at] = widened(line, most - columns, "---");
    }
    at = end - 1;
  }
  return made;
}
