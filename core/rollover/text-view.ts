import { mergeRanges, type Range } from "./ranges.ts";
import { hotlines, protectedPhrases } from "./vocabulary.ts";

/** What a text is part of: the title and headings name the year of the report in forms of their own. */
export type TextRole = "title" | "heading" | "body" | "cell";

/** A paragraph as the finders see it. */
export type TextView = {
  readonly role: TextRole;
  /** Names by which the report calls the organ that reports, the longest first. */
  readonly organs: readonly string[];
  /** Names of the people of 名录, the longest first. */
  readonly people: readonly string[];
  /** Full-width digits are half-width here; every place is the same as in the paragraph. */
  readonly text: string;
  /** Names of documents 《…》 and the brackets of 发文字号 〔…〕; like all ranges here in order, without overlaps. */
  readonly names: readonly Range[];
  /** Quotations “…”. */
  readonly quotes: readonly Range[];
  /** Phrases whose numbers are no figures. */
  readonly protectedRanges: readonly Range[];
  /** Years that follow 报告年度 by themselves. */
  readonly variables: readonly Range[];
};

/** What stands between an opening and its closing mark, marks included; the outermost pair of nested ones. */
export function enclosures(text: string, open: string, close: string): readonly Range[] {
  const found: Range[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charAt(at);
    if (mark === open) {
      if (depth === 0) start = at;
      depth += 1;
    } else if (mark === close && depth > 0) {
      depth -= 1;
      if (depth === 0) found.push({ start, end: at + 1 });
    } else if (mark === close) {
      found.push({ start: 0, end: at + 1 });
    }
  }
  // where the other mark is missing, all that could be meant: rather too little changed than too much
  if (depth > 0) found.push({ start, end: text.length });
  return found;
}

const hotline = new RegExp(
  `(?<!\\d)(?:${hotlines})(?=[”"]?(?:热线|平台|电话|便民|政务|投诉|举报|市民|工单|报警|[、）)]))`,
  "gu",
);

function phrases(text: string): readonly Range[] {
  const found: Range[] = [];
  for (const phrase of protectedPhrases) {
    for (let at = text.indexOf(phrase); at >= 0; at = text.indexOf(phrase, at + phrase.length)) {
      found.push({ start: at, end: at + phrase.length });
    }
  }
  for (const match of text.matchAll(hotline)) found.push({ start: match.index, end: match.index + match[0].length });
  return found;
}

const FULL_TO_HALF_WIDTH = 0xfee0;

type Surroundings = {
  readonly variables?: readonly Range[];
  readonly role?: TextRole;
  readonly organs?: readonly string[];
  readonly people?: readonly string[];
};

export function viewOf(
  paragraph: string,
  { variables = [], role = "body", organs = [], people = [] }: Surroundings = {},
): TextView {
  // a full-width comma is one of thousands only among full-width digits: １，２３４
  const text = paragraph.replace(/[０-９％．]|(?<=[０-９])，(?=[０-９]{3}(?![０-９]))/gu, (mark) =>
    String.fromCharCode(mark.charCodeAt(0) - FULL_TO_HALF_WIDTH),
  );
  return {
    role,
    organs,
    people,
    text,
    names: mergeRanges([...enclosures(text, "《", "》"), ...enclosures(text, "〔", "〕")]),
    quotes: mergeRanges(enclosures(text, "“", "”")),
    protectedRanges: mergeRanges(phrases(text)),
    variables,
  };
}
