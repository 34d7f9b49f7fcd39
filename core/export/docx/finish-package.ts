import { strFromU8, strToU8, zipSync, type Zippable } from "fflate";
import type { PackageParts } from "./package-parts.ts";

/** Parts that the docx library writes for every document and that this one has no use for. */
const unusedParts = [
  "word/theme/theme1.xml",
  "word/numbering.xml",
  "word/footnotes.xml",
  "word/endnotes.xml",
  "word/_rels/footnotes.xml.rels",
  "word/_rels/endnotes.xml.rels",
  "word/_rels/fontTable.xml.rels",
  "docProps/custom.xml",
] as const;

const contentTypes = "[Content_Types].xml";
/** Zip knows no time before this; a fixed one makes the same report the same file. */
const zipTime = "1980-01-01T00:00:00";

/**
 * The one step after the docx library: puts in place the parts that the library cannot write as the layout needs them
 * (styles with kinsoku, snapToGrid and Word's own names, settings, font table, properties) and takes out the unused
 * ones, theme fonts among them.
 *
 * @param compiled what the library made
 * @param parts content by path
 */
export function finishPackage(compiled: PackageParts, parts: Readonly<Record<string, string>>): Uint8Array {
  const unused = new Set<string>(unusedParts);
  const finished: Zippable = {};
  // Readers that stream the package want the content types first
  const paths = [contentTypes, ...[...compiled.keys()].filter((path) => path !== contentTypes)];
  for (const path of paths) {
    const bytes = compiled.get(path);
    if (bytes === undefined || unused.has(path)) continue;
    const own = parts[path];
    if (own !== undefined) finished[path] = strToU8(own);
    else if (path === "word/document.xml") finished[path] = strToU8(numberDrawings(strFromU8(bytes)));
    else if (path === contentTypes || path.endsWith(".rels")) finished[path] = strToU8(withoutUnused(strFromU8(bytes)));
    else finished[path] = path.startsWith("word/media/") ? [bytes, { level: 0 }] : bytes;
  }
  return zipSync(finished, { mtime: zipTime, level: 6 });
}

/** The library counts drawings through all documents it has ever made; here each document counts its own. */
function numberDrawings(xml: string): string {
  let count = 0;
  return xml.replace(/<wp:docPr id="\d+"/gu, () => `<wp:docPr id="${(count += 1)}"`);
}

/** Takes the entries of unused parts out of the content types and the relationships. */
function withoutUnused(xml: string): string {
  return xml.replace(/<(?:Override|Relationship) [^>]*\/>/gu, (entry) =>
    unusedParts.some((part) => entry.includes(`"/${part}"`) || entry.includes(`"${part.replace(/^word\//u, "")}"`))
      ? ""
      : entry,
  );
}
