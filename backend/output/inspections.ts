import { join } from "node:path";
import type { ReportDocument } from "../../core/document/schema.ts";
import { summariseReport } from "../../core/document/summarise.ts";
import type { Inspection } from "../../core/inspect/inspection.ts";
import { docxFaces } from "../../core/layout/fonts.ts";
import type { HouseStyle } from "../../core/layout/rules/house-style.ts";
import { layoutOf } from "../../core/layout/rules/layout.ts";
import { AppError } from "../../core/result.ts";
import { installedFaces } from "../fonts.ts";
import { fileNameOf } from "./file-name.ts";
import { writeOutput } from "./write-output.ts";

type Kept = { readonly report: ReportDocument; readonly inspection: Inspection };
type Target = { readonly folder: string; readonly overwrite: boolean; readonly style: HouseStyle };

/** Reports whose last inspection is kept for printing. */
const KEPT = 8;

/** 版面体检单 of the last export of each report, as long as the program runs. */
export type Inspections = {
  keep(report: ReportDocument, inspection: Inspection | null): void;
  /** @throws AppError report-not-found where there is none, file-exists, and what `writeOutput` throws */
  write(id: string, target: Target): Promise<{ readonly name: string; readonly bytes: number }>;
};

export function createInspections(): Inspections {
  const kept = new Map<string, Kept>();
  return {
    keep: (report, inspection) => {
      kept.delete(report.id);
      if (inspection !== null) kept.set(report.id, { report, inspection });
      for (const oldest of [...kept.keys()].slice(0, -KEPT)) kept.delete(oldest);
    },
    write: async (id, { folder, overwrite, style }) => {
      const found = kept.get(id);
      if (found === undefined) throw new AppError("report-not-found");
      const { report, inspection } = found;
      const { title } = summariseReport(report);
      const name = fileNameOf(title, "docx", { suffix: "版面体检单", folder });
      const { createdAt, updatedAt, meta } = report;
      const paper = { title, inspection, author: meta.issuingOrgan, createdAt, updatedAt };
      const { inspectionDocx } = await import("../../core/export/docx/inspection-docx.ts");
      const bytes = await inspectionDocx(paper, {
        fonts: docxFaces(await installedFaces(), style.faces),
        layout: layoutOf(style),
      });
      await writeOutput(join(folder, name), bytes, { overwrite });
      return { name, bytes: bytes.length };
    },
  };
}
