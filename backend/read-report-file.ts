import { randomUUID } from "node:crypto";
import type { Warning } from "../core/contract.ts";
import { reportFromImport } from "../core/document/create.ts";
import { readReport } from "../core/document/migrate.ts";
import type { ImageFile, ReportDocument } from "../core/document/schema.ts";
import { unprintedAtImport } from "../core/export/unprinted-elements.ts";
import { readDoc } from "../core/import/doc/read-doc.ts";
import { readDocx } from "../core/import/docx/read-docx.ts";
import type { OtherText } from "../core/import/docx/read-docx.ts";
import { packageOfFlat } from "../core/import/docx/flat-package.ts";
import { openMimeArchive } from "../core/import/html/mime-archive.ts";
import { itemsOfPage, readHtml } from "../core/import/html/read-html.ts";
import type { InspectImage } from "../core/import/word/document-items.ts";
import type { ImportedFile } from "../core/import/word/imported-file.ts";
import { MAX_FILE_MB } from "../core/import/largest-file.ts";
import { looksLikeMarkdown } from "../core/import/markdown/looks-like-markdown.ts";
import { readMarkdown } from "../core/import/markdown/read-markdown.ts";
import { readRtf } from "../core/import/rtf/read-rtf.ts";
import { importText } from "../core/import/text.ts";
import { AppError } from "../core/result.ts";
import { decodeCodePage } from "./decode-code-page.ts";
import { decodeText } from "./decode-text.ts";
import { inspectImage } from "./store/images.ts";

const BYTES_PER_MB = 1024 * 1024;
/** What is read in less time than a thread takes to start, whatever stands in it. */
const quickBytes = { text: 128 * 1024, report: 2 * BYTES_PER_MB } as const;

type ImportedImage = { readonly mediaType: ImageFile["mediaType"]; readonly bytes: Uint8Array };

/** A report made of a file, and what its writer should know about it. */
export type ImportedReport = {
  readonly report: ReportDocument;
  /** Its images by their ids; the report itself holds none. */
  readonly images: ReadonlyMap<string, ImportedImage>;
  readonly warnings: readonly Warning[];
};

export type GivenFile = {
  readonly bytes: Uint8Array;
  /** For messages, and to tell a damaged report from a text. */
  readonly name: string;
  /** 报告年度; null: the one that the file names. */
  readonly year: number | null;
};

type Kind = "report" | "docx" | "compound" | "rtf" | "guarded" | "other" | "text";

const startsWith = (bytes: Uint8Array, start: string): boolean =>
  Buffer.from(bytes.subarray(0, start.length)).toString("latin1") === start;

/** What the encryption programs of offices put in front of the files that they guard. */
const guardStarts: readonly string[] = ["%TSD-Header-", "b\u0014#e"];

/** Beginnings of files that are no text, and that this version does not read, and what each is. */
const otherStarts: readonly (readonly [start: string, kind: string])[] = [
  ["%PDF-", "PDF"],
  ["Rar!", "RAR 压缩包"],
  ["7z\u00bc\u00af", "7-Zip 压缩包"],
];
/** What Word saves as XML or as an archive of pages is text by its bytes and not by its words. */
const markup: readonly (readonly [pattern: RegExp, kind: string])[] = [
  [
    /^<\?xml(?![^]*<pkg:package)[^]*(?:progid="Word\.Document"|schemas-microsoft-com\S*office\/word\/2003|wordprocessingml)/u,
    "Word 的 XML 文档",
  ],
  [/^<\?xml[^]*<uof:UOF[\s>]/iu, "UOF 标文通文档"],
  [/^<\?xml[^]*<office:document[\s>]/iu, "OpenDocument 文档"],
];

/** How pages begin, also the parts of pages that office systems hand out under the name .doc. */
const pageStart =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|meta|body|style|div|table|center|h[1-6]|p)[\s>]/iu;

/** The beginning of a file as text. */
const startOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.subarray(0, 1000))
    .toString("utf8")
    .replace(/^\uFEFF/u, "")
    .trimStart();

/** What a file is that this version does not read; undefined for any other. */
function otherKindOf(bytes: Uint8Array): string | undefined {
  const start = startOf(bytes);
  return (
    otherStarts.find(([first]) => startsWith(bytes, first))?.[1] ?? markup.find(([pattern]) => pattern.test(start))?.[1]
  );
}

const isMarkdownName = (name: string): boolean => /\.(?:md|markdown)$/iu.test(name);
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

/** What a file is by its content. Its name is believed in this: that it was meant to be a report, or Markdown. */
function kindOf(bytes: Uint8Array, name: string): Kind {
  // the third byte tells an archive, also one that was cut off, from a text that begins with these letters
  if (startsWith(bytes, "PK") && (bytes[2] ?? 0) < 0x10) return "docx";
  if (startsWith(bytes, "\u00d0\u00cf\u0011\u00e0")) return "compound";
  if (startOf(bytes).startsWith("{\\rtf")) return "rtf";
  if (guardStarts.some((start) => startsWith(bytes, start))) return "guarded";
  if (otherKindOf(bytes) !== undefined) return "other";
  if (isMarkdownName(name)) return "text";
  return name.toLowerCase().endsWith(".json") || startOf(bytes).startsWith("{") ? "report" : "text";
}

function readStoredReport(bytes: Uint8Array): ImportedReport {
  let content: unknown;
  try {
    content = JSON.parse(new TextDecoder("utf-8").decode(bytes));
  } catch (error) {
    throw new AppError("report-damaged", {}, { cause: error });
  }
  const report = readReport(content);
  const images = Object.entries(report.images).map(([id, { mediaType, base64 }]): [string, ImportedImage] => [
    id,
    { mediaType, bytes: Buffer.from(base64, "base64") },
  ]);
  return { report: { ...report, images: {} }, images: new Map(images), warnings: [] };
}

type ReadFile = (bytes: Uint8Array, inspect: InspectImage) => ImportedFile;

function readWordFile({ bytes, year }: GivenFile, read: ReadFile, now: Date): ImportedReport {
  const imported = read(bytes, inspectImage);
  const report = reportFromImport({ imported, year, id: randomUUID(), now });
  return { report, images: imported.images, warnings: imported.warnings };
}

/** The text of a file that no other reader knows. One that calls itself a Word file was never meant to be text. */
function textOf({ bytes, name }: GivenFile): string {
  try {
    return decodeText(bytes, name);
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

/** The page of an archive, and how to find its pictures. Null: the archive holds none. */
function pageOfArchive(
  bytes: Uint8Array,
): { readonly page: string; readonly bytesOf: (url: string) => Uint8Array | null } | null {
  const archive = openMimeArchive(latin(bytes));
  if (archive === null) return null;
  const { bytes: page, charset } = archive.page;
  return {
    page: /^(?:big5|gb2312|gbk|gb18030|utf-8)$/iu.test(charset)
      ? new TextDecoder(charset).decode(page)
      : decodeText(page, ""),
    bytesOf: (url) => bytesOfDataUrl(url) ?? archive.bytesOf(url),
  };
}

function readArchive(file: GivenFile, now: Date): ImportedReport {
  const found = pageOfArchive(file.bytes);
  if (found === null) throw new AppError("file-kind-unsupported", { kind: "不含网页的邮件或存档" });
  return readWordFile(file, (_, inspect) => readHtml(found.page, inspect, found.bytesOf), now);
}

/** Texts of other kinds inside a Word file. */
const otherText: OtherText = {
  decode: decodeCodePage,
  readPage: (bytes, into) => {
    if (startsWith(bytes, "PK")) return null;
    const archived = isArchive(bytes) ? pageOfArchive(bytes) : null;
    if (archived !== null) return itemsOfPage(archived.page, { ...into, bytesOf: archived.bytesOf });
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

function readByKind(file: GivenFile, now: Date): ImportedReport {
  const { bytes, name, year } = file;
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
      const text = textOf(file);
      if (/^\s*<\?xml[^]{0,400}<pkg:package[\s>]/u.test(text.slice(0, 2000))) {
        return readWordFile(file, (_, inspect) => readDocx(packageOfFlat(text, fromBase64), inspect, otherText), now);
      }
      if (isMarkdownName(name) ? /^\s*<(?:!doctype|html)[\s>]/iu.test(text) : pageStart.test(text)) {
        return readWordFile(file, (_, inspect) => readHtml(text, inspect, bytesOfDataUrl), now);
      }
      const markdown = readAsMarkdown(file, text, now);
      if (markdown !== null) return markdown;
      const imported = importText(text);
      const report = reportFromImport({ imported, year, id: randomUUID(), now });
      return { report, images: new Map(), warnings: imported.warnings };
    }
  }
}

/** Things nested in things a thousand times: no report has them, and no reader has room for them. */
const isTooDeep = (error: unknown): boolean => error instanceof RangeError && /call stack/iu.test(error.message);
const tooDeep = ({ name }: GivenFile, cause: unknown): AppError =>
  new AppError("file-too-complex", { name, reason: "内容嵌套过深" }, { cause });

/**
 * The report that a file holds, or that is made of a text or a Word file. What a file is shows in its content, not in
 * its name.
 *
 * @throws AppError file-empty, file-encrypted, file-damaged, file-too-complex, file-kind-unsupported, file-not-text,
 * file-not-word, file-owner-lock, file-too-large, not-a-report, report-damaged, report-newer-version
 */
export function readReportFile(file: GivenFile, now: Date): ImportedReport {
  try {
    if (file.bytes.length === 0) throw new AppError("file-empty");
    if (file.bytes.length > MAX_FILE_MB * BYTES_PER_MB) throw new AppError("file-too-large", { limitMb: MAX_FILE_MB });
    const read = readByKind(file, now);
    // here and not in the readers, so that none of them can leave it out
    return { ...read, warnings: [...unprintedAtImport(read.report), ...read.warnings] };
  } catch (error) {
    // the readers know the content alone; the user knows the file by its name
    if (!(error instanceof AppError)) throw isTooDeep(error) ? tooDeep(file, error) : error;
    throw new AppError(error.code, { name: file.name, ...error.details }, { cause: error });
  }
}

/** Whether a file is a report of this program's own. */
export const isReportFile = (bytes: Uint8Array, name: string): boolean => kindOf(bytes, name) === "report";

/** Whether a file is read so soon, whatever stands in it, that it needs no thread of its own. */
export function isQuicklyRead({ bytes, name }: GivenFile): boolean {
  const kind = kindOf(bytes, name);
  // the parser of Markdown can be made to take its time
  if (isMarkdownName(name)) return false;
  if (kind === "text" && bytes.length <= quickBytes.text && looksLikeMarkdown(Buffer.from(bytes).toString("utf8"))) {
    return false;
  }
  return (kind === "text" || kind === "report") && bytes.length <= quickBytes[kind];
}
