import { standardStyle } from "../../../core/layout/rules/house-style.ts";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, expect, it } from "vitest";
import { createFaces } from "../../../backend/faces/create-faces.ts";
import { openFace } from "../../../backend/faces/open-face.ts";
import { readPdf } from "../../../backend/inspect/pdf/read-pdf.ts";
import { drawPdf } from "../../../backend/pdf/draw/draw-pdf.ts";
import { programFolders } from "../../../backend/program-folder.ts";
import { assembleReport } from "../../../core/document/assemble.ts";
import { textOfRuns } from "../../../core/inspect/measured-pdf.ts";
import { layOutReport } from "../../../core/layout/pages/lay-out-report.ts";
import { everyKindOfBlock, paragraph, sampleReport } from "../../core/export/sample-report.ts";
import { growthOf } from "../../support/work.ts";
import { buildFaces } from "../build-faces.ts";

beforeAll(buildFaces, 180_000);

async function drawn(blocks: Parameters<typeof sampleReport>[0]) {
  const faces = createFaces({ installed: new Map(), ownFolder: programFolders.faces, style: standardStyle });
  const pages = layOutReport(assembleReport(sampleReport(blocks)), { faces, program: "word", hasImage: () => false });
  const metadata = { title: "报告", author: "", createdAt: new Date(0) };
  return { pages, bytes: await drawPdf({ pages, openFace, images: new Map(), metadata }) };
}

const everything = [...everyKindOfBlock, paragraph("生僻字：朱镕、李堃、\u{20bb7}。Western words, 12.5%。")];

it("reads every glyph where pdf.js reads it, in the same face size", async () => {
  const { bytes } = await drawn(everything);
  const { pages } = readPdf(bytes);
  const other = await getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
  expect(pages.length).toBe(other.numPages);
  for (const [index, { pieces, heightPt }] of pages.entries()) {
    const { items } = await (await other.getPage(index + 1)).getTextContent();
    const shown = items.flatMap((item) => ("str" in item && item.str.trim() !== "" ? [item] : []));
    const bare = (text: string): string => text.replaceAll(/\s/gu, "");
    expect(bare(pieces.map(({ runs }) => textOfRuns(runs)).join(""))).toBe(bare(shown.map(({ str }) => str).join("")));
    const runs = pieces.flatMap((piece) => piece.runs);
    for (const { str, transform } of shown) {
      const [x, y, size] = [transform[4], heightPt - Number(transform[5]), transform[3]].map(Number);
      const run = runs.find(
        ({ xPt, baselinePt, characters }) =>
          Math.abs(baselinePt - (y ?? 0)) < 0.01 &&
          characters.some((sign, at) => sign === Array.from(str)[0] && Math.abs((xPt[at] ?? 0) - (x ?? 0)) < 0.05),
      );
      expect([str, run?.sizePt.toFixed(2)]).toEqual([str, Math.abs(size ?? 0).toFixed(2)]);
    }
  }
});

it("reads what the layout has placed: every line, rule and element, in the order of reading", async () => {
  const { pages, bytes } = await drawn(everything);
  const read = readPdf(bytes);
  for (const [index, page] of pages.entries()) {
    const lines = page.items.flatMap((item) => (item.kind === "line" ? item.runs : []));
    const glyphs = read.pages[index]?.pieces.flatMap(({ runs }) => runs) ?? [];
    expect(textOfRuns(glyphs)).toBe(
      lines
        .map(({ text }) => text)
        .join("")
        .replace("\u{20bb7}", "〓"),
    );
    expect(read.pages[index]?.rules.length).toBe(page.items.filter(({ kind }) => kind === "rule").length);
    const places = lines.flatMap(({ xPt }) => xPt);
    const found = glyphs.flatMap(({ xPt }) => xPt);
    expect(Math.max(...places.map((x, at) => Math.abs(x - (found[at] ?? 0))))).toBeLessThan(0.02);
  }
  expect(read.elements.map(({ tag }) => tag).slice(0, 6)).toEqual(["H1", "P", "P", "H2", "H3", "P"]);
  expect(read.elements.filter(({ cell }) => cell?.rowSpan === 2)).toHaveLength(1);
});

it("takes time that grows with the length of the file alone", async () => {
  const bytesOf = async (paragraphs: number) =>
    (await drawn(Array.from({ length: paragraphs }, () => paragraph("推进法治建设。".repeat(20))))).bytes;
  const [short, long] = [await bytesOf(150), await bytesOf(600)];
  const growth = growthOf(
    () => readPdf(short),
    () => readPdf(long),
    8,
  );
  expect(growth).toBeLessThan(8);
});

it("says so of a file that is damaged or no PDF", async () => {
  const { bytes } = await drawn([paragraph("一段。")]);
  expect(() => readPdf(bytes.slice(0, 2_000))).toThrow();
  expect(() => readPdf(new TextEncoder().encode("不是文件"))).toThrow();
});
