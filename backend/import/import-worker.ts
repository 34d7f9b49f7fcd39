import { parentPort, workerData } from "node:worker_threads";
import type { GivenFile } from "../file-kind.ts";
import type { ImportedReport } from "../read-own-report.ts";
import { readReportFile } from "../read-report-file.ts";
import { refusalOf, type ThreadAnswer } from "../thread/thread-answer.ts";

/** What the thread is started with. */
export type ReadingTask = { readonly file: GivenFile; readonly now: Date };

/** Bytes whose memory can be handed over instead of copied: that of small buffers is shared with others. */
const isWhole = ({ buffer, byteLength }: Uint8Array): boolean =>
  buffer instanceof ArrayBuffer && buffer.byteLength === byteLength;

function answerWith({ file, now }: ReadingTask): {
  answer: ThreadAnswer<ImportedReport>;
  handedOver: readonly ArrayBuffer[];
} {
  try {
    const { report, images, warnings } = readReportFile(file, now);
    const whole = [...images].map(([id, image]) => {
      const bytes = isWhole(image.bytes) ? image.bytes : Uint8Array.from(image.bytes);
      return [id, { ...image, bytes }] as const;
    });
    const handedOver = whole.map(([, { bytes }]) => bytes.buffer as ArrayBuffer);
    const imported = { report, images: new Map(whole), warnings };
    return { answer: { kind: "done", value: imported }, handedOver: [...new Set(handedOver)] };
  } catch (error) {
    return { answer: refusalOf(error), handedOver: [] };
  }
}

const { answer, handedOver } = answerWith(workerData as ReadingTask);
parentPort?.postMessage(answer, handedOver);
