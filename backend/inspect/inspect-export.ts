import { inspectFiles } from "../../core/inspect/inspect-files.ts";
import { type InspectedFaces, unreadable } from "../../core/inspect/inspected.ts";
import type { Inspection } from "../../core/inspect/inspection.ts";
import { layoutOf } from "../../core/layout/rules/layout.ts";
import { createFaces } from "../faces/create-faces.ts";
import type { FaceSources } from "../pdf/print-task.ts";
import type { InspectionJob } from "../pdf/printer.ts";
import { readDocxBack } from "./docx/read-docx-back.ts";
import { readPdf } from "./pdf/read-pdf.ts";

/** A file that cannot be read back is no reason to lose the export: its rows say so. */
function readBack<T>(bytes: Uint8Array | null, read: (bytes: Uint8Array) => T): T | typeof unreadable | null {
  if (bytes === null) return null;
  try {
    return read(bytes);
  } catch {
    return unreadable;
  }
}

/** A DOCX names its faces and holds none: only what a PDF was set in has to be opened. */
function inspectedFaces({ style, pdf }: InspectionJob, sources: FaceSources): InspectedFaces {
  if (pdf === null) return { faceOf: () => ({ name: "", substituted: false }), wordsFor: (name) => name, uses: [] };
  const faces = createFaces({ ...sources, style });
  return {
    faceOf: (role, codePoint) => {
      const { face, substituted } = faces.setCharacter(role, codePoint);
      return { name: faces.postScriptNameOf(face), substituted };
    },
    wordsFor: faces.wordsFor,
    uses: faces.uses(),
  };
}

/** 版面体检单 of the files of an export, read back from their bytes. */
export function inspectExport(job: InspectionJob, sources: FaceSources): Inspection {
  const { report, style, program, imageIds, docx, pdf } = job;
  const images = new Set(imageIds);
  return inspectFiles({
    report,
    hasImage: (imageId) => images.has(imageId),
    program,
    layout: layoutOf(style),
    faces: inspectedFaces(job, sources),
    docx: readBack(docx, readDocxBack),
    pdf: readBack(pdf, readPdf),
  });
}
