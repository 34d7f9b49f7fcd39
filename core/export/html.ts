import { assembleReport } from "../document/assemble.ts";
import type { ReportDocument } from "../document/schema.ts";
import { printCss } from "../layout/css.ts";
import type { WesternFace } from "../layout/fonts.ts";
import { gbt9704 as layout } from "../layout/gbt9704.ts";
import { encodeBase64 } from "./base64.ts";
import { draftStampLine } from "./draft-stamp-line.ts";
import { blocksToHtml } from "./html-blocks.ts";
import { escapeHtml } from "./html-text.ts";
import { webCss } from "./web-css.ts";

export type HtmlImage = { readonly mediaType: string; readonly bytes: Uint8Array };

const headOf = (title: string, author: string): string =>
  `<meta charset="utf-8">\n<title>${escapeHtml(title)}</title>\n${
    author === "" ? "" : `<meta name="author" content="${escapeHtml(author)}">\n`
  }`;

export type PrintOptions = {
  readonly westernFace?: WesternFace;
  /** 待核稿 stands above the text of every page. */
  readonly stamped?: boolean;
  /** What the printer has: the words of any other picture stand in for it. Not given: all are there. */
  readonly images?: { readonly has: (imageId: string) => boolean };
};

/** The report as a page for Chromium to print: links `fonts/fonts.css` and `images/<id>`, which the printer answers. */
export function printHtml(report: ReportDocument, options: PrintOptions = {}): string {
  const { westernFace = "same", stamped = false, images } = options;
  const assembled = assembleReport(report);
  const imageSource = (id: string): string | null => (images?.has(id) === false ? null : `images/${id}`);
  const text = blocksToHtml(assembled, { imageSource, breakTitle: true });
  return `<!doctype html>
<html lang="zh-CN">
<head>
${headOf(assembled.title, report.meta.issuingOrgan)}<link rel="stylesheet" href="fonts/fonts.css">
<style>
${printCss({ westernFace, stamped })}
</style>
</head>
<body>
<main class="paper">
${text}
</main>
<span class="page-number-face" aria-hidden="true">— 0123456789 —</span>
${stamped ? `<span class="draft-stamp-face" aria-hidden="true">${layout.draftStampText}</span>\n` : ""}</body>
</html>
`;
}

/** The report as one file for a website: nothing outside it is needed, and a site's own style can take its place. */
export function webHtml(
  report: ReportDocument,
  images: ReadonlyMap<string, HtmlImage>,
  { stamped = false }: { readonly stamped?: boolean } = {},
): string {
  const assembled = assembleReport(report);
  const imageSource = (id: string): string | null => {
    const image = images.get(id);
    return image === undefined ? null : `data:${image.mediaType};base64,${encodeBase64(image.bytes)}`;
  };
  return `<!doctype html>
<html lang="zh-CN">
<head>
${headOf(assembled.title, report.meta.issuingOrgan)}<meta name="viewport" content="width=device-width, initial-scale=1">
<style>
${webCss}
</style>
</head>
<body>
<article class="report">
${stamped ? `<p class="draft-stamp">${draftStampLine}</p>\n` : ""}${blocksToHtml(assembled, { imageSource, breakTitle: false })}
</article>
</body>
</html>
`;
}
