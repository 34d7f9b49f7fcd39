import { comparisonDocx } from "../../core/export/docx/comparison-docx.ts";
import type { DocxFaces } from "../../core/export/docx/docx-options.ts";
import { docxFaces } from "../../core/layout/fonts.ts";
import { AppError } from "../../core/result.ts";
import { installedFaces } from "../fonts.ts";
import { type Pair, textOf } from "./comparison.ts";

/** @throws AppError docx-failed */
export async function renderComparison({ now, old }: Pair, westernFace: DocxFaces["westernFace"]): Promise<Uint8Array> {
  const { createdAt, updatedAt, meta } = now;
  try {
    return await comparisonDocx(
      { old, now: textOf(now), author: meta.issuingOrgan, createdAt, updatedAt },
      { fonts: docxFaces(await installedFaces()), westernFace },
    );
  } catch (error) {
    throw error instanceof AppError ? error : new AppError("docx-failed", {}, { cause: error });
  }
}
