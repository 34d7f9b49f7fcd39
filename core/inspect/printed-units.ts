import type { AssembledReport } from "../document/assemble.ts";
import type { HeadingLevel } from "../document/blocks.ts";
import { printedText } from "../document/content-text.ts";
import type { Place } from "../document/place.ts";
import type { PrintedBlock, PrintedInline } from "../document/printed-block.ts";
import { printableText } from "../export/printable-text.ts";
import { flowOf, leadOf, ordinalText } from "../layout/flow.ts";
import { arrangeFrame } from "../layout/frame/arrange-frame.ts";
import type { FrameRow } from "../layout/frame/frame-row.ts";
import { type ImprintEntry, imprintGroups } from "../layout/frame/imprint-lines.ts";
import type { Layout } from "../layout/rules/layout.ts";
import type { FrameElement, PartSource } from "../layout/pages/page.ts";
import type { InspectionTarget } from "./inspection.ts";

/** A paragraph of the report, or a cell of a table, as it is to be printed. */
export type PrintedUnit = {
  /** As printed, ordinal included. */
  readonly text: string;
  /** The same without white space. */
  readonly bare: string;
  /** `frame`: a line of 版头 or 版记. */
  readonly kind: PrintedBlock["kind"] | "frame";
  /** Of a paragraph, `attachmentLabel` of 附件1 above an attachment; of a frame the element that it shows. */
  readonly role: string;
  readonly level: HeadingLevel | null;
  /** How much of `bare` is the heading: all of a heading, the front part of a run-in heading, 0 of other text. */
  readonly headingLength: number;
  /** Ordinal in `text`, in UTF-16 units. */
  readonly ordinalLength: number;
  readonly source: PartSource;
  /** Of a line of a signature: the room that it leaves for a seal; "" = none. */
  readonly sealForm: "" | "seal" | "signature";
  readonly cell: { readonly row: number; readonly cell: number } | null;
};

/** White space is no matter of words: a tab, a blank between scripts, a space at the end of a line. */
export const bareText = (text: string): string => printableText(text).replaceAll(/\s+/gu, "");

type Parts = Pick<PrintedUnit, "kind" | "source"> & Partial<PrintedUnit>;

function unitOf(ordinal: string, content: readonly PrintedInline[], parts: Parts): PrintedUnit {
  const text = ordinal + printedText(content);
  return {
    ...{ text, bare: bareText(text), ordinalLength: ordinal.length },
    ...{ role: "", level: null, headingLength: 0, cell: null, sealForm: "" as const },
    ...parts,
  };
}

function unitsOfBlock(
  block: PrintedBlock,
  source: PrintedUnit["source"],
  hasImage: (imageId: string) => boolean,
): readonly PrintedUnit[] {
  const { kind } = block;
  switch (kind) {
    case "heading": {
      const unit = unitOf(ordinalText(block.level, block.number), block.content, { kind, source, level: block.level });
      return [{ ...unit, headingLength: unit.bare.length }];
    }
    case "runInHeading": {
      const ordinal = ordinalText(block.level, block.number);
      const headingLength = bareText(ordinal + printedText(block.heading)).length;
      return [
        unitOf(ordinal, [...block.heading, ...block.content], { kind, source, level: block.level, headingLength }),
      ];
    }
    case "listItem":
      return [unitOf(ordinalText(block.level, block.number), block.content, { kind, source })];
    case "title":
      return [unitOf("", block.content, { kind, source })];
    case "paragraph":
      return [unitOf(leadOf(block), block.content, { kind, source, role: block.role, sealForm: block.sealForm ?? "" })];
    case "table":
      return block.rows.flatMap((cells, row) =>
        cells.map(({ paragraphs }, cell) => {
          const content = paragraphs.flatMap((one, index) =>
            index === 0 ? one : [{ kind: "break" as const }, ...one],
          );
          return unitOf("", content, { kind, source, cell: { row, cell } });
        }),
      );
    case "image":
      if (hasImage(block.imageId)) return [];
      return [unitOf("", [{ kind: "text", text: block.altText }], { kind, source })];
    case "pageBreak":
      return [];
  }
}

const frameUnit = (element: FrameElement, text: string): PrintedUnit =>
  unitOf("", [{ kind: "text", text }], { kind: "frame", role: element, source: { kind: "frame", element } });

function unitsOfRow(row: FrameRow): readonly PrintedUnit[] {
  if (row.kind === "rules") return [];
  const spans = row.kind === "line" ? row.pieces.flatMap((piece) => piece.spans) : [...row.organs, row.suffix];
  return [frameUnit(row.element, spans.map(({ text }) => text).join(""))];
}

const unitOfEntry = (entry: ImprintEntry): PrintedUnit =>
  frameUnit(entry.element, entry.kind === "names" ? entry.label + entry.names : entry.start + entry.end);

/** All that a report prints, in the order of reading. What prints nothing is left out. */
export function printedUnits(
  assembled: AssembledReport,
  hasImage: (imageId: string) => boolean,
  layout: Layout,
): readonly PrintedUnit[] {
  const { report, head } = arrangeFrame(assembled, layout);
  const { blocks, sources, imprint } = report;
  const labels = new Set<PrintedBlock>(
    flowOf(blocks).flatMap(({ item, attachment }) =>
      attachment === "label" && item.kind === "paragraph" ? [item] : [],
    ),
  );
  const text = blocks.flatMap((block, index) => {
    const source = sources[index];
    if (source === undefined) return [];
    const units = unitsOfBlock(block, source, hasImage);
    return labels.has(block) ? units.map((unit) => ({ ...unit, role: "attachmentLabel" })) : units;
  });
  const foot = imprint === null ? [] : imprintGroups(imprint, layout).flat().map(unitOfEntry);
  return [...head.flatMap(unitsOfRow), ...text, ...foot].filter(({ bare }) => bare !== "");
}

/** Where a stretch of a unit stands in the report. `from` and `to` count in `bare`. */
export function targetOf(unit: PrintedUnit, from = 0, to = unit.bare.length): InspectionTarget {
  const { source, cell } = unit;
  if (source.kind !== "text") return { kind: "element", element: source.element };
  const offsets = offsetsOf(unit);
  const behindOrdinal = (at: number): number => Math.max(0, (offsets[at] ?? unit.text.length) - unit.ordinalLength);
  const start = behindOrdinal(from);
  // up to its last character: white space behind it is no part of it
  const end = to > from ? behindOrdinal(to - 1) + 1 : start;
  const place: Place = { block: source.index, ...(cell ?? {}), start, end };
  return { kind: "text", place };
}

/** Where each UTF-16 unit of a bare text stands in the text; kept, as every line of a paragraph may be a place. */
const knownOffsets = new WeakMap<PrintedUnit, readonly number[]>();

function offsetsOf(unit: PrintedUnit): readonly number[] {
  const known = knownOffsets.get(unit);
  if (known !== undefined) return known;
  const offsets: number[] = [];
  let at = 0;
  for (const character of unit.text) {
    const end = at + character.length;
    if (bareText(character) === "") at = end;
    for (; at < end; at += 1) offsets.push(at);
  }
  knownOffsets.set(unit, offsets);
  return offsets;
}
