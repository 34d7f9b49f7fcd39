import { assembleReport } from "../document/assemble.ts";
import type { ReportDocument } from "../document/schema.ts";
import { encodeBase64 } from "./base64.ts";
import { draftStampLine } from "./draft-stamp-line.ts";
import { blocksToHtml } from "./html-blocks.ts";
import { escapeHtml } from "./html-text.ts";
import { webCss } from "./web-css.ts";

type HtmlImage = { readonly mediaType: string; readonly bytes: Uint8Array };

const headOf = (title: string, author: string): string =>
  `<meta charset="utf-8">\n<title>${escapeHtml(title)}</title>\n${
    author === "" ? "" : `<meta name="author" content="${escapeHtml(author)}">\n`
  }`;

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
${stamped ? `<p class="draft-stamp">${draftStampLine}</p>\n` : ""}${blocksToHtml(assembled, imageSource)}
</article>
</body>
</html>
`;
}
