import { MAX_FILE_MB } from "../core/import/largest-file.ts";
import { looksLikeMarkdown } from "../core/import/markdown/looks-like-markdown.ts";

const BYTES_PER_MB = 1024 * 1024;
/** What is read in less time than a thread takes to start, whatever stands in it. */
const quickBytes = { text: 128 * 1024, report: 2 * BYTES_PER_MB } as const;

export type GivenFile = {
  readonly bytes: Uint8Array;
  /** For messages, and to tell a damaged report from a text. */
  readonly name: string;
  /** 报告年度; null: the one that the file names. */
  readonly year: number | null;
};

type Kind = "report" | "docx" | "compound" | "rtf" | "guarded" | "other" | "text";

export const startsWith = (bytes: Uint8Array, start: string): boolean =>
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

/** The beginning of a file as text. */
export const startOf = (bytes: Uint8Array): string =>
  Buffer.from(bytes.subarray(0, 1000))
    .toString("utf8")
    .replace(/^\uFEFF/u, "")
    .trimStart();

/** What a file is that this version does not read; undefined for any other. */
export function otherKindOf(bytes: Uint8Array): string | undefined {
  const start = startOf(bytes);
  return (
    otherStarts.find(([first]) => startsWith(bytes, first))?.[1] ?? markup.find(([pattern]) => pattern.test(start))?.[1]
  );
}

export const isMarkdownName = (name: string): boolean => /\.(?:md|markdown)$/iu.test(name);
/** What a file is by its content. Its name is believed in this: that it was meant to be a report, or Markdown. */
export function kindOf(bytes: Uint8Array, name: string): Kind {
  // the third byte tells an archive, also one that was cut off, from a text that begins with these letters
  if (startsWith(bytes, "PK") && (bytes[2] ?? 0) < 0x10) return "docx";
  if (startsWith(bytes, "\u00d0\u00cf\u0011\u00e0")) return "compound";
  // a part of a rich text lacks its first word
  if (/^\{\\(?:rtf|[a-z]{2,})/u.test(startOf(bytes))) return "rtf";
  if (guardStarts.some((start) => startsWith(bytes, start))) return "guarded";
  if (otherKindOf(bytes) !== undefined) return "other";
  if (isMarkdownName(name)) return "text";
  // {附件} begins a text, {"kind" a report
  return name.toLowerCase().endsWith(".json") || /^\{\s*(?:["}]|$)/u.test(startOf(bytes)) ? "report" : "text";
}

/** Whether a file is a report of this program's own. */
export const isReportFile = (bytes: Uint8Array, name: string): boolean => kindOf(bytes, name) === "report";

/** Whether a file is read or refused so soon, whatever stands in it, that it needs no thread of its own. */
export function isQuicklyRead({ bytes, name }: GivenFile): boolean {
  if (bytes.length > MAX_FILE_MB * BYTES_PER_MB) return true;
  const kind = kindOf(bytes, name);
  // the parser of Markdown can be made to take its time
  if (isMarkdownName(name)) return false;
  if (kind === "text" && bytes.length <= quickBytes.text && looksLikeMarkdown(Buffer.from(bytes).toString("utf8"))) {
    return false;
  }
  return (kind === "text" || kind === "report") && bytes.length <= quickBytes[kind];
}
