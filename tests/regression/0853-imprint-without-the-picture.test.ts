import { standardStyle } from "../../core/layout/rules/house-style.ts";
import { beforeAll, expect, it } from "vitest";
import { render, type RenderSource } from "../../backend/output/render.ts";
import { layOutPages, printReport } from "../../backend/pdf/print-report.ts";
import type { PdfPrinter } from "../../backend/pdf/printer.ts";
import { programFolders } from "../../backend/program-folder.ts";
import type { Block } from "../../core/document/blocks.ts";
import type { ImprintPlace } from "../../core/layout/pages/place-imprint.ts";
import { buildFaces } from "../backend/build-faces.ts";
import { SAMPLE_IMAGE_ID, title } from "../core/export/sample-report.ts";
import { imprintElements, linesOfText, officialReport } from "../layout/official-reports.ts";

beforeAll(buildFaces, 180_000);

const sources = { installed: new Map<string, never>(), ownFolder: programFolders.faces };
const picture: Block = {
  ...{ kind: "image", imageId: SAMPLE_IMAGE_ID, altText: "组织结构图" },
  ...{ widthPx: 1200, heightPx: 1200, displayWidthMm: null },
};
const sourceOf = (lines: number): RenderSource => ({
  report: officialReport(imprintElements, [title("关于某事的报告"), picture, ...linesOfText(lines)]),
  // the picture was lost: its words stand in its place in both files
  images: new Map(),
  style: standardStyle,
  stamped: false,
  program: "word",
});

/** Where 版记 is put in the DOCX. */
async function placeInDocx(source: RenderSource): Promise<ImprintPlace | null> {
  const places: (ImprintPlace | null)[] = [];
  const printer = {
    layOut: (job: Parameters<PdfPrinter["layOut"]>[0]) => {
      const laid = layOutPages(job, sources);
      places.push(laid.imprint);
      return Promise.resolve(laid);
    },
  } as PdfPrinter;
  await render("docx", source, printer);
  expect(places).toHaveLength(1);
  return places[0] ?? null;
}

it("0853 puts 版记 of the Word file on the page of the PDF where a picture is not at hand", async () => {
  let others = 0;
  for (const lines of [2, 4, 6, 8, 10]) {
    const source = sourceOf(lines);
    const inPdf = (await printReport(source, sources)).imprint;
    expect([lines, await placeInDocx(source)]).toEqual([lines, inPdf]);
    const { images: _, ...job } = source;
    if (layOutPages(job, sources).imprint?.place !== inPdf?.place) others += 1;
  }
  // with the picture it would stand elsewhere
  expect(others).toBeGreaterThan(0);
});
