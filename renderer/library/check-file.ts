import { describeError } from "../../core/error-wording.ts";
import { otherKind, readableEndings, readableKind } from "../../core/import/file-endings.ts";
import { MAX_FILE_MB, MAX_TEXT_MB } from "../../core/import/largest-file.ts";

/** What the file picker offers. */
export const ACCEPTED_FILES = readableEndings();

/** Whether a file is one that a report can be made of, by its name. */
export const isReportFileName = (name: string): boolean => readableKind(name) !== null;

/**
 * Says why a file cannot be brought in, before any of it is read; null when it may be tried.
 * The backend looks again, at the content.
 */
export function checkFile(file: { readonly name: string; readonly size: number }): string | null {
  const kind = readableKind(file.name);
  if (kind === null) {
    const other = otherKind(file.name);
    if (other !== null) return describeError("file-kind-unsupported", { name: file.name, kind: other });
    return "只能打开 Word 或 WPS 文件（.docx、.doc、.wps、.rtf）、网页（.html、.mht）、纯文本文件（.txt）、Markdown 文件（.md）和年报台的报告文件（.json）。请在原来的程序里把它另存为其中一种，再打开。";
  }
  if (file.size === 0) return "这个文件是空的。请检查是不是选错了文件。";
  const limit = kind === "text" ? MAX_TEXT_MB : MAX_FILE_MB;
  if (file.size > limit * 1024 * 1024) {
    const size = Math.ceil(file.size / 1024 / 1024);
    return `这个文件有 ${size} MB，超过了 ${limit} MB，不像是一份报告。请检查是不是选错了文件。`;
  }
  return null;
}
