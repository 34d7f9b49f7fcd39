import { BrowserWindow, session, type Session } from "electron";
import { randomUUID } from "node:crypto";
import { describeFonts, findFacesExpression } from "../backend/pdf/fonts.ts";
import { finishPdf } from "../backend/pdf/finish.ts";
import { pdfOptions, type PdfPrinter, type PrintedPdf, type PrintJob } from "../backend/pdf/printer.ts";
import { printContentSecurityPolicy as policy } from "../core/content-security-policy.ts";
import { AppError } from "../core/result.ts";
import { lockSession } from "./lockdown.ts";
import { answer, answerFile, answerImage, printPrefix } from "./protocol.ts";
import { sealedPreferences } from "./sealed-preferences.ts";

const PRINT_WITHIN_MS = 120_000;

export type PdfWindowOptions = {
  /** The built window's folder; its `fonts/` holds `fonts.css`. */
  readonly windowFolder: string;
  readonly now: () => Date;
};

/** Answers `app://print/<job>/…`: the job's page, its pictures from memory, the program's faces from disk. */
async function answerPrint(url: string, jobs: ReadonlyMap<string, PrintJob>, windowFolder: string): Promise<Response> {
  const [, jobId = "", path = ""] = /^\/([^/]+)(\/.*)$/u.exec(new URL(url).pathname) ?? [];
  const job = url.startsWith(printPrefix) ? jobs.get(jobId) : undefined;
  if (job === undefined) return answerImage(null, policy);
  if (path === "/") return answer(200, "text/html; charset=utf-8", job.html, policy);
  if (path.startsWith("/fonts/")) return answerFile(windowFolder, path, policy);
  return answerImage(job.images.get(path.replace(/^\/images\//u, "")), policy);
}

/** Fails when the user cancels, the time is over, or the printing process dies: those promises never settle. */
function failure(window: BrowserWindow, signal: AbortSignal): Promise<never> {
  return new Promise((_resolve, reject) => {
    signal.addEventListener("abort", () => reject(new AppError("cancelled")), { once: true });
    const late = setTimeout(() => reject(new AppError("pdf-failed", {}, { cause: "too slow" })), PRINT_WITHIN_MS);
    window.once("closed", () => clearTimeout(late));
    window.webContents.once("render-process-gone", (_event, { reason }) =>
      reject(new AppError("pdf-failed", {}, { cause: reason })),
    );
  });
}

async function printPage(window: BrowserWindow, url: string, job: PrintJob, now: () => Date): Promise<PrintedPdf> {
  await window.loadURL(url);
  const found = (await window.webContents.executeJavaScript(findFacesExpression)) as string[];
  const printed = await window.webContents.printToPDF({
    ...pdfOptions,
    generateTaggedPDF: true,
    generateDocumentOutline: true,
    // Electron's own default is a centimetre; the style sheet's margins are the only ones.
    margins: { top: 0, bottom: 0, left: 0, right: 0 },
  });
  const finished = finishPdf(printed, { title: job.title, author: job.author, createdAt: now() });
  return { ...finished, fonts: describeFonts(found) };
}

/**
 * Prints with the shell's own Chromium: each job in a hidden window of its own, one at a time, in a session that
 * lives in memory, can reach nothing but the job, and shares nothing with the window that the user sees.
 */
export function createPdfWindowPrinter({ windowFolder, now }: PdfWindowOptions): PdfPrinter {
  const jobs = new Map<string, PrintJob>();
  const ending = new AbortController();
  let printSession: Session | null = null;
  let queue: Promise<unknown> = Promise.resolve();

  const openSession = (): Session => {
    if (printSession !== null) return printSession;
    printSession = session.fromPartition("print", { cache: false });
    lockSession(printSession, printPrefix);
    printSession.protocol.handle("app", ({ url }) => answerPrint(url, jobs, windowFolder));
    return printSession;
  };
  const printOnce = async (job: PrintJob, signal: AbortSignal): Promise<PrintedPdf> => {
    if (signal.aborted) throw new AppError("cancelled");
    const id = randomUUID();
    jobs.set(id, job);
    const window = new BrowserWindow({
      show: false,
      // Never shown, but it must lay out and load faces as if it were.
      webPreferences: { ...sealedPreferences, session: openSession(), backgroundThrottling: false },
    });
    const printing = printPage(window, `${printPrefix}${id}/`, job, now);
    // Once the race is lost, the destroyed window makes it fail with nobody listening.
    printing.catch(() => undefined);
    try {
      return await Promise.race([printing, failure(window, signal)]);
    } catch (error) {
      throw error instanceof AppError ? error : new AppError("pdf-failed", {}, { cause: error });
    } finally {
      jobs.delete(id);
      if (!window.isDestroyed()) window.destroy();
    }
  };
  return {
    print: (job, signal) => {
      const signals = signal === undefined ? [ending.signal] : [ending.signal, signal];
      const printing = queue.then(() => printOnce(job, AbortSignal.any(signals)));
      queue = printing.catch(() => undefined);
      return printing;
    },
    close: () => {
      ending.abort();
      return queue.then(() => undefined);
    },
  };
}
