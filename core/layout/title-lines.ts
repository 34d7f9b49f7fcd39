import { emWidth } from "./em-width.ts";
import { segmentWords } from "../words/dictionary-segmenter.ts";
import type { Segmenter } from "../words/segmenter.ts";
import { arrangeLines, type Unit } from "./arrange-lines.ts";
import { gbt9704 as layout } from "./gbt9704.ts";

/**
 * Breaks a title into lines as GB/T 9704-2012 7.3.1 asks: at word sense, in the shape of a trapezoid or a diamond, at
 * most 20 characters a line, in as few lines as that allows; no line of one or two characters ends it. The same title
 * breaks the same way on every computer, in a time that grows with its length alone.
 *
 * A line break in the text is the writer's own and stays.
 */
export function breakTitle(text: string, segment: Segmenter = segmentWords): readonly string[] {
  return text
    .split("\n")
    .map((part) => part.trim())
    .filter((part) => part !== "")
    .flatMap((part) => breakPart(part, segment));
}

const MAX_CHARACTERS = layout.titleMaxCharactersPerLine;
/** Terms of the trade that a word list does not know as one. */
const protectedTerms = [
  "关于印发",
  "关于转发",
  "本级预算执行",
  "预算执行",
  "财政收支",
  "财务收支",
  "审计整改",
  "法治政府建设",
  "法治政府",
  "法治建设",
  "依法行政",
  "行政执法",
  "审计工作",
  "审计机关",
  "审计项目",
  "审计监督",
  "工作报告",
  "工作总结",
  "工作情况",
  "工作要点",
  "情况报告",
  "年度报告",
  "发展规划",
  "实施方案",
  "实施意见",
  "人民政府",
  "领导小组",
  "常务委员会",
  "委员会",
  "办公室",
  "信息公开",
  "第一责任人",
] as const;

/** Never at the start of a line: particles and what closes. */
const sticksToLineBefore = /^[的地得了等之》〉”’）〕】、，。：；！？·]/u;
/** What kind of place a name is stays with the name: 青石|县, 某某|市. */
const endsPlaceName = /^(?:自治)?[省市县区州盟旗]$/u;
/** Never at the end of a line: what opens, and ordinals' 第. */
const sticksToLineAfter = /[《〈“‘（〔【第]$/u;
/** Words that lead what follows: a line that ends with one reads badly. */
const leadsOn = /^(?:关于|对于|有关|在|对|为|以|向|从|和|与|及|暨|并|或|把|被|将|由)$/u;
/** Words that tell of the next one how, or whose it is: 切实|做好, 本级|决算. */
const tellsOfNext =
  /^(?:切实|进一步|全面|深入|扎实|持续|着力|大力|积极|认真|严格|加快|不断|有效|依法|统筹|本级|同级|上级|各级|省级|市级|县级|区级|全国|全省|全市|全县|全区)$/u;
/** Words that open a new thought: the best place for a break is before them. */
const opensThought = /^(?:关于|印发|转发|贯彻|落实|推进|加强|开展|做好|暨)/u;
const onlyDigits = /^[0-9０-９]+$/u;
const endsWithDigit = /[0-9０-９一二三四五六七八九十〇]$/u;
const countsWhatPrecedes = /^(?:年|月|日|个|项|号|次|届|期|度|％|%)/u;
const endsOrgan = /(?:局|厅|部|院|委|政府|委员会|办公室)$/u;
const longestQuotation = 12;

const COST = {
  bestPlace: 0,
  afterParticle: 1,
  afterOrgan: 1,
  betweenWords: 2,
  insideQuotation: 3.5,
  insideOrgan: 4,
  afterWordOfNext: 4,
  afterLeadingWord: 8,
} as const;
const characterCount = (text: string): number => Array.from(text).length;

function breakPart(text: string, segment: Segmenter): readonly string[] {
  if (characterCount(text) <= MAX_CHARACTERS) return [text];
  return arrangeLines(splitIntoUnits(text, segment), MAX_CHARACTERS);
}

/** Words, with everything glued together that must stay on one line. */
function splitIntoUnits(text: string, segment: Segmenter): readonly Unit[] {
  const pieces = glue(wordsOf(text, segment));
  const organEnd = text.indexOf("关于");
  let position = 0;
  const isOpen = { "》": false, "”": false };
  return pieces.flatMap((piece, index) => {
    position += piece.length;
    if (/[《》]/u.test(piece)) isOpen["》"] = piece.lastIndexOf("《") > piece.lastIndexOf("》");
    if (/[“”]/u.test(piece)) isOpen["”"] = piece.lastIndexOf("“") > piece.lastIndexOf("”");
    const cost = breakCost(piece, pieces[index + 1], {
      insideOrgan: position < organEnd,
      insideQuotation: isOpen["》"] || isOpen["”"],
    });
    const characters = Array.from(piece);
    // Longer than a line: it has to be broken somewhere after all
    const parts = characters.length <= MAX_CHARACTERS ? [piece] : characters;
    return parts.map((part) => ({
      text: part,
      characters: characterCount(part),
      width: emWidth(part),
      cost: part === piece ? cost : COST.betweenWords,
    }));
  });
}

const splitter = new RegExp(
  `(《[^》]{1,${longestQuotation}}》|“[^”]{1,${longestQuotation}}”|${protectedTerms.join("|")})`,
  "u",
);

function wordsOf(text: string, segment: Segmenter): readonly string[] {
  return text.split(splitter).flatMap((piece, index) => (index % 2 === 1 ? [piece] : segment(piece)));
}

/** Beyond two lines nothing is glued: what is as long has to be broken all the same. */
const longestGlued = 2 * MAX_CHARACTERS;

function glue(pieces: readonly string[]): readonly string[] {
  const glued: string[] = [];
  for (const piece of pieces) {
    const before = glued.at(-1);
    const mustStay =
      before !== undefined &&
      before.length < longestGlued &&
      (sticksToLineBefore.test(piece) ||
        (endsPlaceName.test(piece) && !/[《“（\s]$/u.test(before)) ||
        sticksToLineAfter.test(before) ||
        (onlyDigits.test(before) && !/^[《“]/u.test(piece)) ||
        (endsWithDigit.test(before) && countsWhatPrecedes.test(piece)) ||
        // ISO9001 and ISO 9001
        (/[A-Za-z][- ]?$/u.test(before) && /^[0-9]/u.test(piece)) ||
        /^ +$/u.test(piece) ||
        /^[\u0021-\u007e]+$/u.test(before + piece));
    if (mustStay) glued[glued.length - 1] = before + piece;
    else glued.push(piece);
  }
  return glued;
}

function breakCost(
  piece: string,
  next: string | undefined,
  place: { readonly insideOrgan: boolean; readonly insideQuotation: boolean },
): number {
  if (next === undefined) return 0;
  if (leadsOn.test(piece)) return COST.afterLeadingWord;
  if (tellsOfNext.test(piece)) return COST.afterWordOfNext;
  if (place.insideQuotation) return COST.insideQuotation;
  if (opensThought.test(next) || next.startsWith("《") || /[》”，、：\s]$/u.test(piece)) return COST.bestPlace;
  if (place.insideOrgan) return endsOrgan.test(piece) && !endsOrgan.test(next) ? COST.afterOrgan : COST.insideOrgan;
  return /[的年度]$/u.test(piece) ? COST.afterParticle : COST.betweenWords;
}
