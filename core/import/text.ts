import { findAttachedTitles, findTitle, type FoundTitle, isAttachmentLabel } from "./find-title.ts";
import { importWarnings } from "./import-warnings.ts";
import { type Line, splitLines } from "./lines.ts";
import { numberedBlock, textContent } from "./numbered-block.ts";
import { type Candidate, type PlacedOrdinal, placeOrdinals } from "./place-ordinals.ts";
import { isRecipients } from "./recipients.ts";
import { residueAtStart, residueOfLine } from "./residue.ts";
import { isDateLine, metaOfSignOff, type SignOff, signOffBefore } from "./sign-off.ts";
import { findTableCells } from "./table-dump.ts";
import type { Block, ParagraphRole } from "../document/blocks.ts";
import { parseOrdinal, type ParsedOrdinal } from "../document/parse-ordinal.ts";
import type { Meta } from "../document/schema.ts";
import type { Warning } from "../contract.ts";
import { AppError } from "../result.ts";

/** What an imported text was found to be. Its words are the words of the file: nothing is left out or repaired. */
export type ImportedText = {
  /** The title on one line; null when the text has none. */
  readonly title: string | null;
  readonly blocks: readonly Block[];
  /** 主送, and 署名, 成文日期, 附注 of the first text. */
  readonly meta: Partial<Meta>;
  /** What the writer should know, in Chinese, one entry a kind. */
  readonly warnings: readonly Warning[];
};

/** What each line was found to be, before blocks are made. */
type Reading = {
  readonly lines: readonly Line[];
  readonly titles: ReadonlyMap<number, FoundTitle>;
  readonly signOffs: readonly SignOff[];
  /** Lines that went into `meta`. */
  readonly inMeta: ReadonlySet<number>;
  readonly roles: ReadonlyMap<number, ParagraphRole>;
  readonly isCell: readonly boolean[];
  readonly isResidue: readonly boolean[];
  readonly ordinals: ReadonlyMap<number, PlacedOrdinal>;
};

/** The ordinal of a line, also behind a bookmark or invisible characters, which then stay part of it. */
function ordinalOfLine(text: string): ParsedOrdinal | null {
  const hidden = residueAtStart(text);
  const parsed = parseOrdinal(text.slice(hidden));
  if (parsed === null || hidden === 0) return parsed;
  const before = text.slice(0, hidden).trim();
  return { ...parsed, text: `${before}${parsed.text}`, before: `${before}${parsed.before}` };
}

/** Lines 2. 3. … under 附件：1. name attachments. They are no headings. */
function findAttachmentNames(lines: readonly Line[]): ReadonlySet<number> {
  const names = new Set<number>();
  let inside = false;
  for (const [index, { text }] of lines.entries()) {
    if (/^附\s{0,2}件\s{0,2}[：:]\s{0,4}(?:1|１)/u.test(text)) inside = true;
    else if (inside && parseOrdinal(text)?.level === 3) names.add(index);
    else inside = false;
  }
  return names;
}

function findOrdinals(
  lines: readonly Line[],
  titles: ReadonlyMap<number, FoundTitle>,
  isTaken: (index: number) => boolean,
  isCell: readonly boolean[],
): ReadonlyMap<number, PlacedOrdinal> {
  const attachmentNames = findAttachmentNames(lines);
  const candidates: Candidate[] = [];
  for (const [index, { text }] of lines.entries()) {
    if (titles.has(index)) candidates.push({ index, parsed: "title" });
    if (isTaken(index) || attachmentNames.has(index)) continue;
    const parsed = ordinalOfLine(text);
    if (parsed === null) continue;
    // in a table dump only a chapter is surely none of its cells; a row of cells has tabs between them
    if ((isCell[index] === true && parsed.level > 0) || parsed.rest.includes("\t")) continue;
    candidates.push({ index, parsed });
  }
  return placeOrdinals(candidates);
}

const isNoteLine = (text: string | undefined): boolean =>
  text !== undefined && /^[（(][^（）()]{2,60}[）)]$/u.test(text);

/** Where sign-offs may end: before an attached text, at the end of the text, and behind any date line. */
function findSignOffs(
  lines: readonly Line[],
  from: number,
  attached: readonly FoundTitle[],
  isResidue: readonly boolean[],
): readonly SignOff[] {
  let lastEnd = lines.length;
  while (lastEnd > from && isResidue[lastEnd - 1] === true) lastEnd -= 1;
  const textEnds = new Set(attached.map(({ start }) => startOfAttachment(lines, start)));
  textEnds.add(lastEnd);
  const found: SignOff[] = [];
  for (let index = from + 1; index <= lastEnd; index += 1) {
    const isDate = isDateLine(lines[index - 1]?.text ?? "");
    // a 附注 goes with the date above it
    const end = isDate && isNoteLine(lines[index]?.text) ? index + 1 : index;
    if (!isDate && !textEnds.has(end)) continue;
    const signOff = signOffBefore(lines, Math.max(from, found.at(-1)?.end ?? 0), end);
    if (signOff === null) continue;
    // in the middle of a text a date alone is a line like any other
    if (!textEnds.has(end) && !signOff.lines.some(({ role }) => role === "signatory")) continue;
    found.push(signOff);
    index = end;
  }
  return found;
}

/** An attached text begins with the line 附件 above its title, if there is one. */
function startOfAttachment(lines: readonly Line[], titleStart: number): number {
  return isAttachmentLabel(lines[titleStart - 1]?.text ?? "") ? titleStart - 1 : titleStart;
}

/** The 主送机关 under the title: the first line that is no residue. */
function findRecipients(lines: readonly Line[], underTitle: number, isResidue: readonly boolean[]): number | null {
  let index = underTitle;
  while (isResidue[index] === true) index += 1;
  return isRecipients(lines[index]?.text ?? "") ? index : null;
}

function readLines(lines: readonly Line[]): { readonly reading: Reading; readonly meta: Partial<Meta> } {
  const first = findTitle(lines);
  const attached = findAttachedTitles(lines, first, first?.end ?? 1);
  const titles = new Map([...(first === null ? [] : [first]), ...attached].map((title) => [title.start, title]));
  const inTitle = new Set([...titles.values()].flatMap(({ start, end }) => range(start, end)));
  const isCell = findTableCells(lines);
  const isResidue = lines.map(({ text }) => residueOfLine(text) !== null);
  const underTitle = first?.end ?? 0;
  const signOffs = findSignOffs(lines, underTitle, attached, isResidue);

  const roles = new Map<number, ParagraphRole>();
  const inMeta = new Set<number>();
  const meta: { -readonly [K in keyof Meta]?: Meta[K] } = {};
  const recipients = first === null ? null : findRecipients(lines, underTitle, isResidue);
  if (recipients === underTitle) {
    meta.mainRecipients = lines[recipients]?.text ?? "";
    inMeta.add(recipients);
  } else if (recipients !== null) {
    roles.set(recipients, "recipients");
  }
  // 公文要素 are those of the first text
  const endOfFirst = attached[0] === undefined ? lines.length : startOfAttachment(lines, attached[0].start);
  const own = signOffs.find(({ end }) => end === endOfFirst);
  const ownMeta = own === undefined || (first === null && attached.length > 0) ? null : metaOfSignOff(own);
  if (own !== undefined && ownMeta !== null) {
    Object.assign(meta, ownMeta);
    for (const index of range(own.start, own.end)) inMeta.add(index);
  }
  for (const [index, { text }] of lines.entries()) if (isAttachmentLabel(text)) roles.set(index, "flush");
  const inSignOff = new Set(signOffs.flatMap(({ start, end }) => range(start, end)));
  const isTaken = (index: number): boolean =>
    inTitle.has(index) || inSignOff.has(index) || inMeta.has(index) || isResidue[index] === true;
  const ordinals = findOrdinals(lines, titles, isTaken, isCell);
  return { reading: { lines, titles, signOffs, inMeta, roles, isCell, isResidue, ordinals }, meta };
}

function range(start: number, end: number): readonly number[] {
  return Array.from({ length: end - start }, (_, offset) => start + offset);
}

function signOffBlocks({ lines }: SignOff): readonly Block[] {
  return lines.map(({ role, text }) => ({ kind: "paragraph", role, content: textContent(text) }));
}

/** Whether line `index` is body text, which a heading above it heads. */
function isBodyText(reading: Reading, index: number): boolean {
  const { lines, titles, signOffs, ordinals, isCell, isResidue } = reading;
  if (index >= lines.length || titles.has(index) || ordinals.has(index)) return false;
  return isCell[index] !== true && isResidue[index] !== true && !signOffs.some(({ start }) => start === index);
}

/** （一）…；（二）…；（三）…。 is one list, whose last item ends with 。 */
function endsList(previous: Block | undefined, { level, parsed }: PlacedOrdinal): boolean {
  if (previous?.kind !== "listItem" || previous.level !== level || !parsed.rest.endsWith("。")) return false;
  const last = previous.content.at(-1);
  return last?.kind === "text" && /[；;]$/u.test(last.text);
}

function makeBlocks(reading: Reading): readonly Block[] {
  const { lines, titles, signOffs, inMeta, roles, ordinals } = reading;
  const signOffAt = new Map(signOffs.map((signOff) => [signOff.start, signOff]));
  const blocks: Block[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const title = titles.get(index);
    const signOff = signOffAt.get(index);
    const ordinal = ordinals.get(index);
    if (title !== undefined) {
      blocks.push({ kind: "title", content: textContent(title.text) });
      index = title.end - 1;
    } else if (inMeta.has(index)) {
      continue;
    } else if (signOff !== undefined) {
      blocks.push(...signOffBlocks(signOff));
      index = signOff.end - 1;
    } else if (ordinal !== undefined) {
      const hasTextBelow = isBodyText(reading, index + 1);
      blocks.push(numberedBlock(ordinal, { hasTextBelow, endsList: endsList(blocks.at(-1), ordinal) }));
    } else {
      const content = textContent(lines[index]?.text ?? "");
      blocks.push({ kind: "paragraph", role: roles.get(index) ?? "body", content });
    }
  }
  return blocks;
}

/** The organ that signs, or the one that the title begins with: 某某局关于……的报告. */
function issuingOrgan(title: string | null, meta: Partial<Meta>): Partial<Meta> {
  const signed = meta.signatories?.[0];
  const named = /^(.{2,40}?[局厅署委办府])(?:关于|[12][0-9]{3}年)/u.exec(title ?? "")?.[1];
  const organ = signed ?? named;
  return organ === undefined ? {} : { issuingOrgan: organ };
}

/**
 * Reads a report from plain text, one paragraph a line: titles, headings by their ordinals, run-in headings,
 * 主送, 署名 and dates. Linear in the length of the text. Every character but white space is kept.
 * @throws {AppError} file-empty
 */
export function importText(text: string): ImportedText {
  const lines = splitLines(text);
  if (lines.length === 0) throw new AppError("file-empty");
  const { reading, meta } = readLines(lines);
  const blocks = makeBlocks(reading);
  const title = [...reading.titles.values()].find(({ start }) => start === Math.min(...reading.titles.keys()));
  const titleText = title === undefined ? null : title.text;
  return {
    title: titleText,
    blocks,
    meta: { ...issuingOrgan(titleText, meta), ...meta },
    warnings: importWarnings({
      lines: lines.map((line) => line.text),
      hasTitle: titleText !== null,
      ordinals: [...reading.ordinals.values()],
      cells: reading.isCell.filter(Boolean).length,
    }),
  };
}
