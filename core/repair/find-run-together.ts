import { maskedText } from "../document/content-text.ts";
import { lineExcerpt } from "./excerpt.ts";
import { isNumbered } from "./recast-block.ts";
import type { Repair } from "./repair.ts";
import { textsOfBlock } from "./repair-text.ts";
import { placedParagraphs, placeIn } from "../document/placed-texts.ts";
import type { Block } from "../document/blocks.ts";
import { numberBlocks, type ParsedOrdinal, parseOrdinal } from "../document/numbering.ts";

const candidate =
  /(?<=[。！？；][”’]?\s{0,8})(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}、)(?=\s{0,4}[\u4e00-\u9fff《“])/gu;
const longestOrdinal = 80;
const around = 14;

/** An ordinal in the middle of a paragraph. */
type Inner = { readonly at: number; readonly parsed: ParsedOrdinal };
type Values = readonly (number | undefined)[];

/** For each block the values that follow on each level, before a higher one. */
function valuesAhead(blocks: readonly Block[], numbers: readonly (string | null)[]): readonly Values[] {
  let next: Values = [];
  const ahead: Values[] = [];
  for (let index = blocks.length - 1; index >= 0; index -= 1) {
    ahead.push(next);
    const block = blocks[index];
    if (block?.kind === "title") next = [];
    if (!isNumbered(block)) continue;
    const value = parseOrdinal(numbers[index] ?? "")?.value;
    const below: Values = next;
    next = [0, 1, 2, 3, 4].map((level) =>
      level < block.level ? below[level] : level === block.level ? value : undefined,
    );
  }
  return ahead.reverse();
}

function innerOrdinals(text: string): readonly Inner[] {
  return Array.from(text.matchAll(candidate)).flatMap(({ index }) => {
    const parsed = parseOrdinal(text.slice(index, index + longestOrdinal));
    return parsed === null ? [] : [{ at: index, parsed }];
  });
}

/** Those that go on from the last ordinal outside; none where the paragraph has a list of its own. */
function following(inner: readonly Inner[], last: Values, level: number, ahead: Values): readonly Inner[] {
  const own = inner.filter(({ parsed }) => parsed.level === level);
  let value = last[level];
  if (value === undefined || own.some(({ parsed }) => parsed.value === 1)) return [];
  for (const { parsed } of own) {
    if (parsed.value !== value + 1) return [];
    value = parsed.value;
  }
  const next = ahead[level];
  return next === undefined || next === value + 1 ? own : [];
}

/**
 * Headings that have run into the paragraph before them: …工作。（二）加强……. They are told from a list within the
 * paragraph by the headings around it, which count up to them and on from them.
 */
export function findRunTogether(blocks: readonly Block[], year: number): readonly Repair[] {
  const numbers = numberBlocks(blocks);
  const ahead = valuesAhead(blocks, numbers);
  let last: (number | undefined)[] = [];
  return blocks.flatMap((block, index): readonly Repair[] => {
    if (block.kind === "title") last = [];
    if (isNumbered(block)) {
      last = last.slice(0, block.level);
      last[block.level] = parseOrdinal(numbers[index] ?? "")?.value;
    }
    const isText =
      (block.kind === "paragraph" && block.role === "body") ||
      block.kind === "runInHeading" ||
      block.kind === "listItem";
    if (!isText) return [];
    const text = maskedText(block.content, year);
    const inner = innerOrdinals(text);
    if (inner.length === 0) return [];
    const paragraph = placedParagraphs(block, index, year).at(-1);
    const locked = textsOfBlock(block, index, year).at(-1)?.locked ?? [];
    if (paragraph === undefined) return [];
    const repairs = [1, 2].flatMap((level) => {
      const next = ahead[index] ?? [];
      const found = following(inner, last, level, next);
      const isSafe = next[level] !== undefined;
      const lastValue = found.at(-1)?.parsed.value;
      if (lastValue !== undefined) last = [...last.slice(0, level), lastValue];
      return found
        .filter(({ at, parsed }) => !locked.some(({ start, end }) => start < at + parsed.text.length && end > at))
        .map(({ at }): Repair => {
          const [before, after] = [text.slice(Math.max(0, at - around), at), text.slice(at, at + around + 4)];
          return {
            id: `run-together-${index}-${at}`,
            kind: "run-together",
            isSafe,
            block: index,
            before: `…${lineExcerpt(before + after)}…`,
            after: `…${lineExcerpt(before.trimEnd())}↵${lineExcerpt(after)}…`,
            actions: [{ kind: "split", place: placeIn(paragraph, { start: at, end: at }) }],
          };
        });
    });
    return repairs;
  });
}
