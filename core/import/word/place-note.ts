import { type DocumentItem, type Tally, textOfRuns } from "./document-items.ts";
import { type Draft, paragraphOf, textRun } from "./paragraph-draft.ts";
import type { ParagraphStyle } from "./paragraph-style.ts";
import type { RunLook } from "./run-look.ts";
import { wordsOfTable } from "./table-cells.ts";

/** The words of a note on one line; its tables row by row. */
function wordsOfNote(items: readonly DocumentItem[], tally: Tally): string {
  return items
    .flatMap((item) => {
      if (item.kind === "paragraph") return [textOfRuns(item.runs).trim()];
      if (item.kind !== "table") return [];
      tally.flattenedTables += 1;
      return [wordsOfTable(item)];
    })
    .filter((text) => text !== "")
    .join(" ");
}

/**
 * Places a note: as text where it stands, or behind a heading, which keeps its words to itself. Its pictures stand behind
 * the paragraph.
 * @param usual how body text looks
 * @returns what is to be written where it stands
 */
export function placeNote(
  note: readonly DocumentItem[],
  { isHeading, behind }: Pick<Draft, "isHeading" | "behind">,
  usual: { readonly style: ParagraphStyle; readonly look: RunLook },
  tally: Tally,
): string {
  const words = wordsOfNote(note, tally);
  behind.push(...note.filter(({ kind }) => kind === "image"));
  if (words === "") return "";
  tally.notes += 1;
  const text = `〔注：${words}〕`;
  if (!isHeading) return text;
  const runs = [textRun(text, usual.look, "")];
  behind.push(paragraphOf(runs, { style: usual.style, label: "", outlineLevel: null, alignment: "" }));
  return "";
}
