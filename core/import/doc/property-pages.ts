import type { Bytes } from "./bytes.ts";

/** A stretch of bytes of the file whose characters, or paragraphs, have the same properties. */
export type PropertyRun = { readonly start: number; readonly end: number; readonly properties: Bytes | null };

const pageLength = 512;
const pageNumbers = 0x3fffff;

function characterProperties(page: Bytes, count: number, index: number): Bytes | null {
  const at = page.u8((count + 1) * 4 + index) * 2;
  return at === 0 ? null : page.part(at + 1, Math.min(page.u8(at), pageLength - at - 1));
}

/** Style and changes of a paragraph, after the count of words that they fill. */
function paragraphProperties(page: Bytes, count: number, index: number): Bytes | null {
  const at = page.u8((count + 1) * 4 + index * 13) * 2;
  if (at === 0) return null;
  const words = page.u8(at);
  const start = words === 0 ? at + 2 : at + 1;
  const length = words === 0 ? page.u8(at + 1) * 2 : words * 2 - 1;
  return start >= pageLength ? null : page.part(start, Math.min(length, pageLength - start));
}

const readers = { character: characterProperties, paragraph: paragraphProperties } as const;

/**
 * Properties by the places of their characters in the file ([MS-DOC] 2.8.5, 2.9.32): a table that names pages of 512
 * bytes, each read once.
 */
export function readPropertyPages(
  document: Bytes,
  table: Bytes,
  kind: keyof typeof readers,
): (offset: number) => PropertyRun {
  const pages = Math.floor((table.length - 4) / 8);
  const seen = new Set<number>();
  const runs: PropertyRun[] = [];
  for (let index = 0; index < pages; index += 1) {
    const number = table.u32((pages + 1) * 4 + index * 4) & pageNumbers;
    if (seen.has(number) || (number + 1) * pageLength > document.length) continue;
    seen.add(number);
    const page = document.part(number * pageLength, pageLength);
    const count = Math.min(page.u8(pageLength - 1), Math.floor((pageLength - 5) / (kind === "paragraph" ? 17 : 5)));
    for (let at = 0; at < count; at += 1) {
      const start = page.u32(at * 4);
      const end = page.u32(at * 4 + 4);
      if (start < end) runs.push({ start, end, properties: readers[kind](page, count, at) });
    }
  }
  runs.sort((one, other) => one.start - other.start);
  return (offset) => {
    let low = 0;
    let high = runs.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((runs[middle]?.start ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const run = runs[low];
    if (run !== undefined && run.start <= offset && offset < run.end) return run;
    // characters between two stretches have no properties of their own
    const next = run !== undefined && run.start > offset ? run : runs[low + 1];
    return { start: offset, end: next?.start ?? document.length, properties: null };
  };
}
