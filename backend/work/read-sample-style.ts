import type { SampleStyle } from "../../core/layout/rules/style-from-sample.ts";
import { AppError } from "../../core/result.ts";
import { createReportWork } from "./report-work.ts";

/**
 * 照一份排好的 Word 文件的版式, read in a thread of its own.
 * @throws AppError style-invalid, file-…, work-too-slow, work-too-large, cancelled
 */
export async function readSampleStyle(
  { name, bytes }: { readonly name: string; readonly bytes: Uint8Array },
  signal?: AbortSignal,
): Promise<SampleStyle> {
  const work = createReportWork();
  try {
    return await work.readSample({ bytes }, signal);
  } catch (error) {
    throw error instanceof AppError ? new AppError(error.code, { name, ...error.details }, { cause: error }) : error;
  } finally {
    await work.close();
  }
}
