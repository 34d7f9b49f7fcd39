import { type ReportDocument } from "../../core/document/schema.ts";
import { useConnection } from "../connection.ts";
import { call } from "../desk.ts";
import { windowReport } from "../editor/saving/unsaved-text.ts";
import { announce, announceFailure } from "../ui/toast.tsx";

/** Hands a report to the browser as a file, which 打开文件 takes back. */
function downloadReport(report: ReportDocument): void {
  const url = URL.createObjectURL(new Blob([JSON.stringify(report)], { type: "application/json" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = `报告副本-${report.year}年度.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/**
 * 另存副本: the text of the window as a report of its own. Without the backend it goes into a file of the browser.
 * True when it is safe.
 */
export async function saveCopy(report: ReportDocument | null = windowReport()): Promise<boolean> {
  if (report === null) return false;
  if (useConnection.getState().state !== "up") {
    downloadReport(report);
    announce({ message: "副本已存到浏览器的下载文件夹。以后可以用“打开文件”把它放回报告库。" });
    return true;
  }
  try {
    const copy = await call("report.saveCopy", { report });
    announce({ message: `已另存为“${copy.title}”，在报告库中。` });
    return true;
  } catch (error) {
    announceFailure(error);
    return false;
  }
}
