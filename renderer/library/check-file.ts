import { MAX_FILE_MB } from "../../core/import/largest-file.ts";

/** The largest text file that is read: some four million Chinese characters, far beyond any report. */
export const MAX_TEXT_FILE_BYTES = 10 * 1024 * 1024;
/** The largest Word or report file, with its pictures. */
const MAX_FILE_BYTES = MAX_FILE_MB * 1024 * 1024;

const wordFiles = ["docx", "docm", "dotx", "doc", "dot", "wps", "wpt", "rtf"];
const textFiles = ["txt", "md", "markdown", "htm", "html"];
const otherFiles = ["odt", "ofd", "uot"];

/** What the file picker offers. */
export const ACCEPTED_FILES = ".docx,.doc,.wps,.docm,.dotx,.rtf,.txt,.md,.markdown,.html,.htm,.json,text/plain";

const endingOf = (name: string): string => /\.([^.]+)$/u.exec(name)?.[1]?.toLowerCase() ?? "";

/** Whether a file is one that a report can be made of, by its name. */
export const isReportFileName = (name: string): boolean =>
  [...wordFiles, ...textFiles, "json"].includes(endingOf(name));

/**
 * Says why a file cannot be brought in, before any of it is read; null when it may be tried.
 * The backend looks again, at the content.
 */
export function checkFile(file: { readonly name: string; readonly size: number }): string | null {
  const kind = endingOf(file.name);
  if (otherFiles.includes(kind)) {
    return "现在还不能直接读取这种文件。请在 Word 或 WPS 里打开它，用“另存为”存成 .docx，再打开那个 .docx 文件。";
  }
  const mayHoldPictures = wordFiles.includes(kind) || kind === "json";
  if (!textFiles.includes(kind) && !mayHoldPictures) {
    return "只能打开 Word 或 WPS 文件（.docx、.doc、.wps、.rtf）、网页（.html）、纯文本文件（.txt）、Markdown 文件（.md）和年报台的报告文件（.json）。请在原来的程序里把它另存为其中一种，再打开。";
  }
  if (file.size === 0) return "这个文件是空的。请检查是不是选错了文件。";
  const most = mayHoldPictures ? MAX_FILE_BYTES : MAX_TEXT_FILE_BYTES;
  if (file.size > most) {
    const [size, limit] = [file.size, most].map((bytes) => Math.ceil(bytes / 1024 / 1024));
    return `这个文件有 ${size} MB，超过了 ${limit} MB，不像是一份报告。请检查是不是选错了文件。`;
  }
  return null;
}
