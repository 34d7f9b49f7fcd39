import type { Block, Inline } from "./blocks.ts";
import { inlineText, onOneLine } from "./content-text.ts";
import { followsYear } from "./inline-traits.ts";

/** The first title on one line; "" when there is none. */
export function titleOf(blocks: readonly Block[], year: number): string {
  const title = blocks.find((block) => block.kind === "title");
  return title?.kind === "title" ? onOneLine(inlineText(title.content, year)).trim() : "";
}

/** The text of a new title; where the old one followed 报告年度, the new one does too. */
function titleContent(text: string, year: number, followsYear: boolean): readonly Inline[] {
  const at = followsYear ? text.indexOf(String(year)) : -1;
  const parts: readonly Inline[] =
    at < 0
      ? [{ kind: "text", text }]
      : [
          { kind: "text", text: text.slice(0, at) },
          { kind: "year", offset: 0 },
          { kind: "text", text: text.slice(at + 4) },
        ];
  return parts.filter((part) => part.kind !== "text" || part.text !== "");
}

/** The blocks under another title: the first title is replaced, or a new one put in front. */
export function withTitle(blocks: readonly Block[], text: string, year: number): readonly Block[] {
  const index = blocks.findIndex((block) => block.kind === "title");
  const old = blocks[index];
  if (old?.kind !== "title") return [{ kind: "title", content: titleContent(text, year, false) }, ...blocks];
  const isVariable = old.content.some((inline) => followsYear(inline) && inline.offset === 0);
  return blocks.with(index, { ...old, content: titleContent(text, year, isVariable) });
}
