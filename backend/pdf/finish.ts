import { AppError } from "../../core/result.ts";

/** Text as a PDF string object: UTF-16 with its mark, in hex. */
function pdfString(text: string): string {
  const bytes = Buffer.from(`\uFEFF${text}`, "utf16le").swap16();
  return `<${bytes.toString("hex").toUpperCase()}>`;
}

/** `D:20260301093000Z` */
const pdfDate = (time: Date): string => `(D:${time.toISOString().replace(/[-:T]/gu, "").slice(0, 14)}Z)`;

const lastMatch = (text: string, pattern: RegExp): RegExpMatchArray | undefined => [...text.matchAll(pattern)].at(-1);

type Trailer = { readonly xrefAt: string; readonly size: string; readonly root: string; readonly info: string };

/** What the end of Chromium's PDF says; it writes one classic cross-reference table. */
function readTrailer(text: string): Trailer {
  const xrefAt = lastMatch(text, /startxref\s+(\d+)\s+%%EOF/gu)?.[1];
  const trailer = text.slice(text.lastIndexOf("trailer"));
  const size = /\/Size\s+(\d+)/u.exec(trailer)?.[1];
  const root = /\/Root\s+(\d+\s+\d+\s+R)/u.exec(trailer)?.[1];
  const info = /\/Info\s+(\d+)\s+0\s+R/u.exec(trailer)?.[1] ?? size;
  if (xrefAt === undefined || size === undefined || root === undefined || info === undefined) {
    throw new AppError("pdf-failed", {}, { cause: new Error("The PDF has no trailer to add to") });
  }
  return { xrefAt, size, root, info };
}

export type DocumentInfo = { readonly title: string; readonly author: string; readonly createdAt: Date };

/**
 * Adds title and author, which Chromium does not write (it knows a title, no author), and counts the pages.
 * The change is appended as an incremental update (PDF 32000-1, 7.5.6): outline, tags and fonts stay byte for byte.
 */
export function finishPdf(bytes: Uint8Array, { title, author, createdAt }: DocumentInfo) {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("latin1");
  const { xrefAt, size, root, info } = readTrailer(text);
  const pages = text.match(/\/Type\s*\/Page(?![A-Za-z])/gu)?.length ?? 0;
  const entries = [
    `/Title ${pdfString(title)}`,
    `/Author ${pdfString(author)}`,
    `/Creator ${pdfString("年报台")}`,
    "/Producer (Skia/PDF)",
    `/CreationDate ${pdfDate(createdAt)}`,
    `/ModDate ${pdfDate(createdAt)}`,
  ];
  const object = `\n${info} 0 obj\n<<${entries.join("\n")}>>\nendobj\n`;
  const offset = String(bytes.length + 1).padStart(10, "0");
  const table = `xref\n${info} 1\n${offset} 00000 n \n`;
  const newSize = Math.max(Number(size), Number(info) + 1);
  const trailer = `trailer\n<</Size ${newSize}\n/Root ${root}\n/Info ${info} 0 R\n/Prev ${xrefAt}>>\n`;
  const end = `startxref\n${bytes.length + object.length}\n%%EOF\n`;
  return {
    bytes: new Uint8Array(Buffer.concat([bytes, Buffer.from(object + table + trailer + end, "latin1")])),
    pages,
  };
}
