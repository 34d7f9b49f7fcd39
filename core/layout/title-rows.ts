import { breakTitle } from "./title-lines.ts";

/** A line of a title: where it begins and ends in the text, without the spaces around it. */
export type TitleRow = {
  readonly start: number;
  readonly end: number;
  /** It ends where `breakTitle` breaks; otherwise where its writer did, or the title ends. */
  readonly isBroken: boolean;
};

/** The lines of a title as `breakTitle` sets them, by their places in its text; an empty line of its writer's is one too. */
export function titleRows(text: string): readonly TitleRow[] {
  let partStart = 0;
  return text.split("\n").flatMap((part) => {
    const lines = breakTitle(part);
    let at = partStart;
    const rows = lines.map((line, index) => {
      const start = text.indexOf(line, at);
      at = start + line.length;
      return { start, end: at, isBroken: index < lines.length - 1 };
    });
    const empty = { start: partStart, end: partStart, isBroken: false };
    partStart += part.length + 1;
    return rows.length === 0 ? [empty] : rows;
  });
}
