import { type EventPayload, type ExportFormat } from "../../core/contract.ts";
import { type FontRole } from "../../core/layout/font-role.ts";

export const formatNames: Readonly<Record<ExportFormat, { readonly name: string; readonly use: string }>> = {
  docx: { name: "Word 文档（.docx）", use: "送审、会签、继续修改" },
  pdf: { name: "PDF 文件（.pdf）", use: "打印、报送，版面不会变" },
  txt: { name: "纯文本（.txt）", use: "粘贴到别的系统" },
  html: { name: "网页（.html）", use: "交网站公开" },
};

/** The official faces by the role they play on the page. */
export const fontRoleNames: Readonly<Record<FontRole, string>> = {
  fangsong: "正文",
  kaiti: "二级标题",
  heiti: "一级标题",
  xiaobiaosong: "大标题",
  songti: "页码和表格",
};

const shortNames: Readonly<Record<ExportFormat, string>> = {
  docx: "Word 文档",
  pdf: "PDF",
  txt: "纯文本",
  html: "网页",
};

/** What is being done right now. */
export function progressText(progress: EventPayload<"export.progress"> | null): string {
  if (!progress) return "正在准备";
  const name = shortNames[progress.format];
  switch (progress.step) {
    case "layout":
      return `正在排版${name}`;
    case "inspect":
      return "正在体检版面";
    case "write":
      return `正在写入${name}`;
    case "done":
      return `${name}已完成`;
  }
}

/** The size of a file as people read it. */
export function sizeText(bytes: number): string {
  return bytes < 1024 * 1024 ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
