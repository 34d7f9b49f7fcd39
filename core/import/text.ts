import { detachResidue } from "./detach-residue.ts";
import { draftStampLine } from "../export/draft-stamp-line.ts";
import { takeOffDraftStamp } from "./draft-stamp.ts";
import { missingWordsWarning } from "./missing-words-warning.ts";
import { importWarnings } from "./import-warnings.ts";
import { findAttachments } from "./attachment-names.ts";
import { countBlankLines, type Line, splitLines } from "./lines.ts";
import { elementsWarnings, findImprint, findLetterhead, presetOfHead } from "./word/official-elements.ts";
import { numberedBlock, textContent } from "./numbered-block.ts";
import type { PlacedOrdinal } from "./place-ordinals.ts";
import { type Reading, readLines } from "./read-lines.ts";
import type { SignOff } from "./sign-off.ts";
import { countTabbedRows } from "./table-dump.ts";
import type { Block } from "../document/blocks.ts";
import type { Meta } from "../document/schema.ts";
import { AppError } from "../result.ts";
import type { ImportedText } from "./imported-text.ts";

function signOffBlocks({ lines }: SignOff): readonly Block[] {
  return lines.map(({ role, text }) => ({ kind: "paragraph", role, content: textContent(text) }));
}

/** Whether line `index` is body text, which a heading above it heads. */
export function isBodyText(reading: Reading, index: number): boolean {
  const { lines, titles, signOffs, ordinals, isCell, isResidue } = reading;
  if (index >= lines.length || titles.has(index) || ordinals.has(index)) return false;
  return isCell[index] !== true && isResidue[index] !== true && !signOffs.has(index);
}

/** （一）…；（二）…；（三）…。 is one list, whose last item ends with 。 */
export function endsList(previous: Block | undefined, { level, parsed }: PlacedOrdinal): boolean {
  if (previous?.kind !== "listItem" || previous.level !== level || !parsed.rest.endsWith("。")) return false;
  const last = previous.content.at(-1);
  return last?.kind === "text" && /[；;]$/u.test(last.text);
}

function makeBlocks(reading: Reading): readonly Block[] {
  const { lines, titles, signOffs, inMeta, roles, ordinals } = reading;
  const blocks: Block[] = [];
  for (let index = 0; index < lines.length; index += 1) {
    const title = titles.get(index);
    const signOff = signOffs.get(index);
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

/** The organ that signs first, or the one that the title begins with: 某某局关于……的报告. */
export function issuingOrgan(title: string | null, signOffs: Reading["signOffs"]): Partial<Meta> {
  const [signOff] = signOffs.values();
  const signed = signOff?.lines.find(({ role }) => role === "signatory")?.text;
  const named = /^(?!关于)(.{2,40}?[局厅署委办府])(?:关于|[12][0-9]{3}年)/u.exec(title ?? "")?.[1];
  const organ = signed ?? named;
  return organ === undefined ? {} : { issuingOrgan: organ };
}

type TextAndElements = Pick<ImportedText, "meta" | "preset"> & { readonly lines: readonly Line[] };

/** 版头 and 版记 around a text, and the lines between them; a text of nothing else stays text. */
function elementsAround(lines: readonly Line[]): TextAndElements {
  const flow = lines.map((line) => ({ ...line, kind: "line" as const }));
  const [head, imprint] = [findLetterhead(flow), findImprint(flow)];
  const within = flow.filter((line) => !head.taken.has(line) && !imprint.taken.has(line));
  if (within.length === 0) return { lines, meta: {} };
  return { lines: within, meta: { ...head.meta, ...imprint.meta }, ...presetOfHead(head) };
}

/**
 * Reads a report from plain text, one paragraph a line: titles, headings by their ordinals, run-in headings,
 * 主送, 署名 and dates. Linear in the length of the text. Every character but white space
 * is kept in the blocks or in 公文要素, but the 【待核稿】 that a draft of ours begins with.
 * @throws {AppError} file-empty
 */
export function importText(text: string): ImportedText {
  const { lines: given, warnings } = takeOffDraftStamp(splitLines(text), (line) => line.text);
  if (given.length === 0) throw new AppError("file-empty");
  const around = elementsAround(given);
  const lines = detachResidue(around.lines);
  const read = readLines(lines);
  const attachments = findAttachments(read);
  const reading: Reading = { ...read, inMeta: new Set([...read.inMeta, ...attachments.indexes]) };
  const [first] = reading.titles.values();
  const title = first?.text ?? null;
  const made = {
    blocks: makeBlocks(reading),
    meta: { ...issuingOrgan(title, reading.signOffs), ...around.meta, ...reading.meta, ...attachments.meta },
    ...(around.preset === undefined ? {} : { preset: around.preset }),
  };
  const rewritten = [...reading.rewritten, ...attachments.rewritten];
  return {
    title,
    ...made,
    warnings: [
      ...warnings,
      ...missingWordsWarning([text], made, [...(warnings.length > 0 ? [draftStampLine] : []), ...rewritten]),
      ...elementsWarnings(given.length - around.lines.length, rewritten),
      ...importWarnings({
        lines: lines.map((line) => line.text),
        hasTitle: title !== null,
        ordinals: [...reading.ordinals.values()],
        cells: reading.isCell.filter(Boolean).length,
        rows: countTabbedRows(lines),
        blankLines: countBlankLines(text),
      }),
    ],
  };
}
