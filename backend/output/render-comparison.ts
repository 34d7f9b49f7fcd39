import type { DocxFaces } from "../../core/export/docx/docx-options.ts";
import { docxFaces } from "../../core/layout/fonts.ts";
import { AppError } from "../../core/result.ts";
import { installedFaces } from "../fonts.ts";
import type { ReportWork } from "../work/report-work.ts";
import { type Pair, textOf } from "./comparison.ts";

/** @throws AppError docx-failed, work-too-slow, work-too-large, cancelled */
export async function renderComparison(
  { now, old }: Pair,
  westernFace: DocxFaces["westernFace"],
  work: Pick<ReportWork, "compare">,
  signal: AbortSignal,
): Promise<Uint8Array> {
  const { createdAt, updatedAt, meta } = now;
  try {
    const texts = { old, now: textOf(now), author: meta.issuingOrgan, createdAt, updatedAt };
    return await work.compare({ texts, options: { fonts: docxFaces(await installedFaces()), westernFace } }, signal);
  } catch (error) {
    throw error instanceof AppError ? error : new AppError("docx-failed", {}, { cause: error });
  }
}
