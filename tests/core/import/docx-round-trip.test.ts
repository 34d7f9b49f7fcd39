import { standardLayout } from "../../../core/layout/rules/layout.ts";
import fc from "fast-check";
import { expect, it } from "vitest";
import { inspectImage } from "../../../backend/store/images.ts";
import { assembleReport } from "../../../core/document/assemble.ts";
import { type PrintedBlock, type PrintedInline } from "../../../core/document/printed-block.ts";
import { bodyFromBlocks } from "../../../core/document/to-lexical.ts";
import { blankText } from "../../../core/document/inline-traits.ts";
import { metaSchema, type ReportDocument } from "../../../core/document/schema.ts";
import { parseOrdinal } from "../../../core/document/parse-ordinal.ts";
import { exportDocx } from "../../../core/export/docx/export-docx.ts";
import { flowOf } from "../../../core/layout/flow.ts";
import { readDocx } from "../../../core/import/docx/read-docx.ts";
import { docxFaces } from "../../../core/layout/fonts.ts";
import { arbitraryReport } from "../document/arbitrary-report.ts";

const options = { images: new Map(), fonts: docxFaces(new Set()), layout: standardLayout } as const;

/** The report as it comes back from its own Word file. */
async function throughWord(report: ReportDocument): Promise<ReportDocument> {
  const { blocks, meta } = readDocx(await exportDocx(report, options), inspectImage);
  return { ...report, meta: metaSchema.parse(meta), body: bodyFromBlocks(blocks, report.year) };
}

const words = (content: readonly PrintedInline[]): string =>
  content
    .map((inline) => {
      if (inline.kind === "break") return "\n";
      const text = inline.kind === "text" ? inline.text : blankText(inline.label);
      return inline.bold === true ? `*${text}*` : text;
    })
    .join("");
/** White space is not what a report says: the title's lines, spaces behind ordinals. */
const tight = (text: string): string => text.replaceAll(/\s/gu, "").replaceAll("**", "");

/** An ordinal is never bold, also where it is only text that looks like one; bold goes on behind it. */
function unemphasised(text: string): string {
  const parsed = parseOrdinal(text.replaceAll("*", ""));
  if (parsed === null) return text;
  const length = text.replaceAll("*", "").length - parsed.rest.length;
  let [at, seen, isBold] = [0, 0, false];
  while (seen < length || (isBold && text.charAt(at) === "*")) {
    if (text.charAt(at) === "*") isBold = !isBold;
    else seen += 1;
    at += 1;
  }
  return text.replaceAll("*", "").slice(0, length) + (isBold ? "*" : "") + text.slice(at);
}

const numbered = (number: string, content: readonly PrintedInline[]): string =>
  unemphasised(tight(number + words(content)));

function written(block: PrintedBlock): string {
  switch (block.kind) {
    case "heading":
      return `heading ${numbered(block.number, block.content)}`;
    case "runInHeading": {
      const heading = numbered(block.number, block.heading);
      // without a heading part it is a paragraph
      return heading === "" ? `text ${tight(words(block.content))}` : `runIn ${heading}¦${tight(words(block.content))}`;
    }
    case "listItem":
      return `text ${numbered(block.number, block.content)}`;
    case "title":
      // the layout's own title face is never bold
      return `title ${tight(words(block.content)).replaceAll("*", "")}`;
    case "paragraph":
      // 公文要素 know no bold
      return block.role === "body"
        ? `text ${numbered("", block.content)}`
        : `${block.role} ${tight(words(block.content)).replaceAll("*", "")}`;
    case "table": {
      // in cells blank lines are room, and bold all over is a look
      const cellText = (paragraphs: readonly (readonly PrintedInline[])[]): string =>
        paragraphs
          .map((content) => tight(words(content)).replaceAll("*", ""))
          .join("/")
          .replaceAll(/^\/+|\/+$/gu, "");
      const rows = block.rows.map((row) =>
        row.map(({ paragraphs, rowSpan, colSpan }) => `${rowSpan}x${colSpan} ${cellText(paragraphs)}`),
      );
      return `table ${block.headerRows} ${JSON.stringify(rows)}`;
    }
    case "image":
      // a picture that is not there is printed as its name
      return `text ${tight(block.altText)}`;
    case "pageBreak":
      return "pageBreak";
  }
}

/**
 * What a report says, in the order in which it is printed. Beside what `written` passes over: empty paragraphs, page
 * breaks that break nothing, and whether a numbered line is a list's, which its form alone tells in Word.
 */
function said({ body, meta, year }: ReportDocument): readonly string[] {
  const { blocks } = assembleReport({ body, meta, year });
  const lines: string[] = [];
  let startsPage = false;
  for (const placed of flowOf(blocks)) {
    const { item } = placed;
    startsPage ||= placed.startsPage;
    for (const line of (item.kind === "signature" ? item.lines : [item]).map(written)) {
      if (/^\w+ $/u.test(line)) continue;
      if (startsPage && lines.length > 0 && item.kind !== "title") lines.push("pageBreak");
      startsPage = false;
      lines.push(line);
    }
  }
  return lines;
}

/** More than the usual number of runs, as `NIANBAO_ROUND_TRIPS` asks for them, are other reports every time. */
const usualRuns = 150;
const runs = Number(process.env["NIANBAO_ROUND_TRIPS"] ?? usualRuns);

it("a report comes back from its own Word file as it was printed", async () => {
  await fc.assert(
    fc.asyncProperty(arbitraryReport, async (report) => {
      fc.pre(said(report).length > 0);
      expect(said(await throughWord(report))).toEqual(said(report));
    }),
    // the same reports in every usual run: this check gates every change
    runs === usualRuns ? { numRuns: runs, seed: 20260301 } : { numRuns: runs },
  );
}, 3_600_000);
