import type { PrintedBlock } from "../document/printed-block.ts";
import { isAttachmentLabel } from "../document/attachment-labels.ts";
import { captionLead } from "../document/captions.ts";
import { printedText } from "../document/content-text.ts";
import type { HeadingLevel } from "../document/blocks.ts";
import { isParted } from "../document/numbering.ts";
import { gbt9704 } from "./gbt9704.ts";
import { placeSignature, type SignatureRow } from "./place-signature.ts";
import type { Layout } from "./rules/layout.ts";
import type { FlowItem, SignatureLine } from "./flow-item.ts";
import { turnedItems } from "./turned-items.ts";

export type PlacedItem = {
  readonly item: FlowItem;
  /** A page break stands before it. */
  readonly startsPage: boolean;
  /** No page may end between this and the next item: headings, captions, and the text before a signature. */
  readonly keepWithNext: boolean;
  /** 附件1 above an attachment, or the title below it, which stands on the page's third line (7.3.7). */
  readonly attachment: "label" | "title" | null;
  /** It stands on pages laid across (clause 8). */
  readonly isTurned: boolean;
};

const isSignatureLine = (block: PrintedBlock): block is SignatureLine =>
  block.kind === "paragraph" && (block.role === "signatory" || block.role === "date");

/** A title behind these opens a text of its own, such as a plan behind the notice that issues it. */
const beginsText = (item: FlowItem): boolean =>
  item.kind === "title" || item.kind === "heading" || item.kind === "runInHeading" || item.kind === "signature";
/** 附件1 above the title of what is attached. */
const isLabel = (item: FlowItem): boolean => item.kind === "paragraph" && item.role === "flush";

function gather(blocks: readonly PrintedBlock[]): readonly { item: FlowItem; startsPage: boolean }[] {
  const items: { item: FlowItem; startsPage: boolean }[] = [];
  let startsPage = false;
  let signature: SignatureLine[] | null = null;
  for (const block of blocks) {
    if (block.kind === "pageBreak") {
      startsPage = true;
      signature = null;
    } else if (isSignatureLine(block)) {
      if (signature === null) {
        signature = [];
        items.push({ item: { kind: "signature", lines: signature }, startsPage });
      }
      signature.push(block);
      startsPage = false;
    } else {
      const label = items.at(-1);
      const opensText = block.kind === "title" && items.some(({ item }) => beginsText(item));
      if (opensText && label !== undefined && isLabel(label.item)) {
        // 附件 stands on the page of what it announces (7.3.6)
        label.startsPage = true;
        items.push({ item: block, startsPage });
      } else items.push({ item: block, startsPage: startsPage || opensText });
      startsPage = false;
      signature = null;
    }
  }
  return items;
}

function attachmentPart(
  item: FlowItem,
  before: FlowItem | undefined,
  next: FlowItem | undefined,
): PlacedItem["attachment"] {
  const isNumber = (one: FlowItem | undefined): boolean =>
    one?.kind === "paragraph" && one.role === "flush" && isAttachmentLabel(printedText(one.content).trim());
  if (next?.kind === "title" && isNumber(item)) return "label";
  return item.kind === "title" && isNumber(before) ? "title" : null;
}

/** Where the lines of a signature stand. */
export const signatureRowsOf = (lines: readonly SignatureLine[], layout: Layout): readonly SignatureRow[] =>
  placeSignature(
    lines.map(({ role, content }) => ({
      role: role === "date" ? "date" : "signatory",
      text: printedText(content),
    })),
    lines[0]?.sealForm ?? "",
    layout,
  );

/** What counts as body text on the first page. */
const isText = (item: FlowItem): boolean =>
  item.kind === "listItem" ||
  item.kind === "runInHeading" ||
  item.kind === "table" ||
  (item.kind === "paragraph" && item.role === "body" && item.hanging === undefined);

/** 表题 and 单位 above a table, the 表注 below it, and the 图题 below a picture. */
function belongsToNext(item: FlowItem, next: FlowItem | undefined): boolean {
  const nextRole = next?.kind === "paragraph" ? next.role : null;
  if (item.kind === "paragraph") return item.role === "caption" || item.isAboveTable === true;
  if (item.kind === "table")
    return nextRole === "tableNote" && next?.kind === "paragraph" && next.isAboveTable !== true;
  return item.kind === "image" && nextRole === "imageCaption";
}

/**
 * The order in which DOCX, print and web write a report: signatures gathered, page breaks tied to what follows them.
 * @param textOnFirstPage the first text stays on the first page (7.3.3), even where its signature does not
 */
export function flowOf(blocks: readonly PrintedBlock[], { textOnFirstPage = false } = {}): readonly PlacedItem[] {
  const items = gather(blocks);
  const firstText = items.findIndex(({ item }) => isText(item));
  const turned = turnedItems(items, textOnFirstPage);
  return items.map(({ item, startsPage }, index) => {
    const next = items[index + 1];
    const leads =
      item.kind === "title" ||
      item.kind === "heading" ||
      (isLabel(item) && next?.item.kind === "title") ||
      belongsToNext(item, next?.item);
    const beforeSignature = next?.item.kind === "signature" && !(textOnFirstPage && index === firstText);
    const beforeNote = item.kind === "signature" && next?.item.kind === "paragraph" && next.item.role === "note";
    const isTurned = turned[index] === true;
    const isBesideNext = next !== undefined && !next.startsPage && turned[index + 1] === isTurned;
    const keepWithNext = isBesideNext && (leads || beforeSignature || beforeNote);
    const attachment = attachmentPart(item, items[index - 1]?.item, next?.item);
    return { item, startsPage, keepWithNext, attachment, isTurned };
  });
}

/** The ordinal with what separates it from its text: chapters a space (实务), all other levels nothing (7.3.3). */
export const ordinalText = (level: HeadingLevel, number: string): string =>
  isParted({ level, number }) ? number + gbt9704.chapterOrdinalSpace : number;

/** What is printed before the content of a block and is no part of it: an ordinal, the number of a caption; "" = nothing. */
export function leadOf(block: FlowItem | PrintedBlock): string {
  if ("number" in block) return ordinalText(block.level, block.number);
  return block.kind === "paragraph" ? captionLead(block.captionNumber) : "";
}

/**
 * Rank in the outline, 1–5: chapters are 1 where a report has them, and 一、 is 2 then; otherwise 一、 is 1.
 */
export function headingRanks(blocks: readonly PrintedBlock[]): (level: HeadingLevel) => number {
  const hasChapters = blocks.some(
    (block) => (block.kind === "heading" || block.kind === "runInHeading") && block.level === 0,
  );
  return (level) => (hasChapters ? level + 1 : Math.max(1, level));
}
