import { standardLayout } from "../../../core/layout/rules/layout.ts";
import { standardStyle } from "../../../core/layout/rules/house-style.ts";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { createFaces } from "../../../backend/faces/create-faces.ts";
import { openFace } from "../../../backend/faces/open-face.ts";
import { inspectExport } from "../../../backend/inspect/inspect-export.ts";
import { drawPdf } from "../../../backend/pdf/draw/draw-pdf.ts";
import { programFolders } from "../../../backend/program-folder.ts";
import { assembleReport } from "../../../core/document/assemble.ts";
import type { ReportDocument } from "../../../core/document/schema.ts";
import { exportDocx } from "../../../core/export/docx/export-docx.ts";
import type { Inspection, InspectionRow } from "../../../core/inspect/inspection.ts";
import { docxFaces } from "../../../core/layout/fonts.ts";
import type { LayoutProgram } from "../../../core/layout/lines/layout-program.ts";
import { layOutReport } from "../../../core/layout/pages/lay-out-report.ts";
import type { Line, Page, PageItem, Run } from "../../../core/layout/pages/page.ts";

const sources = { installed: new Map(), ownFolder: programFolders.faces };
const metadata = { title: "报告", author: "", createdAt: new Date("2026-03-01T00:00:00Z") };

/** What is done to the files between their making and their inspection. */
export type Damage = {
  readonly pages?: (pages: readonly Page[]) => readonly Page[];
  /** Of a part of the DOCX, by its name: its XML anew. */
  readonly parts?: Readonly<Record<string, (xml: string) => string>>;
  readonly docx?: (bytes: Uint8Array) => Uint8Array;
  readonly pdf?: (bytes: Uint8Array) => Uint8Array;
  /** The program that is said to have been laid out for. */
  readonly program?: LayoutProgram;
  /** The pictures of the report, by id; without them their words stand in their places. */
  readonly images?: ReadonlyMap<string, { readonly mediaType: string; readonly bytes: Uint8Array }>;
  /** The report that the files should be of. */
  readonly report?: ReportDocument;
};

const facesOf = () => createFaces({ ...sources, style: standardStyle });

/** The program's own faces, by what they are for. */
export const faceFor = (role: "kaiti" | "heiti" | "fangsong"): string => facesOf().setCharacter(role, 0x6587).face;

function withParts(docx: Uint8Array, parts: NonNullable<Damage["parts"]>): Uint8Array {
  const files = unzipSync(docx);
  for (const [name, change] of Object.entries(parts)) {
    const before = strFromU8(files[name] ?? new Uint8Array());
    const after = change(before);
    if (after === before) throw new Error(`Nothing was changed in ${name}`);
    files[name] = strToU8(after);
  }
  return zipSync(files);
}

/** 版面体检单 of a report's files, made with the program's own faces alone, and damaged before they are read back. */
export async function inspectDamaged(report: ReportDocument, damage: Damage = {}): Promise<Inspection> {
  const faces = facesOf();
  const images: NonNullable<Damage["images"]> = damage.images ?? new Map();
  const laid = layOutReport(assembleReport(report), { faces, program: "word", hasImage: (id) => images.has(id) });
  const pages = damage.pages?.(laid) ?? laid;
  const pdf = await drawPdf({ pages, openFace, images, metadata });
  const options = { images, fonts: docxFaces(new Set()), layout: standardLayout } as const;
  const docx = withParts(await exportDocx(report, options), damage.parts ?? {});
  const job = {
    report: damage.report ?? report,
    imageIds: [...images.keys()],
    style: standardStyle,
    stamped: false,
    program: damage.program ?? "word",
    docx: damage.docx?.(docx) ?? docx,
    pdf: damage.pdf?.(pdf) ?? pdf,
  } as const;
  return inspectExport(job, sources);
}

export const attentionOf = ({ rows }: Inspection): readonly string[] =>
  rows.filter(({ verdict }) => verdict === "attention").map(({ id }) => id);

export function rowOf({ rows }: Inspection, id: string): InspectionRow {
  const row = rows.find((one) => one.id === id);
  if (row === undefined) throw new Error(`No row ${id}`);
  return row;
}

/** Pages with some of their lines changed; null takes a line out. */
export const withLines = (pages: readonly Page[], change: (line: Line, page: number) => Line | null): readonly Page[] =>
  pages.map((page, index) => ({
    ...page,
    items: page.items.flatMap((item): readonly PageItem[] => {
      const line = item.kind === "line" ? change(item, index) : item;
      return line === null ? [] : [line];
    }),
  }));

export const textOfLine = ({ runs }: Line): string => runs.map(({ text }) => text).join("");

export const withRuns = (line: Line, change: (run: Run) => Run): Line => ({ ...line, runs: line.runs.map(change) });
