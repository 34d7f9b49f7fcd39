import type PDFDocument from "pdfkit";
import type { Outline } from "pdfkit";
import { headingLevel, type TaggedPart } from "./tagged-part.ts";

type Entry = { readonly item: number; readonly level: number; title: string; readonly first: TaggedPart };

/** The lines of one heading as one entry. */
function entriesOf(parts: readonly TaggedPart[]): readonly Entry[] {
  const entries: Entry[] = [];
  for (const part of parts) {
    const level = headingLevel(part);
    if (level === null) continue;
    const last = entries.at(-1);
    if (last?.item === part.part.item) last.title += part.text;
    else entries.push({ item: part.part.item, level, title: part.text, first: part });
  }
  return entries;
}

/** Makes the outline: titles and headings, each under the last one above it. */
export function addOutline(document: PDFDocument, parts: readonly TaggedPart[]): void {
  const open: { readonly level: number; readonly outline: Outline }[] = [];
  for (const { level, title, first } of entriesOf(parts)) {
    while ((open.at(-1)?.level ?? 0) >= level) open.pop();
    const parent = open.at(-1)?.outline ?? document.outline;
    const outline = parent.addItem(title.trim(), {
      pageNumber: first.page,
      top: Math.max(0, first.topPt),
      expanded: level === 1,
    });
    open.push({ level, outline });
  }
}
