import type { PrintedInline } from "../document/printed-block.ts";
import { onOneLine, printedText } from "../document/content-text.ts";
import { breakTitle } from "./title-lines.ts";

type Line = readonly PrintedInline[];

/** A title's words with their look; a blank prints as its words. */
function runsOf(content: Line): readonly Extract<PrintedInline, { kind: "text" }>[] {
  return content.map((inline) =>
    inline.kind === "text"
      ? inline
      : {
          kind: "text",
          text: printedText([inline]),
          ...(inline.kind === "blank" && inline.bold === true ? { bold: true } : {}),
        },
  );
}

function slice(content: Line, from: number, to: number): Line {
  let start = 0;
  return runsOf(content).flatMap((run) => {
    const [begin, end] = [Math.max(from, start), Math.min(to, start + run.text.length)];
    const text = run.text.slice(begin - start, Math.max(begin, end) - start);
    start += run.text.length;
    return text === "" ? [] : [{ ...run, text }];
  });
}

/** The lines of a title as `breakTitle` sets them, each with the look of its words. */
export function titleLines(content: Line): readonly Line[] {
  const text = runsOf(content)
    .map((run) => run.text)
    .join("");
  let at = 0;
  return breakTitle(text).map((line) => {
    const start = text.indexOf(line, at);
    at = start + line.length;
    return slice(content, start, at);
  });
}

/** A title where whoever shows it breaks its lines. */
export const titleOnOneLine = (content: Line): Line =>
  runsOf(content).flatMap((run) => {
    const text = onOneLine(run.text);
    return text === "" ? [] : [{ ...run, text }];
  });
