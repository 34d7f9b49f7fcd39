import { ruleOfTable } from "./widen-tables.ts";

/** So many pairs of marks no paragraph has; the parser looks for the partner of each among all others. */
const mostMarks = 400;
/** So deep lists and quotations stand in each other in no text. */
const mostContainers = 24;

const markRun = /[*_~`]+/gu;
const listItem = /^\s{0,12}(?:[-*+]|[0-9]{1,9}[.)])\s/u;
const heading = /^\s{0,3}#{1,6}\s/u;
const container = /^(?:\s{0,4}(?:>|(?:[-*+]|[0-9]{1,9}[.)])(?=\s)))/u;

const asText = (line: string): string => line.replaceAll(/\\?([*_~`])/gu, "\\$1");
const marksIn = (lines: readonly string[]): number =>
  lines.reduce((sum, line) => sum + (line.match(markRun)?.length ?? 0), 0);

/** Whether a line opens lists and quotations in each other without end: `1. 1. 1. …`. */
function isTooDeep(line: string): boolean {
  let rest = line;
  for (let depth = 0; depth <= mostContainers; depth += 1) {
    const mark = container.exec(rest)?.[0];
    if (mark === undefined) return false;
    rest = rest.slice(mark.length);
  }
  return true;
}

const flattened = (line: string): string => line.replace(/^(\s*[0-9]{0,9})([.)>*+-])/u, "$1\\$2");

/** Lines that the parser reads as one: a paragraph, an item of a list, the rows of a table one by one. */
function groupsOf(lines: readonly string[], isFenced: (index: number) => boolean): readonly (readonly number[])[] {
  const groups: number[][] = [];
  let isTable = false;
  for (const [index, line] of lines.entries()) {
    const isRule = line.includes("|") && ruleOfTable.test(line);
    const isBlank = line.trim() === "";
    isTable = (isTable || isRule) && !isBlank && line.includes("|");
    const begins =
      isBlank || isTable || isFenced(index) || isFenced(index - 1) || listItem.test(line) || heading.test(line);
    const open = groups.at(-1);
    if (begins || open === undefined) groups.push([index]);
    else open.push(index);
  }
  return groups;
}

/**
 * Reads as they stand what no writer writes and what would take the parser the square of its length: paragraphs of nothing
 * but stars, and lists in lists without end.
 * @returns how many paragraphs they are
 */
export function limitMarks(
  lines: readonly string[],
  isFenced: (index: number) => boolean,
): { readonly lines: readonly string[]; readonly literal: number } {
  const limited = [...lines];
  let literal = 0;
  for (const group of groupsOf(lines, isFenced)) {
    const own = group.filter((index) => !isFenced(index));
    const texts = own.map((index) => lines[index] ?? "");
    const isMarked = marksIn(texts) > mostMarks;
    const deep = own.filter((index) => isTooDeep(lines[index] ?? ""));
    if (!isMarked && deep.length === 0) continue;
    literal += 1;
    if (isMarked) for (const index of own) limited[index] = asText(lines[index] ?? "");
    for (const index of deep) limited[index] = flattened(limited[index] ?? "");
  }
  return { lines: limited, literal };
}
