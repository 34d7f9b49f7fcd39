import type { Warning } from "../contract.ts";
import { assembleReport, type AssembledReport } from "../document/assemble.ts";
import type { PrintedBlock } from "../document/printed-block.ts";
import { elementNames, presetNames } from "../document/element-names.ts";
import { imprintKeys } from "../document/imprint.ts";
import { letterheadKeys } from "../document/letterhead.ts";
import { printedDate } from "../document/printed-date.ts";
import type { Meta, ReportDocument } from "../document/schema.ts";
import { exportText } from "./text.ts";

type MetaKey = keyof Meta;

type PrintedReport = Pick<ReportDocument, "body" | "meta" | "year" | "preset">;

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

/** Attachments print with the text where they are part of it, or are named in 附件说明. */
function unprintedAttachments(report: PrintedReport): readonly string[] {
  const text = exportText(report);
  return report.meta.attachments.map(({ title }) => title.trim()).filter((title) => !text.includes(title));
}

/** 发文机关 has no place of its own in a public report, where the title or the signature names it. */
function isOrganNamed(report: PrintedReport): boolean {
  const { meta } = report;
  return meta.documentNumber.trim() === "" && exportText(report).includes(meta.issuingOrgan.trim());
}

/** 公文要素 that are given and stand in no file that leaves the program, in the order of the standard. */
function unprintedElements(report: PrintedReport): readonly UnprintedElement[] {
  const printed = printedKeys(assembleReport(report), report.meta);
  return Object.keys(elementNames).flatMap((key) => {
    if (!isMetaKey(key) || printed.has(key)) return [];
    const value = key === "attachments" ? unprintedAttachments(report).join("、") : valueOf(report.meta, key);
    if (value === "" || (key === "issuingOrgan" && isOrganNamed(report))) return [];
    // an order is signed by its signer, and its mark names the organ
    if (key === "signatories" && report.meta.signatories.every((organ) => exportText(report).includes(organ.trim()))) {
      return [];
    }
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

/** The elements that are given and not printed, by name, 密级 first. */
export function unprintedNames(report: PrintedReport): readonly string[] {
  const elements = unprintedElements(report);
  const isSecrecy = ({ key }: UnprintedElement): boolean => key === "secrecy";
  return [...elements.filter(isSecrecy), ...elements.filter((one) => !isSecrecy(one))].map(({ name }) => name);
}

/** What a writer must know before files leave the program: which 公文要素 they lack, by name and value. */
export function unprintedAtExport(report: PrintedReport): readonly Warning[] {
  const preset = presetNames[report.preset];
  return warningsOf(unprintedElements(report), {
    secrecy: (element) =>
      `${element}不会出现在导出的文件上：“${preset}”版式没有版头。请换成“正式公文”等有版头的版式，或在 Word 文件上补好密级，再打印、报送；不要公开发布。`,
    others: (given) =>
      `“${preset}”版式不印这些公文要素，导出的文件上没有：${given}。需要时请换一种版式，或在导出的 Word 文件中补上。`,
  });
}

/** The same for a report that was just made from a file: what the file had, and no export will have. */
export function unprintedAtImport(report: PrintedReport): readonly Warning[] {
  const preset = presetNames[report.preset];
  return warningsOf(unprintedElements(report), {
    secrecy: (element) =>
      `文件上有${element}，已记入“公文要素”，但“${preset}”版式没有版头，导出时不印密级标志。请换成“正式公文”等有版头的版式，或在导出后先补好密级，再打印、报送；不要公开发布。`,
    others: (given) =>
      `文件上的这些公文要素已记入“公文要素”，正文里不再有，“${preset}”版式导出时也不印：${given}。需要时请换一种版式，或在导出的 Word 文件中补上。`,
  });
}
