import { standardStyle } from "../../../../core/layout/rules/house-style.ts";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { beforeAll, describe, expect, it } from "vitest";
import { createFaces } from "../../../../backend/faces/create-faces.ts";
import { openFace } from "../../../../backend/faces/open-face.ts";
import { drawPdf } from "../../../../backend/pdf/draw/draw-pdf.ts";
import { programFolders } from "../../../../backend/program-folder.ts";
import type { Line, Page, PageItem, Part, Run } from "../../../../core/layout/pages/page.ts";
import type { FontRole } from "../../../../core/layout/font-role.ts";
import { buildFaces } from "../../build-faces.ts";

const BUILD_WITHIN_MS = 180_000;
const SIZE_PT = 16;
const metadata = { title: "关于<甲>&乙的报告", author: "某局", createdAt: new Date("2026-03-01T00:00:00Z") };

beforeAll(buildFaces, BUILD_WITHIN_MS);

/** Runs of a text that begins at x, each character on its advance and `spacingPt`, cut where the face changes. */
function runsOf(text: string, x: number, look: { role?: FontRole; spacingPt?: number; bold?: boolean } = {}): Run[] {
  const faces = createFaces({ installed: new Map(), ownFolder: programFolders.faces, style: standardStyle });
  const runs: { -readonly [K in keyof Run]: Run[K] extends readonly (infer T)[] ? T[] : Run[K] }[] = [];
  let at = x;
  for (const character of text) {
    const { face, advanceEm } = faces.setCharacter(look.role ?? "fangsong", character.codePointAt(0) ?? 0);
    const last = runs.at(-1);
    if (last?.face === face) {
      last.text += character;
      last.xPt.push(at);
    } else {
      const rest = { face, sizePt: SIZE_PT, risePt: 0, bold: look.bold ?? false, colour: "black" as const };
      runs.push({ text: character, xPt: [at], ...rest });
    }
    at += advanceEm * SIZE_PT + (look.spacingPt ?? -0.25);
  }
  return runs;
}

const partOf = (item: number, role: Part["role"], text: string, cell?: Part["cell"]): Part => ({
  item,
  source: { kind: "text", index: item },
  role,
  start: 0,
  end: text.length,
  ...(cell === undefined ? {} : { cell }),
});
const lineOf = (item: number, baselinePt: number, role: Part["role"], text: string, look = {}): Line => ({
  kind: "line",
  baselinePt,
  runs: runsOf(text, 79.35, look),
  part: partOf(item, role, text),
});
const pageOf = (...items: PageItem[]): Page => ({ widthPt: 595.28, heightPt: 841.89, items });
const draw = (pages: readonly Page[], images: ReadonlyMap<string, { bytes: Uint8Array }> = new Map()) =>
  drawPdf({ pages, openFace, images, metadata });

const cellOf = (row: number, column: number, text: string): Line => ({
  ...lineOf(4, 300 + 20 * row, { kind: "cell" }, text),
  part: partOf(4, { kind: "cell" }, text, { row, column, rowSpan: 1, colSpan: 1, header: row === 0 }),
});
const report = (): Page[] => [
  pageOf(
    lineOf(0, 120, { kind: "title" }, "关于甲乙的报告", { role: "xiaobiaosong" }),
    lineOf(1, 150, { kind: "heading", rank: 1 }, "一、主要工作", { role: "heiti" }),
    lineOf(2, 180, { kind: "heading", rank: 3, headingLength: 5 }, "1.安排。全年安排 1 次，占70%。"),
    lineOf(3, 210, { kind: "paragraph" }, "有粗有细的一段", { bold: true }),
    lineOf(3, 240, { kind: "paragraph" }, "又一行——到此", { spacingPt: 0.8 }),
    cellOf(0, 0, "项目"),
    cellOf(0, 1, "数量"),
    cellOf(1, 1, "137.5"),
    {
      kind: "rule",
      x1Pt: 79,
      y1Pt: 290,
      x2Pt: 521,
      y2Pt: 290,
      thicknessPt: 0.5,
      colour: "red",
    },
    { kind: "line", baselinePt: 780, runs: runsOf("—1—", 450, { role: "songti" }), part: null },
  ),
  pageOf(lineOf(5, 120, { kind: "heading", rank: 1 }, "二、下一步", { role: "heiti" })),
];

async function open(bytes: Uint8Array) {
  return getDocument({ data: Uint8Array.from(bytes), verbosity: 0 }).promise;
}

type Tree = { readonly role?: string; readonly alt?: string; readonly children?: readonly Tree[] };
/** `Document(H1 P)`: roles alone. */
function rolesOf(tree: Tree): string {
  const children = (tree.children ?? []).filter(({ role }) => role !== undefined).map(rolesOf);
  return `${tree.role ?? ""}${children.length === 0 ? "" : `(${children.join(" ")})`}`;
}

describe("the drawn PDF", () => {
  it("holds every character at the place that the layout gave it, to a tenth of a point", async () => {
    const page = await (await open(await draw(report()))).getPage(1);
    const { items } = await page.getTextContent();
    const shown = items.flatMap((item) => ("str" in item && item.str.trim() !== "" ? [item] : []));
    expect(shown.map(({ str }) => str.replaceAll(" ", "")).join("")).toBe(
      "关于甲乙的报告一、主要工作1.安排。全年安排1次，占70%。有粗有细的一段又一行——到此项目数量137.5—1—",
    );
    const first = shown[0];
    expect(first?.transform[4]).toBeCloseTo(79.35, 1);
    expect(first?.transform[5]).toBeCloseTo(841.89 - 120, 1);
    const wide = shown.find(({ str }) => str.startsWith("又一行"));
    // the advances of seven characters and the six spaces between them; pdf.js counts the last space as well
    expect(wide?.width).toBeGreaterThan(7 * 16 + 6 * 0.8 - 0.1);
    expect(wide?.width).toBeLessThan(7 * 16 + 7 * 0.8 + 0.1);
  });

  it("is tagged with titles, headings, run-in headings, paragraphs and tables, in the order of reading", async () => {
    const pdf = await open(await draw(report()));
    const trees = await Promise.all([1, 2].map(async (number) => (await pdf.getPage(number)).getStructTree()));
    expect(rolesOf(trees[0] as Tree)).toBe("Root(Document(H1 H2 H4 P P Table(TR(TH TH) TR(TD TD))))");
    expect(rolesOf(trees[1] as Tree)).toBe("Root(Document(H2))");
    expect(await pdf.getMarkInfo()).toMatchObject({ Marked: true });
  });

  it("has an outline of titles and headings, without the text behind a run-in one", async () => {
    const pdf = await open(await draw(report()));
    type Node = { readonly title: string; readonly items: readonly Node[] };
    const show = ({ title, items }: Node): unknown => (items.length === 0 ? title : { [title]: items.map(show) });
    expect((await pdf.getOutline()).map(show)).toEqual([
      { 关于甲乙的报告: [{ "一、主要工作": ["1.安排。"] }, "二、下一步"] },
    ]);
  });

  it("names title, author and date, in its dictionary and in XMP, and claims PDF/A-2a", async () => {
    const { info, metadata: xmp } = await (await open(await draw(report()))).getMetadata();
    expect(info).toMatchObject({ Title: metadata.title, Author: "某局", CreationDate: "D:20260301000000Z" });
    expect(xmp.get("dc:title")).toBe(metadata.title);
    expect(xmp.get("pdfaid:part")).toBe("2");
    expect(xmp.get("pdfaid:conformance")).toBe("A");
  });

  it("marks everything that it draws: text by its tag, rules and page numbers as artifacts", async () => {
    const pdf = await open(await draw(report()));
    const { items } = await (await pdf.getPage(1)).getTextContent({ includeMarkedContent: true });
    let depth = 0;
    for (const item of items) {
      if ("str" in item) expect(item.str === "" || depth > 0, item.str).toBe(true);
      else depth += item.type === "endMarkedContent" ? -1 : 1;
    }
    expect(depth).toBe(0);
    expect(items.some((item) => "tag" in item && item.tag === "Artifact")).toBe(true);
  });

  it("embeds of each face what is used, and draws 〓 for a character that none has", async () => {
    const bytes = await draw([pageOf(lineOf(0, 120, { kind: "paragraph" }, "甲\uE000乙"))]);
    expect(bytes.length).toBeLessThan(30_000);
    const { items } = await (await (await open(bytes)).getPage(1)).getTextContent();
    expect(items.map((item) => ("str" in item ? item.str : "")).join("")).toBe("甲〓乙");
    const text = Buffer.from(bytes).toString("latin1");
    expect(text.match(/\/FontFile2 /gu)).toHaveLength(1);
    expect(text).toMatch(/\/BaseFont \/[A-Z]{6}\+NianbaoSong-Regular/u);
  });

  it("shows pictures with their words, inside the tag of a figure", async () => {
    const bytes = readFileSync(join(import.meta.dirname, "picture.png"));
    const part = partOf(0, { kind: "figure" }, "");
    const place = { xPt: 80, yPt: 120, widthPt: 100, heightPt: 50 };
    const pages = [pageOf({ kind: "image", ...place, imageId: "a", altText: "办件数量图", part })];
    const drawn = await draw(pages, new Map([["a", { bytes }]]));
    const page = await (await open(drawn)).getPage(1);
    const tree = (await page.getStructTree()) as Tree;
    expect(rolesOf(tree)).toBe("Root(Document(Figure))");
    expect(tree.children?.[0]?.children?.[0]?.alt).toBe("办件数量图");
    await expect(draw(pages)).rejects.toThrow("not given");
  });

  it("is the same bytes for the same pages and date, and others for others", async () => {
    const [one, other] = [await draw(report()), await draw(report())];
    expect(Buffer.compare(one, other)).toBe(0);
    expect(Buffer.compare(one, await draw(report().slice(0, 1)))).not.toBe(0);
  });
});
