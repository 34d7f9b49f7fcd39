import { parentPort, workerData } from "node:worker_threads";
import { AppError, type ErrorCode, type ErrorDetails } from "../../core/result.ts";
import { type GivenFile, type ImportedReport, readReportFile } from "../read-report-file.ts";

/** What the thread is started with. */
export type ReadingTask = { readonly file: GivenFile; readonly now: Date };

/** What it answers, once. */
export type ReadingAnswer =
  | { readonly kind: "read"; readonly imported: ImportedReport }
  | { readonly kind: "refused"; readonly code: ErrorCode; readonly details: ErrorDetails }
  | { readonly kind: "failed"; readonly error: unknown };

/** Bytes whose memory can be handed over instead of copied: that of small buffers is shared with others. */
const isWhole = ({ buffer, byteLength }: Uint8Array): boolean =>
  buffer instanceof ArrayBuffer && buffer.byteLength === byteLength;

function answerWith({ file, now }: ReadingTask): { answer: ReadingAnswer; handedOver: readonly ArrayBuffer[] } {
  try {
    const { report, images, warnings } = readReportFile(file, now);
    const whole = [...images].map(([id, image]) => {
      const bytes = isWhole(image.bytes) ? image.bytes : Uint8Array.from(image.bytes);
      return [id, { ...image, bytes }] as const;
    });
    const handedOver = whole.map(([, { bytes }]) => bytes.buffer as ArrayBuffer);
    const imported = { report, images: new Map(whole), warnings };
    return { answer: { kind: "read", imported }, handedOver: [...new Set(handedOver)] };
  } catch (error) {
    const isExpected = error instanceof AppError;
    const answer: ReadingAnswer = isExpected
      ? { kind: "refused", code: error.code, details: error.details }
      : { kind: "failed", error };
    return { answer, handedOver: [] };
  }
}

const { answer, handedOver } = answerWith(workerData as ReadingTask);
parentPort?.postMessage(answer, handedOver);
