import { isToken, reviewIdOf } from "../document/inline-traits.ts";
import { maskedText } from "../document/content-text.ts";
import { isBlank } from "./apply-repairs.ts";
import { lineExcerpt } from "./excerpt.ts";
import type { Repair, RepairKind } from "./repair.ts";
import type { Tally } from "./text-finding.ts";
import type { Block } from "../document/blocks.ts";
import { findWebFragments } from "../import/web-fragments.ts";
import { residueOfLine, type ResidueCode } from "../import/residue.ts";

const kinds: Partial<Record<ResidueCode, RepairKind>> = {
  "residue-bookmark": "bookmark",
  "residue-page-number": "page-number",
  "residue-web-page": "web-page",
};
/** Lines of a web page that tell something about the document itself; who keeps the page is no part of it. */
const telling = /文\s{0,10}号|发文字号|成文日期|名\s{0,10}称|机构|(?<!主办|承办)单位|附件|有效性|效力|作者/u;

const removal = (kind: RepairKind, block: number, isSafe: boolean, text: string): Repair => ({
  id: `${kind}-${block}`,
  kind,
  isSafe,
  block,
  before: lineExcerpt(text),
  after: "",
  actions: [{ kind: "remove", block }],
});

/** From the first to the last block that is surely text: a web page frames it. */
function boundsOfText(blocks: readonly Block[]): { readonly first: number; readonly last: number } {
  const isText = (block: Block): boolean =>
    block.kind === "paragraph"
      ? block.role !== "flush" && /。/u.test(maskedText(block.content, 0))
      : block.kind !== "title" && block.kind !== "image";
  const first = blocks.findIndex(isText);
  return { first: first < 0 ? blocks.length : first, last: blocks.findLastIndex(isText) };
}

/** Whole lines that are residue, and blank paragraphs one behind the other. */
export function findBlocksToRemove(blocks: readonly Block[], year: number, tally: Tally): readonly Repair[] {
  const { first, last } = boundsOfText(blocks);
  const lastWritten = blocks.findLastIndex((block) => !isBlank(block, year));
  const fragments = findWebFragments(
    blocks.map((block) => (block.kind === "paragraph" ? maskedText(block.content, year).trim() : "")),
  );
  return blocks.flatMap((block, index): readonly Repair[] => {
    if (block.kind !== "paragraph") return [];
    const text = maskedText(block.content, year);
    if (text.trim() === "") {
      // the editor keeps an empty line at the end to type on
      if (index > lastWritten) return [];
      const above = blocks[index - 1];
      if (above !== undefined && isBlank(above, year)) return [removal("blank-paragraph", index, true, "〔空段落〕")];
      tally.add("blank-paragraph-kept");
      return [];
    }
    if (block.content.some((inline) => inline.kind === "break" || isToken(inline) || reviewIdOf(inline) !== undefined))
      return [];
    const code = residueOfLine(text.trim());
    const kind = fragments.has(index) ? "web-page" : code === null ? undefined : kinds[code];
    if (kind === undefined) return [];
    const isFrame = index < first || index > last;
    const says = fragments.get(index) ?? text;
    return [removal(kind, index, kind !== "web-page" || (isFrame && !telling.test(says)), text)];
  });
}
