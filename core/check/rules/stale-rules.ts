import { isOwnYear } from "../../rollover/years/judge-year.ts";
import { viewOf } from "../../rollover/text-view.ts";
import { arabicYear } from "../../rollover/vocabulary.ts";
import { roleOf } from "../../rollover/text-role.ts";
import { organNamesOf } from "../../rollover/organ-names.ts";
import { titleOf } from "../../document/title.ts";
import { reviewIdOf } from "../../document/inline-traits.ts";
import { placedInlines } from "../../document/placed-texts.ts";
import { checkTextsOf, isNameOrQuote, matchesOf } from "../check-text.ts";
import { type CheckedBlock, type CheckedReport, placeOf } from "../checked-report.ts";
import { sentenceDigests, type SentenceDigest } from "../sentence-digests.ts";
import type { AcrossRule, FoundInReport } from "../rule.ts";
import type { Span } from "../../document/place.ts";
import { type WrittenFigure, writtenFigures } from "../arithmetic/written-figures.ts";

const year = new RegExp(`(?<!\\d|[—–～~\\-－至到、和及与])${arabicYear}度?(?!\\s?[—–～~\\-－至到、和及与以起])`, "gu");
/** The year opens a clause as the year of what was done: 2021年，我局…. */
const opens = /^[，,]?(?:(?:我|本|全)?局|[共全]|累计|完成|组织|查出|开展|实施|审计|未|市|县|区|[上下]半年)/u;
const history =
  /(?:自|从|于|在|起|对|截至|成立|修订|通过|印发|颁布|施行|实施以来|以来|期间|出台|发布|建成|发生|原|曾|历史|上一?轮|首次|荣获|获评|规划|目标|到)$/u;

/** Years of work that are neither 报告年度 nor beside it. Plans look far ahead and back, so they are left out. */
function staleYears(report: CheckedReport, blocks: readonly CheckedBlock[]): readonly FoundInReport[] {
  if (report.reportType === "audit-plan") return [];
  const organs = organNamesOf(titleOf(report.blocks, report.year), report.meta);
  return blocks.flatMap(({ block, texts }, index) =>
    texts.flatMap((text, paragraph): readonly FoundInReport[] => {
      if (text.kind === "table" || text.kind === "element" || !text.text.includes("年")) return [];
      const years = matchesOf(year, text.text).filter(
        ({ 0: found }) => Math.abs(Number(found.slice(0, 4)) - report.year) > 1,
      );
      if (years.length === 0) return [];
      const view = viewOf(text.text, { role: roleOf(block, paragraph), organs });
      return years.flatMap(({ 0: found, index: start }): readonly FoundInReport[] => {
        const end = start + found.length;
        if (isNameOrQuote(text, { start, end })) return [];
        const before = text.text.slice(Math.max(0, start - 6), start);
        const isOpening = /(?:^|[。；！])$/u.test(before) && opens.test(text.text.slice(end));
        const isTitle = text.kind === "title";
        const isWork = isTitle || isOpening || isOwnYear(view, { start, end: start + 5 }, 0);
        const place = placeOf(text, { start, end }, index);
        if (!isWork || history.test(before) || place === null) return [];
        return [{ place, message: `“${found}”与报告年度（${report.year}年）相差一年以上，请核对是否为往年文字。` }];
      });
    }),
  );
}

/** What is the same every year because a rule says so. */
const standing = /(?:每[年季月周]|至少|不少于|不低于|不超过|以上|以内|以下|原则上|目标|力争|确保|要求|规定|20\d\d)/u;

/** What somebody said of a figure by its mark: it is still open, it stays; or nothing, where it is not marked. */
type Word = "pending" | "kept" | "updated" | null;

type Aligned = { readonly text: string; readonly figures: readonly WrittenFigure[] };

/** Last year's sentences by what they say without their figures; null where two say the same. */
function lastYear({ previous }: CheckedReport): ReadonlyMap<string, Aligned | null> {
  const known = new Map<string, Aligned | null>();
  for (const block of previous?.blocks ?? []) {
    for (const { key, text } of sentenceDigests(checkTextsOf(block, previous?.year ?? 0))) {
      known.set(key, known.has(key) ? null : { text, figures: writtenFigures(text) });
    }
  }
  return known;
}

const lastYears = new WeakMap<object, ReadonlyMap<string, Aligned | null>>();

function lastYearOf(report: CheckedReport): ReadonlyMap<string, Aligned | null> {
  if (report.previous === null) return new Map();
  const found = lastYears.get(report.previous) ?? lastYear(report);
  lastYears.set(report.previous, found);
  return found;
}

/** The marks of the review within a sentence, counted from its beginning, and what somebody said of each. */
function wordsWithin(report: CheckedReport, { texts }: CheckedBlock, sentence: SentenceDigest) {
  const { owner } = texts[sentence.paragraph] ?? {};
  if (owner?.kind !== "paragraph") return [];
  return placedInlines({ content: owner.paragraph.content, start: 0 }, report.year).flatMap(
    ({ inline, start, end }): readonly (Span & { readonly word: Exclude<Word, null> })[] => {
      const id = reviewIdOf(inline);
      if (id === undefined || start >= sentence.end || sentence.start >= end) return [];
      const word = report.settled.has(id) ? "kept" : report.pending.has(id) ? "pending" : "updated";
      return [{ start: start - sentence.start, end: end - sentence.start, word }];
    },
  );
}

/** What somebody said of a figure; who said of other words of its sentence that they stay has read it too. */
function wordOn(figure: WrittenFigure, words: ReturnType<typeof wordsWithin>): Word {
  const own = words.find(({ start, end }) => start < figure.end && figure.start < end);
  if (own !== undefined) return own.word;
  return words.some(({ word }) => word === "kept") ? "kept" : null;
}

function eachAligned(
  report: CheckedReport,
  blocks: readonly CheckedBlock[],
  judge: (now: Aligned, before: Aligned, wordOf: (figure: WrittenFigure) => Word) => string | null,
): readonly FoundInReport[] {
  const known = lastYearOf(report);
  if (known.size === 0) return [];
  return blocks.flatMap((checked, index) =>
    checked.sentences.flatMap((sentence): readonly FoundInReport[] => {
      const before = known.get(sentence.key);
      const text = checked.texts[sentence.paragraph];
      if (before === undefined || before === null || before.figures.length === 0 || text === undefined) return [];
      const words = wordsWithin(report, checked, sentence);
      const now = { text: sentence.text, figures: writtenFigures(sentence.text) };
      const message = judge(now, before, (figure) => wordOn(figure, words));
      const place = placeOf(text, sentence, index);
      return message === null || place === null ? [] : [{ place, message }];
    }),
  );
}

const unchanged = (report: CheckedReport, blocks: readonly CheckedBlock[]): readonly FoundInReport[] =>
  eachAligned(report, blocks, (now, before, wordOf) => {
    const isSame =
      now.figures.length === before.figures.length &&
      now.figures.every(({ value }, at) => value === before.figures[at]?.value);
    if (!isSame || standing.test(now.text.replaceAll(/20\d\d年/gu, ""))) return null;
    // what is still open is asked about by 待核 already
    const told = now.figures.filter((figure) => {
      const word = wordOf(figure);
      // the roll marks what goes stale: a bare number that it left alone is part of a name
      const isOpen = word === "updated" || (word === null && figure.hasUnit);
      return isOpen && figure.value !== 0 && figure.value !== 100;
    });
    if (told.length === 0) return null;
    const figures = told.map(({ written }) => written).join("、");
    return `数据${figures}与去年同一句相同，请核对是否为去年数据；确实未变的，在“待核”栏里标为沿用。`;
  });

const tenfold = 10;

const jumped = (report: CheckedReport, blocks: readonly CheckedBlock[]): readonly FoundInReport[] =>
  eachAligned(report, blocks, (now, before, wordOf) => {
    if (now.figures.length !== before.figures.length) return null;
    const at = now.figures.findIndex((figure, position) => {
      const { value } = figure;
      const old = before.figures[position]?.value ?? 0;
      const isFar = old > 0 && value > 0 && (value / old >= tenfold || old / value >= tenfold);
      return isFar && wordOf(figure) !== "pending";
    });
    const [figure, last] = [now.figures[at], before.figures[at]];
    if (figure === undefined || last === undefined) return null;
    const [value, old] = [figure.value, last.value];
    const times = value > old ? `${Math.round(value / old)} 倍` : `${Math.round(old / value)} 分之一`;
    return `去年这里是${last.written}，今年是${figure.written}（约为去年的 ${times}），请核对数据和单位。`;
  });

const practice = { scope: "across", source: "实务", strength: "实务", severity: "提示" } as const;

export const staleRules: readonly AcrossRule[] = [
  {
    ...practice,
    id: "NU-15",
    name: "往年的年份",
    message: "年份与报告年度不符。",
    find: staleYears,
    yes: [
      "青石县审计局关于2025年工作情况的报告\n‹2022年›，我局完成审计项目32个，查出问题金额3415万元。\n一、主要工作\n全年工作完成。",
    ],
    no: [
      "青石县审计局关于2025年工作情况的报告\n2025年，我局完成审计项目32个，比2024年增加4个。根据2021年修订的审计法，完善制度。\n一、主要工作\n到2030年，建成智慧审计平台。",
    ],
  },
  {
    ...practice,
    id: "NU-17",
    name: "与去年相同的数据",
    message: "数据与去年相同。",
    find: unchanged,
    yes: [],
    no: [],
  },
  {
    ...practice,
    id: "NU-18",
    name: "与去年相差十倍的数据",
    message: "数据与去年相差十倍以上。",
    find: jumped,
    yes: [],
    no: [],
  },
];
