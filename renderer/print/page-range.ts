export type PageRange =
  { readonly kind: "pages"; readonly pages: readonly number[] } | { readonly kind: "wrong"; readonly message: string };

const EXAMPLE = "写法如：1-3,5";
const wrong = (message: string): PageRange => ({ kind: "wrong", message });
/** What people put between two numbers or two parts, full-width or not. */
const dashes = /[-－–—―~～至到]/gu;
const commas = /[,，、;；]/gu;

/**
 * Page numbers as people write them: `1-3,5`, `2-` to the end, `-4` from the beginning, in any order.
 * @param count how many pages there are
 * @returns the pages from 1, ascending, each once; or what is wrong with it, in Chinese
 */
export function readPageRange(text: string, count: number): PageRange {
  const plain = text
    .normalize("NFKC")
    .replace(/[\s第页]/gu, "")
    .replace(dashes, "-")
    .replace(commas, ",");
  if (plain === "") return wrong(`请写要打印的页码。${EXAMPLE}`);
  const pages = new Set<number>();
  for (const part of plain.split(",").filter((one) => one !== "")) {
    const [, first = "", dash = "", last = ""] = /^(\d{0,9})(?:(-)(\d{0,9}))?$/u.exec(part) ?? [];
    if (first === "" && last === "") return wrong(`“${part.slice(0, 20)}”看不懂。${EXAMPLE}`);
    const from = first === "" ? 1 : Number(first);
    const to = dash === "" ? from : last === "" ? count : Number(last);
    if (from === 0 || Math.max(from, to) > count) return wrong(`这份报告只有 ${count} 页。`);
    for (let page = Math.min(from, to); page <= Math.max(from, to); page += 1) pages.add(page);
  }
  if (pages.size === 0) return wrong(`请写要打印的页码。${EXAMPLE}`);
  return { kind: "pages", pages: [...pages].sort((one, other) => one - other) };
}
