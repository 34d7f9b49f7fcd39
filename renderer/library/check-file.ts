/** The largest text file that is read: some four million Chinese characters, far beyond any report. */
export const MAX_TEXT_FILE_BYTES = 10 * 1024 * 1024;

const wordProcessorFiles = ["doc", "docx", "wps", "wpt", "dot", "dotx", "docm", "rtf", "odt", "ofd", "uot"];

/**
 * Says why a file cannot be brought in, before any of it is read; null when it may be tried.
 * The backend looks again, at the content.
 */
export function checkFile(file: { readonly name: string; readonly size: number }): string | null {
  const kind = /\.([^.]+)$/u.exec(file.name)?.[1]?.toLowerCase() ?? "";
  if (wordProcessorFiles.includes(kind)) {
    return "现在还不能直接读取这种文件。请在 Word 或 WPS 里打开它，用“另存为”选“纯文本（.txt）”存一份，再打开那个 .txt 文件。";
  }
  if (kind !== "txt") {
    return "只能打开纯文本文件（.txt）。请在原来的程序里把它另存为 .txt，再打开。";
  }
  if (file.size === 0) return "这个文件是空的。请检查是不是选错了文件。";
  if (file.size > MAX_TEXT_FILE_BYTES) {
    return `这个文件有 ${Math.ceil(file.size / 1024 / 1024)} MB，超过了 10 MB，不像是一份报告。请检查是不是选错了文件。`;
  }
  return null;
}
