import { AppError } from "../../core/result.ts";
import { installedFaceFiles } from "../faces/face-files.ts";
import { createStandingThread, type StandingThread } from "../thread/standing-thread.ts";
import type { ThreadLimits } from "../thread/run-in-thread.ts";
import type { PrintQuestion, PrintTask } from "./print-task.ts";
import type { PdfPrinter } from "./printer.ts";

/** A report of 350 pages takes a second or two. */
const PRINT_WITHIN_MS = 120_000;
/** Of which the faces of a computer may take 200, and a report of 350 pages with its glyphs as much. */
const MAX_HEAP_MB = 1_024;
const IDLE_MS = 5 * 60_000;

/** A DOCX alone is inspected without a face, and a face that is named is found: the system need not be asked for its own. */
const needsFaces = (question: PrintQuestion): boolean =>
  question.kind !== "face" && (question.kind !== "inspect" || question.job.pdf !== null);

/**
 * Lays reports out and draws them in a thread that keeps its faces open from one report to the next.
 * @param facesFolder holds the program's own faces
 * @param options limits for tests
 */
export function createThreadPrinter(
  facesFolder: string,
  options: Partial<ThreadLimits> = {},
): PdfPrinter & Pick<StandingThread<PrintTask>, "warmUp"> {
  const failed = (reason: string, cause?: unknown): AppError =>
    new AppError("pdf-failed", reason === "" ? {} : { reason }, { cause });
  const thread = createStandingThread<PrintTask>({
    load: () => import("./print-worker.ts?code"),
    limits: { withinMs: PRINT_WITHIN_MS, maxHeapMb: MAX_HEAP_MB, ...options },
    idleMs: IDLE_MS,
    failed,
  });
  const ask = async <T>(question: PrintQuestion, signal: AbortSignal | undefined): Promise<T> => {
    const installed = needsFaces(question) ? await installedFaceFiles() : new Map();
    const sources = { installed, ownFolder: facesFolder };
    try {
      return await thread.ask<T>({ ...question, sources }, signal);
    } catch (error) {
      throw error instanceof AppError ? error : failed("", error);
    }
  };
  return {
    print: (job, signal) => ask({ kind: "print", job }, signal),
    layOut: (job, signal) => ask({ kind: "layOut", job }, signal),
    draw: (job, signal) => ask({ kind: "draw", job }, signal),
    face: (job, signal) => ask({ kind: "face", job }, signal),
    inspect: (job, signal) => ask({ kind: "inspect", job }, signal),
    warmUp: () => thread.warmUp(),
    close: () => thread.close(),
  };
}
