import { findLineOrdinals } from "./find-line-ordinals.ts";
import { findSignOffs } from "./find-sign-offs.ts";
import { findAttachedTitles, isAttachmentLabel } from "./find-attached-titles.ts";
import { findTitle, type FoundTitle } from "./find-title.ts";
import type { Line } from "./lines.ts";
import type { PlacedOrdinal } from "./place-ordinals.ts";
import { organsOf } from "./organ-name.ts";
import { isRecipients } from "./recipients.ts";
import { residueOfLine } from "./residue.ts";
import { readSignOff, type SignOff } from "./sign-off.ts";
import { findTableCells } from "./table-dump.ts";
import type { ParagraphRole } from "../document/blocks.ts";
import { parseOrdinal } from "../document/parse-ordinal.ts";
import type { Meta } from "../document/schema.ts";

/** What each line of a text was found to be, by its index. */
export type Reading = {
  readonly lines: readonly Line[];
  /** Titles by the line they begin with; the first text's title first. */
  readonly titles: ReadonlyMap<number, FoundTitle>;
  /** Sign-offs by the line they begin with. */
  readonly signOffs: ReadonlyMap<number, SignOff>;
  readonly meta: Partial<Meta>;
  /** What of `meta` is printed in another way than it was written. */
  readonly rewritten: readonly string[];
  /** Lines that went into `meta`. */
  readonly inMeta: ReadonlySet<number>;
  readonly roles: ReadonlyMap<number, ParagraphRole>;
  readonly isCell: readonly boolean[];
  readonly isResidue: readonly boolean[];
  readonly ordinals: ReadonlyMap<number, PlacedOrdinal>;
};

/** What 公文要素 were found in. */
type FoundMeta = Pick<Reading, "meta" | "inMeta" | "rewritten">;

const nothing: FoundMeta = { meta: {}, inMeta: new Set(), rewritten: [] };

function range(start: number, end: number): readonly number[] {
  return Array.from({ length: end - start }, (_, offset) => start + offset);
}

/** How many lines may stand between a title and 主送: its date, the speaker, what a web page adds. */
const mostLinesBetween = 6;
const isSubtitle = (text: string): boolean => text.length <= 40 && !/[。；：，;:,]/u.test(text);

/** The 主送机关 under the title: the first line that is neither residue nor part of the head. */
function findRecipients(lines: readonly Line[], underTitle: number, isResidue: readonly boolean[]): number | null {
  for (let index = underTitle; index <= underTitle + mostLinesBetween; index += 1) {
    const text = lines[index]?.text ?? "";
    if (isRecipients(text)) return index;
    if (isResidue[index] !== true && (!isSubtitle(text) || parseOrdinal(text) !== null)) return null;
  }
  return null;
}

/** 主送 goes into 公文要素 where these would print it: right under the title. */
function metaOfRecipients(lines: readonly Line[], recipients: number | null, underTitle: number): FoundMeta {
  if (recipients === null || recipients !== underTitle) return nothing;
  const meta = { mainRecipients: lines[recipients]?.text ?? "" };
  return { meta, inMeta: new Set([recipients]), rewritten: [] };
}

/**
 * The sign-off that ends the whole text goes into 公文要素, which print it there. All others stay where they stand; so does
 * one with the number of a page in it or behind it, which would change places with its lines.
 */
function metaOfLastSignOff(
  signOffs: readonly SignOff[],
  lines: readonly Line[],
  isResidue: readonly boolean[],
): FoundMeta {
  const own = signOffs.find(({ end }) => end === lines.length);
  if (own === undefined || isResidue.slice(own.start).includes(true)) return nothing;
  const read = readSignOff(own);
  if (read === null) return nothing;
  const rewritten = [...read.rewritten, ...joinedOrgans(own, lines)];
  return { ...read, rewritten, inMeta: new Set(range(own.start, own.end)) };
}

/** 甲局、乙局 on one line sign on lines of their own. */
const joinedOrgans = ({ start, end }: SignOff, lines: readonly Line[]): readonly string[] =>
  lines.slice(start, end).flatMap(({ text }) => (text.includes("、") && organsOf(text).length > 1 ? [text] : []));

/**
 * Finds out what each line is: titles first, then what stands around the text, then the text's own order.
 * @param styledTitle the title, where more than the words of the lines shows it
 */
export function readLines(lines: readonly Line[], styledTitle: FoundTitle | null = null): Reading {
  const first = styledTitle ?? findTitle(lines);
  const underTitle = first?.end ?? 0;
  const attached = findAttachedTitles(lines, first, Math.max(1, underTitle));
  const titles = first === null ? attached : [first, ...attached];
  const isCell = findTableCells(lines);
  const isResidue = lines.map(({ text }) => residueOfLine(text) !== null);
  const signOffs = findSignOffs(lines, underTitle, attached, isResidue);

  const recipients = first === null ? null : findRecipients(lines, underTitle, isResidue);
  const addressed = metaOfRecipients(lines, recipients, underTitle);
  // 公文要素 are those of a notice, not of the plan that it brings
  const signed = metaOfLastSignOff(attached.length > 0 ? [] : signOffs, lines, isResidue);

  const roles = new Map<number, ParagraphRole>();
  if (recipients !== null) roles.set(recipients, "recipients");
  for (const [index, { text }] of lines.entries()) if (isAttachmentLabel(text)) roles.set(index, "flush");

  const inMeta = new Set([...addressed.inMeta, ...signed.inMeta]);
  const taken = new Set([...titles, ...signOffs].flatMap(({ start, end }) => range(start, end)));
  const isTaken = (index: number): boolean => taken.has(index) || inMeta.has(index) || isResidue[index] === true;
  const titlesByLine = new Map(titles.map((title) => [title.start, title]));
  return {
    lines,
    titles: titlesByLine,
    signOffs: new Map(signOffs.map((signOff) => [signOff.start, signOff])),
    meta: { ...addressed.meta, ...signed.meta },
    rewritten: signed.rewritten,
    inMeta,
    roles,
    isCell,
    isResidue,
    ordinals: findLineOrdinals(lines, titlesByLine, isTaken, isCell),
  };
}
