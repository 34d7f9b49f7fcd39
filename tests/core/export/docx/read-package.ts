import { standardLayout } from "../../../../core/layout/rules/layout.ts";
import { strFromU8, unzipSync } from "fflate";
import { exportDocx } from "../../../../core/export/docx/export-docx.ts";
import type { DocxOptions } from "../../../../core/export/docx/docx-options.ts";
import type { ReportDocument } from "../../../../core/document/schema.ts";
import { docxFaces } from "../../../../core/layout/fonts.ts";
import { SAMPLE_IMAGE_ID, sampleImageBytes } from "../sample-report.ts";

export const docxOptions: DocxOptions = {
  images: new Map([[SAMPLE_IMAGE_ID, { mediaType: "image/png", bytes: sampleImageBytes }]]),
  fonts: docxFaces(new Set()),
  layout: standardLayout,
};

/** The parts of a DOCX as text, by path. */
export function readPackage(bytes: Uint8Array): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]));
}

export const exportedParts = async (
  report: ReportDocument,
  options: DocxOptions = docxOptions,
): Promise<Readonly<Record<string, string>>> => readPackage(await exportDocx(report, options));

/** One element a line, for people to review; name space declarations and names of media files left out. */
export function normaliseXml(xml: string): string {
  return xml
    .replace(/ xmlns:\w+="[^"]*"| mc:Ignorable="[^"]*"/gu, "")
    .replace(/media\/[\w.-]+/gu, "media/…")
    .replace(/></gu, ">\n<");
}
