import type { Line } from "./lines.ts";
import { residueAtStart } from "./residue.ts";
import { isTitleLine, startsLikeTitle } from "./title-line.ts";
import { parseOrdinal } from "../document/parse-ordinal.ts";

/** Whether a line is a heading or a title, once nothing hides its beginning. */
const isHidden = (line: Line): boolean =>
  parseOrdinal(line.text) !== null || (isTitleLine(line) && startsLikeTitle(line.text));

/**
 * A bookmark in front of an ordinal or a title gets a line of its own; invisible characters there go to the end of the
 * line above. So headings are headings, and the order of all characters stays.
 */
export function detachResidue(lines: readonly Line[]): readonly Line[] {
  const detached: Line[] = [];
  for (const line of lines) {
    const length = residueAtStart(line.text);
    const rest: Line = { ...line, text: line.text.slice(length).trimStart() };
    if (length === 0 || rest.text === "" || !isHidden(rest)) {
      detached.push(line);
      continue;
    }
    const residue = line.text.slice(0, length).trim();
    const above = detached.at(-1);
    if (!residue.startsWith("[") && above !== undefined) {
      detached[detached.length - 1] = { ...above, text: above.text + residue };
      detached.push(rest);
    } else {
      detached.push({ text: residue, isTabbed: false }, rest);
    }
  }
  return detached;
}
