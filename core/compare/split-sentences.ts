import type { Span } from "../document/place.ts";

/** What holds its sentences together, however many they are: quotations, names of documents, remarks. */
const closingMarks: Readonly<Record<string, string>> = {
  "（": "）",
  "(": ")",
  "《": "》",
  "〈": "〉",
  "“": "”",
  "‘": "’",
  "「": "」",
  "『": "』",
  "【": "】",
  "〔": "〕",
};
const closers = new Set(Object.values(closingMarks));
/** A bracket that was never closed must not swallow the rest of its paragraph. */
const MAX_ENCLOSED = 500;
const MAX_OPEN = 32;

const isEnd = (mark: string): boolean => "。！？；!?;".includes(mark) && mark !== "";
const isFullStop = (mark: string): boolean => "。！？!?".includes(mark) && mark !== "";
const isSpace = (mark: string): boolean => /^\s$/u.test(mark);

/** One of a list inside a paragraph, where it follows a mark: 一是 二是 … 第一， 第二， … */
const item = /(?<=^|[，,、：:；;。])(?:([一二三四五六七八九十]{1,3})是|第([一二三四五六七八九十]{1,3})[，,、])/gu;

/** Where the items of a list begin that a paragraph holds. One item alone is no list. */
function findItems(text: string): ReadonlySet<number> {
  const found = [...text.matchAll(item)];
  const isList = found.some(([, is]) => is === "一" || is === undefined) && found.length > 1;
  return new Set(isList ? found.map(({ index }) => index) : []);
}

/** For each opening mark the place of its closing one, if it is closed soon enough. */
function findEnclosed(text: string): ReadonlyMap<number, number> {
  const enclosed = new Map<number, number>();
  const open: { readonly at: number; readonly closes: string }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charAt(at);
    const closes = closingMarks[mark];
    if (closes !== undefined) {
      open.push({ at, closes });
    } else if (closers.has(mark)) {
      const place = open.findLastIndex((opened) => opened.closes === mark && at - opened.at <= MAX_ENCLOSED);
      const opened = open[place];
      if (opened === undefined) continue;
      enclosed.set(opened.at, at);
      // what was opened inside and not closed was no bracket
      open.length = place;
    }
    if (open.length > MAX_OPEN) open.shift();
  }
  return enclosed;
}

function trimmed(text: string, start: number, end: number): Span {
  let [from, to] = [start, end];
  while (from < to && isSpace(text.charAt(from))) from += 1;
  while (to > from && isSpace(text.charAt(to - 1))) to -= 1;
  return { start: from, end: to };
}

/**
 * The sentences of one paragraph: they end with 。！？；, a soft line break, or where the next of 一是…二是… begins. Marks
 * inside quotation marks and brackets end nothing, but a quotation that ends with a full stop ends its sentence.
 * White space between sentences belongs to none; everything else belongs to exactly one. Linear.
 */
export function splitSentences(text: string): readonly Span[] {
  const items = findItems(text);
  const enclosed = findEnclosed(text);
  const spans: Span[] = [];
  let start = 0;
  const close = (end: number): void => {
    const span = trimmed(text, start, end);
    if (span.end > span.start) spans.push(span);
    start = end;
  };
  let at = 0;
  while (at < text.length) {
    if (items.has(at)) close(at);
    const mark = text.charAt(at);
    const last = enclosed.get(at);
    if (last !== undefined && !items.has(at)) {
      at = last + 1;
      if (mark === "“" && isFullStop(text.charAt(last - 1)) && !isMark(text.charAt(at))) close(at);
      continue;
    }
    at += 1;
    if (mark === "\n") {
      close(at);
    } else if (isEnd(mark)) {
      // 。。 and ？！ are one end; a closing mark without an opening one belongs to what it closes
      while (at < text.length && (isEnd(text.charAt(at)) || closers.has(text.charAt(at)))) at += 1;
      close(at);
    }
  }
  close(text.length);
  return spans;
}

/** Whether a sentence goes on, or ends, with the mark that follows its quotation. */
function isMark(mark: string): boolean {
  return mark !== "" && "，,、；;：:。！？!?）)》”’".includes(mark);
}
