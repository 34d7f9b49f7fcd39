import type { DocumentItem, DocumentParagraph, DocumentRun } from "../word/document-items.ts";
import { textOfRuns } from "../word/document-items.ts";
import { inlineOf, sliceRuns } from "../word/inline-content.ts";
import { findAttachmentNames } from "../attachment-names.ts";
import { countedCaptions } from "./own-captions.ts";
import type { Styles } from "./styles.ts";
import { isHeadStyle, takeOwnFrame } from "./own-frame.ts";
import { createWrittenOrdinals, type WrittenOrdinals } from "../word/written-ordinals.ts";
import { importWarnings } from "../import-warnings.ts";
import { readSignOff } from "../sign-off.ts";
import { issuingOrgan } from "../text.ts";
import { type ImportedText } from "../imported-text.ts";
import {
  type Block,
  type HeadingLevel,
  type Inline,
  type ParagraphRole,
  paragraphRoles,
} from "../../document/blocks.ts";
import { parseOrdinal } from "../../document/parse-ordinal.ts";
import { inlineText } from "../../document/content-text.ts";
import type { Meta } from "../../document/schema.ts";
import { styleIds } from "../../export/docx/style-ids.ts";

/** Styles that no other program names so. */
const ownStyles = [styleIds.flush, styleIds.note, styleIds.tableText] as const;

const stylesByRole = {
  body: styleIds.body,
  recipients: styleIds.recipients,
  signatory: styleIds.signatory,
  date: styleIds.date,
  note: styleIds.note,
  caption: styleIds.caption,
  imageCaption: styleIds.imageCaption,
  tableNote: styleIds.tableNote,
  flush: styleIds.flush,
} as const satisfies Record<ParagraphRole, string>;
const roles: Readonly<Record<string, ParagraphRole>> = Object.fromEntries(
  paragraphRoles.map((role) => [stylesByRole[role], role]),
);

const rankOf = (styleId: string): number | null => {
  const rank = /^Heading([1-5])$/u.exec(styleId)?.[1];
  return rank === undefined ? null : Number(rank);
};
const rankOfPart = (run: DocumentRun | undefined): number | null => {
  const rank = run?.kind === "text" ? /^Heading([1-5])Char$/u.exec(run.styleId)?.[1] : undefined;
  return rank === undefined ? null : Number(rank);
};

const isKnown = (item: DocumentItem): boolean => {
  if (item.kind !== "paragraph") return true;
  const { styleId, runs } = item;
  if (textOfRuns(runs) === "") return true;
  return styleId === styleIds.title || rankOf(styleId) !== null || roles[styleId] !== undefined || isHeadStyle(styleId);
};

/** Whether this program wrote the document and nobody set anything in it in a style of another's since. */
export function isOwnDocument(items: readonly DocumentItem[], styles: Styles): boolean {
  return ownStyles.every((id) => styles.has(id)) && items.every(isKnown);
}

/** Chapters take the first rank of the outline where a report has them; its headings tell by their ordinals. */
function hasChapters(items: readonly DocumentItem[]): boolean {
  let votes = 0;
  for (const item of items) {
    if (item.kind !== "paragraph") continue;
    const rank = rankOf(item.styleId) ?? rankOfPart(item.runs[0]);
    const level = rank === null ? undefined : parseOrdinal(textOfRuns(item.runs))?.level;
    if (rank === null || level === undefined) continue;
    if (level === 0) return true;
    votes += level === rank - 1 ? 1 : level === rank ? -1 : 0;
  }
  return votes > 0;
}

const keepAll = { keepsBold: "all" } as const;

/** The title was broken into lines for its looks alone. */
const titleContent = (runs: readonly DocumentRun[]): readonly Inline[] =>
  inlineOf(
    runs.filter(({ kind }) => kind === "text"),
    keepAll,
  );

function paragraphBlock(
  { styleId, runs }: DocumentParagraph,
  numbering: WrittenOrdinals,
  levelOf: (rank: number) => HeadingLevel,
): Block {
  const text = textOfRuns(runs);
  const after = (length: number): readonly Inline[] => inlineOf(sliceRuns(runs, length, text.length), keepAll);
  if (styleId === styleIds.title) {
    numbering.restart();
    return { kind: "title", content: titleContent(runs) };
  }
  const parsed = parseOrdinal(text);
  const start = parsed === null ? 0 : text.length - parsed.rest.length;
  const rank = rankOf(styleId);
  if (rank !== null) {
    const level = levelOf(rank);
    return { kind: "heading", level, ordinal: numbering.ordinalOf(level, parsed), content: after(start) };
  }
  const partRank = styleId === styleIds.body ? rankOfPart(runs[0]) : null;
  if (partRank !== null) {
    const level = levelOf(partRank);
    const part = textOfRuns(runs.filter((run) => rankOfPart(run) !== null));
    const end = part.length;
    // the text behind the heading part may begin with a mark that an ordinal could end with
    const ordinal = parseOrdinal(part);
    return {
      kind: "runInHeading",
      level,
      ordinal: numbering.ordinalOf(level, ordinal),
      heading: inlineOf(sliceRuns(runs, ordinal === null ? 0 : end - ordinal.rest.length, end), keepAll),
      content: after(end),
    };
  }
  if (styleId === styleIds.body && parsed !== null) {
    return {
      kind: "listItem",
      level: parsed.level,
      ordinal: numbering.ordinalOf(parsed.level, parsed),
      content: after(start),
    };
  }
  return { kind: "paragraph", role: roles[styleId] ?? "body", content: after(0) };
}

const textOfBlock = (block: Block | undefined): string =>
  block?.kind === "paragraph" || block?.kind === "listItem" ? inlineText(block.content, 0) : "";
const roleOf = (block: Block | undefined): string | null => (block?.kind === "paragraph" ? block.role : null);

/** Where the first text ends: at the end, or before what is attached to it. */
function endOfFirstText(blocks: readonly Block[], title: number): number {
  const attached = blocks.findIndex((block, index) => index > title && block.kind === "title");
  if (attached < 0) return blocks.length;
  let end = attached;
  while (end > title + 1 && (blocks[end - 1]?.kind === "pageBreak" || roleOf(blocks[end - 1]) === "flush")) end -= 1;
  return end;
}

/** The most that one of 公文要素 holds; see `metaSchema`. */
const longestMeta = 500;

/** 公文要素 go back where they came from: 主送 under the title, 附件说明 and the sign-off at the end of the first text. */
function takeMeta(blocks: readonly Block[]): { readonly blocks: readonly Block[]; readonly meta: Partial<Meta> } {
  const title = blocks.findIndex(({ kind }) => kind === "title");
  const recipients = roleOf(blocks[title + 1]) === "recipients" ? textOfBlock(blocks[title + 1]) : "";
  // only what would be printed the same goes back
  const isAddressed = /[：:]$/u.test(recipients) && recipients.length <= longestMeta;
  const textStart = title + (isAddressed ? 2 : 1);
  const end = endOfFirstText(blocks, title);
  let start = end;
  const lines: { role: "signatory" | "date" | "note"; text: string }[] = [];
  for (const role of ["note", "date", "signatory"] as const) {
    while (start > textStart && roleOf(blocks[start - 1]) === role) {
      start -= 1;
      lines.unshift({ role, text: textOfBlock(blocks[start]) });
      if (role !== "signatory") break;
    }
  }
  const fits = lines.length > 0 && lines.every(({ text }) => text.trim() !== "" && text.length <= longestMeta);
  // before an attached text a page break, or the line 附件, would change places with what goes into 公文要素
  const above = blocks.slice(0, start).findLast((block) => block.kind !== "paragraph" || block.content.length > 0);
  const wouldMove = end < blocks.length && (above?.kind === "pageBreak" || roleOf(above) === "flush");
  const read = !fits || wouldMove ? null : readSignOff({ start, end, lines });
  // what our own export wrote otherwise was text of the report
  const signed = read === null || read.rewritten.length > 0 ? null : read.meta;
  if (signed === null) start = end;
  const printed = blocks.map((block) => ({ text: ordinalAndText(block) }));
  const named = findAttachmentNames(printed, start);
  const attachments = named === null || named.rewritten.length > 0 ? null : named;
  const attachmentStart = attachments !== null && attachments.start >= textStart ? attachments.start : start;
  return {
    blocks: [...blocks.slice(0, title + 1), ...blocks.slice(textStart, attachmentStart), ...blocks.slice(end)],
    meta: {
      ...(isAddressed ? { mainRecipients: recipients } : {}),
      ...(signed ?? {}),
      ...(attachments !== null && attachmentStart < start ? { attachmentNames: attachments.names } : {}),
    },
  };
}

/** The names of attachments were printed as numbered lines. */
function ordinalAndText(block: Block): string {
  if (block.kind !== "listItem") return textOfBlock(block);
  const { ordinal } = block;
  const number = ordinal.kind === "typed" ? ordinal.text : "";
  return `${number}${textOfBlock(block)}`;
}

/** Reads a document of this program's own: each style says what its paragraph is, so nothing need be guessed. */
export function blocksOfOwnDocument(all: readonly DocumentItem[]): ImportedText {
  const { items, meta: around, preset } = takeOwnFrame(all);
  const firstRank = hasChapters(items) ? 0 : 1;
  const levelOf = (rank: number): HeadingLevel => Math.min(4, rank - 1 + firstRank) as HeadingLevel;
  const numbering = createWrittenOrdinals();
  const blocks: Block[] = [];
  for (const [index, item] of items.entries()) {
    if (item.kind === "paragraph") {
      const isEmpty = textOfRuns(item.runs) === "";
      // what stands behind a table and what carried an image is no line of the report
      const isCarrier = item.styleId === styleIds.tableEnd || item.styleId === styleIds.image;
      if (isEmpty && (isCarrier || roles[item.styleId] === undefined)) continue;
      blocks.push(paragraphBlock(item, numbering, levelOf));
    } else if (item.kind !== "pageBreak") {
      blocks.push(item);
    } else {
      const next = items[index + 1];
      const startsText = next?.kind === "paragraph" && next.styleId === styleIds.title && textOfRuns(next.runs) !== "";
      if (blocks.length > 0 && !startsText) blocks.push(item);
    }
  }
  const { blocks: text, meta } = takeMeta(countedCaptions(blocks));
  const title = text.find(({ kind }) => kind === "title");
  const titleText = title?.kind === "title" ? inlineText(title.content, 0) : null;
  return {
    title: titleText,
    blocks: text,
    meta: { ...issuingOrgan(titleText, new Map()), ...organOf(meta), ...meta, ...around },
    ...(preset === undefined ? {} : { preset }),
    warnings: importWarnings({ lines: [], hasTitle: titleText !== null, ordinals: [], cells: 0, rows: 0 }),
  };
}

const organOf = ({ signatories }: Partial<Meta>): Partial<Meta> => {
  const organ = signatories?.[0];
  return organ === undefined ? {} : { issuingOrgan: organ };
};
