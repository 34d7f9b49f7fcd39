import type { Warning } from "../contract.ts";
import { assembleElements, type AssembledReport, printText } from "../document/assemble.ts";
import { attachmentStarts } from "../document/attachment-labels.ts";
import type { Block } from "../document/blocks.ts";
import { blocksFromBody } from "../document/from-lexical.ts";
import type { PrintedBlock } from "../document/printed-block.ts";
import { elementNames, presetNames } from "../document/element-names.ts";
import { imprintKeys } from "../document/imprint.ts";
import { letterheadKeys } from "../document/letterhead.ts";
import { printedDate } from "../document/printed-date.ts";
import type { Meta, ReportDocument } from "../document/schema.ts";
import { assembledLines, blockLines } from "./text.ts";

type MetaKey = keyof Meta;

type PrintedReport = Pick<ReportDocument, "body" | "meta" | "year" | "preset">;
type Fields = Omit<PrintedReport, "body">;
/** The text, which is looked at where 公文要素 themselves do not tell. */
type ReadBlocks = () => readonly Block[];
type IsNamed = (words: string) => boolean;

type UnprintedElement = { readonly key: MetaKey; readonly name: string; readonly value: string };

const sealForms = { "": "", seal: "加盖印章", signature: "加盖签发人签名章" } as const;

/** What a field says, as a reader would write it; "" = nothing. */
function valueOf(meta: Meta, key: Exclude<MetaKey, "attachments">): string {
  if (key === "sealForm") return sealForms[meta.sealForm];
  const value: string | readonly string[] = meta[key];
  if (typeof value !== "string") return value.filter((line) => line.trim() !== "").join("、");
  const text = value.trim().replaceAll(/\s*\n\s*/gu, " ");
  return (key === "date" || key === "printingDate") && text !== "" ? printedDate(text) : text;
}

const isMetaKey = (key: string): key is MetaKey => key in elementNames;

/** The fields that stand on paper, as the assembling itself says it: an element that it learns to place is in here. */
function printedKeys({ blocks, sources, letterhead, imprint }: AssembledReport, meta: Meta): ReadonlySet<string> {
  return new Set([
    ...sources.flatMap((source) => (source.kind === "element" ? [source.element] : [])),
    ...(letterhead === null ? [] : letterheadKeys(letterhead, meta)),
    ...(imprint === null ? [] : imprintKeys(imprint)),
    ...signatureKeys(blocks),
  ]);
}

/** 用印方式 is how the signature stands; 职务 stands beside 签名章. */
function signatureKeys(blocks: readonly PrintedBlock[]): readonly MetaKey[] {
  const forms = blocks.map((block) => (block.kind === "paragraph" ? block.sealForm : undefined));
  if (forms.includes("signature")) return ["sealForm", "signerPosts"];
  return forms.includes("seal") ? ["sealForm"] : [];
}

/** Looks for words where elements are printed, then block by block in the text, no further than to where they stand. */
function createFinder(printed: AssembledReport, { year }: Fields, blocks: ReadBlocks): IsNamed {
  const read = [...assembledLines(printed)];
  let next = 0;
  return (words) => {
    if (read.some((text) => text.includes(words))) return true;
    for (const all = blocks(); next < all.length;) {
      const text = printText(all.slice(next, next + 1), year)
        .flatMap(blockLines)
        .join("\n");
      read.push(text);
      next += 1;
      if (text.includes(words)) return true;
    }
    return false;
  };
}

/** Attachments print with the text where they are part of it, or are named in 附件说明. */
function unprintedAttachments({ meta, year }: Fields, blocks: ReadBlocks, isNamed: IsNamed): readonly string[] {
  const titles = meta.attachments.map(({ title }) => title.trim()).filter((title) => title !== "" && !isNamed(title));
  if (titles.length === 0) return [];
  const added = [...attachmentStarts(blocks(), meta, year).values()].map(({ title }) => title);
  return titles.filter((title) => !added.includes(title));
}

/** 发文机关 has no place of its own in a public report, where the title or the signature names it. */
const isOrganNamed = ({ documentNumber, issuingOrgan }: Meta, isNamed: IsNamed): boolean =>
  documentNumber.trim() === "" && isNamed(issuingOrgan.trim());

/** 公文要素 that are given and stand in no file that leaves the program, in the order of the standard. */
function unprintedElements(fields: Fields, readBlocks: ReadBlocks): readonly UnprintedElement[] {
  const { meta } = fields;
  let known: readonly Block[] | null = null;
  const blocks: ReadBlocks = () => (known ??= readBlocks());
  const elements = assembleElements(fields);
  const printed = printedKeys(elements, meta);
  const isNamed = createFinder(elements, fields, blocks);
  return Object.keys(elementNames).flatMap((key) => {
    if (!isMetaKey(key) || printed.has(key)) return [];
    const value = key === "attachments" ? unprintedAttachments(fields, blocks, isNamed).join("、") : valueOf(meta, key);
    if (value === "" || (key === "issuingOrgan" && isOrganNamed(meta, isNamed))) return [];
    // an order is signed by its signer, and its mark names the organ
    if (key === "signatories" && meta.signatories.every((organ) => isNamed(organ.trim()))) return [];
    return [{ key, name: elementNames[key], value }];
  });
}

const listed = (elements: readonly UnprintedElement[]): string =>
  elements.map(({ name, value }) => `${name}“${value}”`).join("、");

type Wording = {
  readonly secrecy: (element: string) => string;
  readonly others: (elements: string) => string;
};

/** 密级 has a sentence of its own and stands first: it must not be overlooked in a list. */
function warningsOf(elements: readonly UnprintedElement[], wording: Wording): readonly Warning[] {
  const secrecy = elements.filter(({ key }) => key === "secrecy");
  const others = elements.filter(({ key }) => key !== "secrecy");
  return [
    ...(secrecy.length > 0 ? [{ code: "secrecy-unprinted", message: wording.secrecy(listed(secrecy)) }] : []),
    ...(others.length > 0 ? [{ code: "elements-unprinted", message: wording.others(listed(others)) }] : []),
  ];
}

const unprintedOf = (report: PrintedReport): readonly UnprintedElement[] =>
  unprintedElements(report, () => blocksFromBody(report.body));

/**
 * The elements that are given and not printed, by name, 密级 first.
 * @param blocks the text; asked for where the elements themselves do not tell
 */
export function unprintedNames(fields: Fields, blocks: ReadBlocks): readonly string[] {
  const elements = unprintedElements(fields, blocks);
  const isSecrecy = ({ key }: UnprintedElement): boolean => key === "secrecy";
  return [...elements.filter(isSecrecy), ...elements.filter((one) => !isSecrecy(one))].map(({ name }) => name);
}

/** What a writer must know before files leave the program: which 公文要素 they lack, by name and value. */
export function unprintedAtExport(report: PrintedReport): readonly Warning[] {
  const preset = presetNames[report.preset];
  return warningsOf(unprintedOf(report), {
    secrecy: (element) =>
      `${element}不会出现在导出的文件上：“${preset}”版式没有版头。请换成“正式公文”等有版头的版式，或在 Word 文件上补好密级，再打印、报送；不要公开发布。`,
    others: (given) =>
      `“${preset}”版式不印这些公文要素，导出的文件上没有：${given}。需要时请换一种版式，或在导出的 Word 文件中补上。`,
  });
}

/** The same for a report that was just made from a file: what the file had, and no export will have. */
export function unprintedAtImport(report: PrintedReport): readonly Warning[] {
  const preset = presetNames[report.preset];
  return warningsOf(unprintedOf(report), {
    secrecy: (element) =>
      `文件上有${element}，已记入“公文要素”，但“${preset}”版式没有版头，导出时不印密级标志。请换成“正式公文”等有版头的版式，或在导出后先补好密级，再打印、报送；不要公开发布。`,
    others: (given) =>
      `文件上的这些公文要素已记入“公文要素”，正文里不再有，“${preset}”版式导出时也不印：${given}。需要时请换一种版式，或在导出的 Word 文件中补上。`,
  });
}
