/** One line of an imported text that holds more than white space. */
export type Line = {
  /** Without white space at its ends. */
  readonly text: string;
  /** It began with a tab: an indented line, or a cell of a table that was flattened. */
  readonly isTabbed: boolean;
  /** A table, a page break or a table of contents stands between it and the line above. */
  readonly isApart?: true;
};

/** Line ends of every system, and what Word leaves for soft breaks and page breaks. */
const lineEnd = /\r\n|[\n\r\v\f\u2028\u2029]/u;

/** The lines of a text; blank ones are left out, leading and trailing white space (also full-width) is dropped. */
export function splitLines(text: string): readonly Line[] {
  const lines: Line[] = [];
  for (const raw of text.split(lineEnd)) {
    const trimmed = raw.trim();
    if (trimmed !== "") lines.push({ text: trimmed, isTabbed: raw.startsWith("\t") });
  }
  return lines;
}

/** Blank lines within a text. They are left out: paragraphs of a report follow each other without them. */
export function countBlankLines(text: string): number {
  const isBlank = text.split(lineEnd).map((line) => line.trim() === "");
  const [first, last] = [isBlank.indexOf(false), isBlank.lastIndexOf(false)];
  return isBlank.filter((blank, at) => blank && at > first && at < last).length;
}
