/** A mark of a quotation as it stands in a text. */
type QuoteMark = { readonly at: number; readonly mark: string };
/** Two marks that belong together; `depth` 2: within another pair. */
export type QuotePair = { readonly open: number; readonly close: number; readonly depth: 1 | 2 };

/** No quotation begins in front of one of these, or ends behind one of those. */
const notBehindOpening = /[\s。，、；：！？,;:!?.）)》】〕”’]/u;
const notBeforeClosing = /[\s（(《【〔“‘：:]/u;
/** 15"的显示器 measures in inches. */
const figure = /[0-9０-９]/u;

function canOpen(text: string, { at, mark }: QuoteMark): boolean {
  if (mark !== '"') return mark === "“";
  const next = text.charAt(at + 1);
  return next !== "" && !notBehindOpening.test(next) && !figure.test(text.charAt(at - 1));
}

function canClose(text: string, { at, mark }: QuoteMark): boolean {
  if (mark !== '"') return mark === "”";
  const before = text.charAt(at - 1);
  return before !== "" && before !== '"' && !notBeforeClosing.test(before);
}

/** For each mark whether it opens; null: the marks do not pair one after the other. */
function alternating(text: string, marks: readonly QuoteMark[]): readonly boolean[] | null {
  const fits = marks.every((mark, at) => (at % 2 === 0 ? canOpen(text, mark) : canClose(text, mark)));
  return fits && marks.length % 2 === 0 ? marks.map((_, at) => at % 2 === 0) : null;
}

/** So many ways to go on; more than one is as good as any number. */
const atMostTwo = (count: number): number => Math.min(2, count);
const deepest = 2;

/** In how many ways the marks from each one on can be closed, by how deep one is in front of it. */
function waysToClose(text: string, marks: readonly QuoteMark[]): readonly (readonly number[])[] {
  let after: readonly number[] = [1, 0, 0];
  const ways: (readonly number[])[] = [after];
  for (const mark of marks.toReversed()) {
    const behind = after;
    after = [0, 1, 2].map((depth) => {
      const opens = depth < deepest && canOpen(text, mark) ? (behind[depth + 1] ?? 0) : 0;
      const closes = depth > 0 && canClose(text, mark) ? (behind[depth - 1] ?? 0) : 0;
      return atMostTwo(opens + closes);
    });
    ways.push(after);
  }
  return ways.reverse();
}

/** For each mark whether it opens, where quotations stand in quotations; null: there is no way, or more than one. */
function nested(text: string, marks: readonly QuoteMark[]): readonly boolean[] | null {
  const ways = waysToClose(text, marks);
  if (ways[0]?.[0] !== 1) return null;
  let depth = 0;
  return marks.map((mark, at) => {
    const opens = depth < deepest && canOpen(text, mark) && (ways[at + 1]?.[depth + 1] ?? 0) > 0;
    depth += opens ? 1 : -1;
    return opens;
  });
}

/** What parts two quotations of one sentence, so that none stands in the other. */
const parting = /[，。；、：！？,;:和与及或]/u;
/** Words that no quotation ends with, and that none begins with: they go on with what stands on the other side. */
const goesOn = /[要到是的以把对将由从在为被让使个项条种部类把]$/u;
const goesBack = /^[的地得了着过等]/u;
const longestPiece = 30;

/**
 * 他说："……"……"……" may be one saying with a quotation in it, or two; so may "两个"一以贯之"的要求". Marks that are read
 * one after the other are in doubt where what they enclose is no whole by itself and nothing parts it from the next.
 */
function isDoubtful(text: string, marks: readonly QuoteMark[]): boolean {
  if (marks.length < 4 || marks.some(({ mark }) => mark !== '"')) return false;
  const [first] = marks;
  const isSaying = marks.length === 4 && /[：:]/u.test(text.charAt((first?.at ?? 0) - 1));
  const between = (from: number, to: number): string => text.slice((marks[from]?.at ?? 0) + 1, marks[to]?.at);
  for (let at = 0; at + 3 < marks.length; at += 2) {
    const [one, gap, other] = [between(at, at + 1), between(at + 1, at + 2), between(at + 2, at + 3)];
    if (gap.length > longestPiece || parting.test(gap)) continue;
    if (isSaying || goesOn.test(one) || goesBack.test(other)) return true;
  }
  return false;
}

/**
 * The pairs of all double quotes of a text, straight and Chinese; null where it is not beyond doubt which belong
 * together. Linear in the length of the text.
 */
export function pairQuotes(text: string): readonly QuotePair[] | null {
  const marks = Array.from(text.matchAll(/["“”]/gu), ({ 0: mark, index }): QuoteMark => ({ at: index, mark }));
  const inTurn = alternating(text, marks);
  const opening = inTurn ?? nested(text, marks);
  if (opening === null || (inTurn !== null && isDoubtful(text, marks))) return null;
  const pairs: QuotePair[] = [];
  const open: number[] = [];
  for (const [at, mark] of marks.entries()) {
    if (opening[at] === true) {
      open.push(mark.at);
      continue;
    }
    const start = open.pop();
    if (start === undefined) return null;
    pairs.push({ open: start, close: mark.at, depth: open.length === 0 ? 1 : 2 });
  }
  return pairs;
}
