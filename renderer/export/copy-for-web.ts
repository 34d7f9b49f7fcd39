import { webFragment } from "../../core/export/web-fragment.ts";
import { windowReport } from "../editor/saving/unsaved-text.ts";
import { announce } from "../ui/toast.tsx";

/**
 * 复制为网页格式: the open report as HTML and as plain text in the clipboard, to be pasted into the editor of a website.
 * The copy event carries both without a permission, in the desktop window as in a browser.
 */
export function copyReportForWeb(inlineStyles: boolean): void {
  const report = windowReport();
  if (report === null) return;
  const { html, text } = webFragment(report, { inlineStyles });
  const fill = (event: ClipboardEvent): void => {
    event.preventDefault();
    event.stopImmediatePropagation();
    event.clipboardData?.setData("text/html", html);
    event.clipboardData?.setData("text/plain", text);
  };
  window.addEventListener("copy", fill, { capture: true, once: true });
  // the asynchronous clipboard asks for a permission that the desktop window refuses to everything
  // eslint-disable-next-line @typescript-eslint/no-deprecated
  const copied = document.execCommand("copy");
  window.removeEventListener("copy", fill, { capture: true });
  announce({
    message: copied
      ? `已复制整篇报告${inlineStyles ? "和纸面样式" : "，不带样式"}，可以粘贴到网站后台。图片只写名称，请在网站上另行插入。`
      : "没有复制成功。请点一下正文再试一次，或导出“网页”文件。",
  });
}
