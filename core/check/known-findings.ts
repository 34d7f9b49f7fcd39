import { splitSentences } from "../compare/split-sentences.ts";
import type { Block } from "../document/blocks.ts";
import { inlineText, maskedText } from "../document/content-text.ts";
import { LONGEST_NOTE } from "../document/limits.ts";
import { type Span, textKey } from "../document/place.ts";
import { placedParagraphs } from "../document/placed-texts.ts";
import { rangesIn } from "../rollover/ranges.ts";
import type { CheckedReport } from "./checked-report.ts";
import { type Finding, isElementPlace } from "./finding.ts";
import type { RuleId } from "./rule-kind.ts";
import { rules } from "./rules.ts";

/** A finding that can be told from all others, and that is known again after the text around it has changed. */
export type KnownFinding = Finding & {
  readonly id: string;
  /** Of its rule. */
  readonly name: string;
  /** The words that a dismissal holds for: the sentence or line it stands in; the message where it stands in none. */
  readonly sentence: string;
  /** It is about the ordinal in front of the line at its place. */
  readonly isOfOrdinal: boolean;
};

const nameOf = new Map<RuleId, string>(rules.map(({ id, name }) => [id, name]));

type Paragraph = Span & {
  readonly text: string;
  readonly masked: string;
  readonly sentences: readonly Span[];
};
/** The paragraphs of each of its texts, named as if the block were the first one. */
type Paragraphs = ReadonlyMap<string, readonly Paragraph[]>;
type Read = { readonly year: number; readonly paragraphs: Paragraphs };

/** What was read of a block, as long as the block lives. */
const known = new WeakMap<Block, Read>();

function paragraphsOf(block: Block, year: number): Paragraphs {
  const found = known.get(block);
  if (found?.year === year) return found.paragraphs;
  const paragraphs = new Map<string, Paragraph[]>();
  for (const { at, start, end, content } of placedParagraphs(block, 0, year)) {
    const text = inlineText(content, year);
    const paragraph = { start, end, text, masked: maskedText(content, year), sentences: splitSentences(text) };
    const before = paragraphs.get(textKey(at));
    if (before === undefined) paragraphs.set(textKey(at), [paragraph]);
    else before.push(paragraph);
  }
  known.set(block, { year, paragraphs });
  return paragraphs;
}

/** The sentences that a stretch of a text touches, as one stretch; the whole text where it touches none. */
function sentenceAround({ text, sentences }: Paragraph, { start, end }: Span): string {
  const touched = rangesIn(sentences, { start, end: Math.max(end, start + 1) });
  const [first, last] = [touched[0], touched.at(-1)];
  return (first === undefined || last === undefined ? text : text.slice(first.start, last.end)).trim();
}

function wordsOf(finding: Finding, { blocks, meta, year }: CheckedReport) {
  const { place, text } = finding;
  if (isElementPlace(place)) {
    return { sentence: [meta[place.element]].flat()[place.entry] ?? "", isOfOrdinal: false };
  }
  const block = blocks[place.block];
  const paragraphs = block === undefined ? [] : (paragraphsOf(block, year).get(textKey({ ...place, block: 0 })) ?? []);
  const paragraph = paragraphs.findLast(({ start }) => start <= place.start);
  if (paragraph === undefined || place.start === place.end) return { sentence: "", isOfOrdinal: false };
  const span = { start: place.start - paragraph.start, end: place.end - paragraph.start };
  const isOfOrdinal = paragraph.masked.slice(span.start, span.end) !== text;
  const sentence = sentenceAround(paragraph, span);
  return { sentence: isOfOrdinal ? `${text} ${sentence}` : sentence, isOfOrdinal };
}

/** Findings of a report with what they are known by. */
export function knownFindings(report: CheckedReport, findings: readonly Finding[]): readonly KnownFinding[] {
  const counts = new Map<string, number>();
  return findings.map((finding) => {
    const { sentence: words, isOfOrdinal } = wordsOf(finding, report);
    const sentence = (words === "" ? finding.message : words).slice(0, LONGEST_NOTE);
    const key = `${finding.rule} ${finding.text} ${sentence}`;
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    const name = nameOf.get(finding.rule) ?? finding.message;
    return { ...finding, id: `${key} ${count}`, name, sentence, isOfOrdinal };
  });
}
