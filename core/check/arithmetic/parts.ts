import type { CheckText } from "../check-text.ts";
import type { Found } from "../rule.ts";
import { type Amount, amountsIn } from "./amounts.ts";
import { isCounted, wholeSentences } from "./counted-amounts.ts";

/** What is done with the things of a whole: as many of them at most as there are. */
const deeds = "整改|办结|结案|采纳|落实|完成|销号|纠正|处理|解决|答复|执行";
/** Behind these words stands how many it was done with; 应整改200个 is the whole. */
const done = new RegExp(
  `(?<![应需须拟待未可能](?:完成|予以?|当)?)(?:${deeds})(?:到位|完毕|完成|了)?[^，。；\\d]{0,6}$`,
  "u",
);
const among = /其中[^。；\d]*$/u;

/** Whether the later of two amounts is told as a part of the earlier one, or of some other whole. */
export const isPartOf = (sentence: string, whole: Amount, part: Amount): boolean => {
  const between = sentence.slice(whole.end, part.start);
  return done.test(between) || among.test(between);
};

const noun = "[^，。；：、（(\\d]{0,4}";
/** What is done with things of this name alone. A plan may be overfilled, and cases of last year closed. */
const objects = [
  { thing: "问题|隐患", deed: "整改|纠正|解决|销号" },
  { thing: "建议|意见", deed: "采纳" },
].map(({ thing, deed }) => ({
  /** 查出问题44个, 应整改金额44万元 */
  before: new RegExp(`(?:${thing}|[应需](?:${deed}))[^，。；\\d]{0,4}$`, "u"),
  /** Nothing but the name of the things stands between: 44个问题已整改51个. */
  between: new RegExp(
    `^(?<named>${thing})?[，、；]?(?:目前|现)?(?:均|都|全部)?(?:已经?)?(?:被|获)?(?:完成)?(?:${deed})(?:到位|完毕|完成|了)?(?:${thing})?(?:金额)?$`,
    "u",
  ),
}));

/** Whether the second amount says with how many things of the first one something was done. */
function isDoneWith(before: string, between: string): boolean {
  return objects.some((object) => {
    const found = object.between.exec(between);
    return found !== null && (found.groups?.["named"] !== undefined || object.before.test(before));
  });
}

const amongDirectly = new RegExp(`^${noun}[，、；：（(]?其中[，：]?(?<name>[^，。；：\\d]{0,16})$`, "u");
/** Beside such words the whole is only some of the things, or the part is of more than these. */
const narrow =
  /(?:新增?|本[次轮批期月季]|当[月季年]|剩余?|余下|尚|还|仍|未|遗留|其余|另|又|再|其中)[^，。；\d]{0,10}$/u;
const wide = /累计|历年|往年|以前|上年|去年|连同|跨年|结转|超额|提前|额外/u;
/** What is found in the parts is no part itself: 审计项目12个，其中专项审计查出问题51个. */
const another =
  /查出|发现|提出|揭示|反映|移送|涉及|形成|出台|制定|整改|挽回|追回|收缴|促进|培训|派出|抽调|覆盖|带动|核减|审减|编制|问题|建议|线索/gu;

type Over = { readonly part: Amount; readonly whole: Amount; readonly isDone: boolean };

const isMore = (part: Amount, whole: Amount): boolean =>
  part.value - part.slack > whole.value + whole.slack + whole.value * 1e-9;

/** As far as the words of an amount are looked for, in characters: a sentence may be endless. */
const reach = 60;
const wordsBefore = (sentence: string, { start }: Amount): string => sentence.slice(Math.max(0, start - reach), start);

/** The words around an amount that say what is counted: back to the mark before it and on to the one behind. */
function clauseOf(sentence: string, amount: Amount): string {
  const before =
    wordsBefore(sentence, amount)
      .split(/[，。；]/u)
      .at(-1) ?? "";
  return before + (/^[^，。；：]*/u.exec(sentence.slice(amount.end, amount.end + reach))?.[0] ?? "");
}

function isSameMatter(sentence: string, whole: Amount, name: string): boolean {
  const told = clauseOf(sentence, whole);
  return (name.match(another) ?? []).every((word) => told.includes(word));
}

const listed = /^(?:、|和|及|以及)[^，。；：、\d]{0,16}$/u;

/** The items of a list that 、 and 和 alone part, from its first one on. */
function listFrom(sentence: string, amounts: readonly Amount[], from: number): readonly Amount[] {
  let end = from + 1;
  while (end < amounts.length && listed.test(sentence.slice(amounts[end - 1]?.end, amounts[end]?.start))) end += 1;
  return amounts.slice(from, end);
}

/**
 * Parts of a sentence that are more than the whole that they are told of, where the whole is plainly theirs: it stands
 * right before them, in the same unit, and no amount before it is large enough to be the whole instead.
 */
export function partsOverWhole(sentence: string, amounts: readonly Amount[]): readonly Over[] {
  /** The largest amount of each unit before the one looked at. */
  const largest = new Map<string, number>();
  return amounts.flatMap((whole, position): readonly Over[] => {
    const largestBefore = largest.get(whole.unit) ?? -Infinity;
    largest.set(whole.unit, Math.max(largestBefore, whole.value));
    const first = amounts[position + 1];
    if (first === undefined || whole.isRough || whole.unit === "%" || !isCounted(sentence, whole)) return [];
    const before = wordsBefore(sentence, whole);
    const between = sentence.slice(whole.end, first.start);
    if (narrow.test(before) || wide.test(between)) return [];
    const isDone = isDoneWith(before, between);
    const name = amongDirectly.exec(between)?.groups?.["name"];
    if (!isDone && (name === undefined || !isSameMatter(sentence, whole, name))) return [];
    const parts = isDone ? [first] : listFrom(sentence, amounts, position + 1);
    return parts
      .filter(
        (part) =>
          part.unit === whole.unit &&
          !part.isRough &&
          isCounted(sentence, part) &&
          isMore(part, whole) &&
          part.value > largestBefore,
      )
      .map((part) => ({ part, whole, isDone }));
  });
}

/** Parts that are told as more than their whole. */
export function partsAreMore({ text, form }: CheckText): readonly Found[] {
  if (form === "element" || !/其中|整改|纠正|解决|销号|采纳/u.test(text)) return [];
  return wholeSentences(text).flatMap((sentence) =>
    partsOverWhole(sentence.text, amountsIn(sentence.text)).map(({ part, whole, isDone }) => ({
      start: sentence.start + part.start,
      end: sentence.start + part.end,
      message: isDone
        ? `总数是“${whole.written}”，办成的却有“${part.written}”，部分不能多于总数，请核对。`
        : `总数是“${whole.written}”，其中的一项却有“${part.written}”，部分不能多于总数，请核对。`,
    })),
  );
}
