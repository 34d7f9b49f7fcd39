import { randomUUID } from "node:crypto";
import type { Warning } from "../core/contract.ts";
import { reportFromImport } from "../core/document/create.ts";
import { readDoc } from "../core/import/doc/read-doc.ts";
import { readDocx } from "../core/import/docx/read-docx.ts";
import type { OtherText } from "../core/import/docx/read-docx.ts";
import { packageOfFlat } from "../core/import/docx/flat-package.ts";
import { type ArchivedPage, openMimeArchive } from "../core/import/html/mime-archive.ts";
import { withOpenCdata } from "../core/import/html/open-cdata.ts";
import { itemsOfPage, readHtml, wordsOfMarkup } from "../core/import/html/read-html.ts";
import type { InspectImage } from "../core/import/word/document-items.ts";
import type { ImportedFile } from "../core/import/word/imported-file.ts";
import { looksLikeMarkdown } from "../core/import/markdown/looks-like-markdown.ts";
import { readMarkdown } from "../core/import/markdown/read-markdown.ts";
import { holdsPageText } from "../core/import/word/page-text.ts";
import { readRtf } from "../core/import/rtf/read-rtf.ts";
import { importText } from "../core/import/text.ts";
import { withoutEndlessParagraphs } from "../core/import/without-endless-paragraphs.ts";
import { AppError } from "../core/result.ts";
import { decodeCodePage } from "./decode-code-page.ts";
import { type DecodedText, decodeText, decodeWithWarnings } from "./decode-text.ts";
import { type GivenFile, isMarkdownName, kindOf, otherKindOf, startOf, startsWith } from "./file-kind.ts";
import { type ImportedReport, readingOf, readStoredReport } from "./read-own-report.ts";
import { inspectImage } from "./store/images.ts";

/** How pages begin, also the parts of pages that office systems hand out under the name .doc. */
const pageStart =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|meta|body|style|div|table|center|h[1-6]|p)[\s>]/iu;

const markdownInText: Warning = {
  code: "markdown-in-text",
  message: "文件用 Markdown 写成，已按它的标记（#、**、表格线等）读为标题、加粗和表格，标记符号不再保留。请核对。",
};

/** A text in Markdown, by its name or by many of its marks. Null: it is none. */
function readAsMarkdown(file: GivenFile, text: string, now: Date): ImportedReport | null {
  const isNamed = isMarkdownName(file.name);
  if (!isNamed && !looksLikeMarkdown(text)) return null;
  const read = readWordFile(file, (_, inspect) => readMarkdown(text, inspect, bytesOfDataUrl), now);
  return isNamed ? read : { ...read, warnings: [markdownInText, ...read.warnings] };
}

type ReadFile = (bytes: Uint8Array, inspect: InspectImage) => ImportedFile;

function readWordFile({ bytes, year }: GivenFile, read: ReadFile, now: Date): ImportedReport {
  const imported = withoutEndlessParagraphs(read(bytes, inspectImage));
  const report = reportFromImport({ imported, year, id: randomUUID(), now });
  return { report, images: imported.images, warnings: imported.warnings };
}

/** The text of a file that no other reader knows. One that calls itself a Word file was never meant to be text. */
function textOf({ bytes, name }: GivenFile): DecodedText {
  try {
    return decodeWithWarnings(bytes, name);
  } catch (error) {
    const isNoText = error instanceof AppError && error.code === "file-not-text";
    if (!isNoText || !/\.(?:docx?|docm|dotx?|wps|wpt|rtf)$/iu.test(name)) throw error;
    throw new AppError(name.startsWith("~$") ? "file-owner-lock" : "file-not-word");
  }
}

/** The bytes of a picture that stands in a page itself. */
function bytesOfDataUrl(url: string): Uint8Array | null {
  const base64 = /^data:image\/(?:png|jpe?g);base64,(.*)$/isu.exec(url)?.[1];
  return base64 === undefined ? null : Buffer.from(base64, "base64");
}

const fromBase64 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, "base64"));

/** A page and its pictures in one file, as browsers and Word save it. */
const isArchive = (bytes: Uint8Array): boolean =>
  /^(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\n)*)*?MIME-Version:/iu.test(startOf(bytes)) &&
  /multipart\/(?:related|mixed|alternative)/iu.test(startOf(bytes));

const latin = (bytes: Uint8Array): string => Buffer.from(bytes).toString("latin1");

const textOfPage = ({ bytes, charset }: ArchivedPage): string =>
  /^(?:big5|gb2312|gbk|gb18030|utf-8)$/iu.test(charset)
    ? new TextDecoder(charset).decode(bytes)
    : decodeText(bytes, "");

/** Whether a page beside the first says more than a page's number. One that cannot be read may. */
function saysMore(page: ArchivedPage): boolean {
  try {
    return holdsPageText(wordsOfMarkup(textOfPage(page)));
  } catch (error) {
    if (error instanceof AppError) return error.code !== "file-empty";
    throw error;
  }
}

/** The page of an archive, how to find its pictures, and how many other pages say something. Null: the archive holds none. */
function pageOfArchive(bytes: Uint8Array): {
  readonly page: string;
  readonly bytesOf: (url: string) => Uint8Array | null;
  readonly others: number;
} | null {
  const archive = openMimeArchive(latin(bytes));
  if (archive === null) return null;
  return {
    page: textOfPage(archive.page),
    bytesOf: (url) => bytesOfDataUrl(url) ?? archive.bytesOf(url),
    others: archive.others.filter(saysMore).length,
  };
}

function readArchive(file: GivenFile, now: Date): ImportedReport {
  const found = pageOfArchive(file.bytes);
  if (found === null) throw new AppError("file-kind-unsupported", { kind: "不含网页的邮件或存档" });
  const read = readWordFile(file, (_, inspect) => readHtml(found.page, inspect, found.bytesOf), now);
  const message = `存档中另有 ${found.others} 个网页（框架、页眉页脚或附页），没有读入。请对照原文补上。`;
  return found.others === 0 ? read : { ...read, warnings: [{ code: "archive-pages", message }, ...read.warnings] };
}

/** Texts of other kinds inside a Word file. */
const otherText: OtherText = {
  decode: decodeCodePage,
  readPage: (bytes, into) => {
    if (startsWith(bytes, "PK")) return null;
    const archived = isArchive(bytes) ? pageOfArchive(bytes) : null;
    if (archived !== null) {
      into.tally.embeddedObjects += archived.others;
      return itemsOfPage(archived.page, { ...into, bytesOf: archived.bytesOf });
    }
    try {
      const text = decodeText(bytes, "");
      const page = pageStart.test(text) ? text : `<pre>${text.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</pre>`;
      return itemsOfPage(page, { ...into, bytesOf: bytesOfDataUrl });
    } catch (error) {
      if (error instanceof AppError) return null;
      throw error;
    }
  },
};

/** A file whose bytes are a text: a Word file as XML, a page, Markdown or plain lines. */
function readDecoded(file: GivenFile, text: string, now: Date): ImportedReport {
  if (/^\s*<\?xml[^]{0,400}<pkg:package[\s>]/u.test(text.slice(0, 2000))) {
    return readWordFile(file, (_, inspect) => readDocx(packageOfFlat(text, fromBase64), inspect, otherText), now);
  }
  if (isMarkdownName(file.name) ? /^\s*<(?:!doctype|html)[\s>]/iu.test(text) : pageStart.test(text)) {
    return readWordFile(file, (_, inspect) => readHtml(withOpenCdata(text), inspect, bytesOfDataUrl), now);
  }
  const markdown = readAsMarkdown(file, text, now);
  if (markdown !== null) return markdown;
  const imported = withoutEndlessParagraphs(importText(text));
  const report = reportFromImport({ imported, year: file.year, id: randomUUID(), now });
  return { report, images: new Map(), warnings: imported.warnings };
}

function readByKind(file: GivenFile, now: Date): ImportedReport {
  const { bytes, name } = file;
  switch (kindOf(bytes, name)) {
    case "docx":
      return readWordFile(file, (given, inspect) => readDocx(given, inspect, otherText), now);
    case "compound":
      return readWordFile(file, readDoc, now);
    case "rtf":
      return readWordFile(file, (given, inspect) => readRtf(given, inspect, decodeCodePage), now);
    case "guarded":
      throw new AppError("file-not-word");
    case "other":
      throw new AppError("file-kind-unsupported", { kind: otherKindOf(bytes) ?? "" });
    case "report":
      return readStoredReport(bytes);
    case "text": {
      if (isArchive(bytes)) return readArchive(file, now);
      const { text, warnings } = textOf(file);
      const read = readDecoded(file, text, now);
      return { ...read, warnings: [...warnings, ...read.warnings] };
    }
  }
}

/**
 * The report that a file holds, or that is made of a text or a Word file. What a file is shows in its content, not in
 * its name.
 *
 * @throws AppError file-empty, file-encrypted, file-damaged, file-too-complex, file-kind-unsupported, file-not-text,
 * file-not-word, file-owner-lock, file-too-large, not-a-report, report-damaged, report-newer-version
 */
export const readReportFile = (file: GivenFile, now: Date): ImportedReport =>
  readingOf(file, () => readByKind(file, now));
