import type { AssembledReport, PrintedSource } from "../../document/assemble.ts";
import { leadOf } from "../flow.ts";
import type { FrameElement, Page, PageItem, Part } from "./page.ts";

/** Where a page begins in the report. */
export type PageStart =
  | {
      readonly kind: "text";
      /** Index of the block in the text. */
      readonly block: number;
      /** As `Place` counts: without the ordinal. 0 where the block begins the page. */
      readonly start: number;
      /** The row of a table that begins the page; null: no table. */
      readonly row: number | null;
    }
  | {
      readonly kind: "element";
      readonly element: Extract<PrintedSource, { kind: "element" }>["element"];
      /** Of several lines of this element the one that begins the page, from 0. */
      readonly line: number;
      /** The block of the text that stands behind it; null: none does. */
      readonly nextBlock: number | null;
    }
  /** 版头 or 版记. */
  | { readonly kind: "frame"; readonly element: FrameElement };

const partOf = (item: PageItem): Part | null => (item.kind === "rule" ? null : item.part);

/**
 * The first thing of the report on each of its pages, for whoever shows where pages end. Null for a page that holds
 * nothing of it, such as the one page of an empty report.
 */
export function pageStarts(
  pages: readonly Page[],
  { blocks, sources }: AssembledReport,
): readonly (PageStart | null)[] {
  const indexOf = new Map(sources.map((source, index) => [source, index]));
  const startOf = ({ source, start, cell }: Part): PageStart => {
    if (source.kind === "frame") return source;
    const index = indexOf.get(source) ?? 0;
    const before = sources.slice(0, index);
    if (source.kind === "element") {
      const next = sources.slice(index).find(({ kind }) => kind === "text");
      const line = before.filter((other) => other.kind === "element" && other.element === source.element).length;
      return { ...source, line, nextBlock: next?.kind === "text" ? next.index : null };
    }
    const block = blocks[index];
    const lead = block === undefined ? 0 : leadOf(block).length;
    return { kind: "text", block: source.index, start: Math.max(0, start - lead), row: cell?.row ?? null };
  };
  return pages.map(({ items }) => {
    const first = items.map(partOf).find((part) => part !== null);
    return first === undefined ? null : startOf(first);
  });
}
