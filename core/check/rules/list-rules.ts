import { parseChineseNumber } from "../../document/chinese-numerals.ts";
import { type CheckText, matchesOf } from "../check-text.ts";
import { type CheckedBlock, type CheckedReport, placeOf } from "../checked-report.ts";
import type { AcrossRule, FoundInReport, Found, LocalRule } from "../rule.ts";

/** The forms in which a list within a paragraph counts. What an item says may begin with a blank (MASK). */
const forms = [
  /(?<=^|[。；：，、;:,！\n])([一二三四五六七八九十]{1,3})是(?=[\u4e00-\u9fff“‘《（\ufffc\dA-Za-z])(?![非否])/gu,
  /(?<=^|[。；：;:！\n])第([一二三四五六七八九十]{1,3})[，,、](?=[\u4e00-\u9fff“‘《（\ufffc\dA-Za-z])(?!第)/gu,
  /(?<=^|[。；：;:！\n])[（(]([一二三四五六七八九十]{1,3})[）)](?=[\u4e00-\u9fff“‘《\ufffc])/gu,
  /(?<=^|[。；：;:！\n])[（(](\d{1,2})[）)](?=[\u4e00-\u9fff“‘《\ufffc])/gu,
  /(?<=^|[。；：;:！\n])(\d{1,2})[.．](?=[\u4e00-\u9fff“‘《\ufffc])/gu,
] as const;

type Marker = Found & { readonly value: number; readonly form: number };

/** The ordinals of lists within one paragraph, in order. */
function listMarkers(text: string): readonly Marker[] {
  return forms.flatMap((pattern, form) =>
    matchesOf(pattern, text).flatMap(({ 0: found, 1: number = "", index }): readonly Marker[] => {
      const value = /\d/u.test(number) ? Number(number) : parseChineseNumber(number);
      return value === null || value < 1 ? [] : [{ start: index, end: index + found.length, value, form }];
    }),
  );
}

function outOfOrder({ text, form, kind }: CheckText): readonly Found[] {
  if (form !== "text" || kind === "element") return [];
  const found: Found[] = [];
  const last = new Map<number, Marker>();
  for (const marker of listMarkers(text)) {
    const before = last.get(marker.form);
    const word = text.slice(marker.start, marker.end);
    last.set(marker.form, marker);
    if (before === undefined) {
      // 二是 at the head of a paragraph goes on from the one above
      if (marker.value > 1 && marker.start > 0 && marker.form < 2) {
        found.push({ ...marker, message: `前面没有与“${word}”相接的序数，请核对是否缺项。` });
      }
      continue;
    }
    const goesOn = marker.value === before.value + 1;
    const begins = marker.value === 1 && before.value > 1;
    if (!goesOn && !begins) {
      found.push({
        ...marker,
        message: `“${text.slice(before.start, before.end)}”之后是“${word}”，序数不连续，请核对。`,
      });
    }
  }
  return found.map(({ start, end, message }) => ({ start, end, ...(message === undefined ? {} : { message }) }));
}

/** Lists whose items are paragraphs: 一是…, and 三是… below it. */
function acrossParagraphs(_: CheckedReport, blocks: readonly CheckedBlock[]): readonly FoundInReport[] {
  const found: FoundInReport[] = [];
  let last: Marker | null = null;
  for (const [index, { block, texts }] of blocks.entries()) {
    if (block.kind === "heading" || block.kind === "runInHeading" || block.kind === "title") last = null;
    if (block.kind !== "paragraph") continue;
    const text = texts[0];
    if (text === undefined) continue;
    const markers = listMarkers(text.text).filter(({ form }) => form < 2);
    const [first] = markers;
    if (first?.start === 0 && (last === null ? first.value > 1 : first.form === last.form)) {
      const expected = (last?.value ?? 0) + 1;
      const place = placeOf(text, first, index);
      const isRight = first.value === expected || first.value === 1;
      if (!isRight && place !== null) {
        found.push({ place, message: `“${text.text.slice(first.start, first.end)}”与前面的序数不连续，请核对。` });
      }
    }
    last = markers.at(-1) ?? last;
  }
  return found;
}

const practice = { source: "实务", strength: "实务", severity: "错误" } as const;

export const listRules: readonly LocalRule[] = [
  {
    ...practice,
    scope: "local",
    id: "SEQ-4",
    name: "段内序数不连续",
    message: "段内的序数不连续。",
    find: outOfOrder,
    yes: [
      "存在以下问题：一是力量不足。‹三是›经验不够。",
      "存在以下问题：一是力量不足。‹一是›经验不够。",
      "第一，加强领导。‹第三，›强化落实。",
      "存在以下问题：‹二是›力量不足。",
      "存在以下问题：一是\ufffc\ufffc。‹三是›\ufffc\ufffc。",
    ],
    no: [
      "存在以下问题：一是力量不足。二是经验不够。三是方法不多。",
      "存在以下问题：一是力量不足；二是2名人员尚未持证；三是方法不多。",
      "原因分析：一是\ufffc\ufffc，专业结构不匹配。二是对制度的学习不深。三是\ufffc\ufffc。",
      "主要做法：一是OA系统全面启用。二是‘双随机’检查常态化。",
      "第一，加强领导。第二，强化落实。",
      "工作中做到：一是领导重视。二是措施有力。问题表现为：一是力量不足。二是经验不够。",
      "二是经验不够，还有差距。",
      "统一是基础，二者缺一不可。",
    ],
  },
];

export const listsAcrossRules: readonly AcrossRule[] = [
  {
    ...practice,
    scope: "across",
    id: "SEQ-4.paragraphs",
    name: "分段列举的序数不连续",
    message: "分段列举的序数不连续。",
    find: acrossParagraphs,
    yes: ["某局关于2025年工作情况的报告\n存在以下问题：\n一是力量不足，还有差距。\n‹三是›经验不够，还有差距。"],
    no: ["某局关于2025年工作情况的报告\n存在以下问题：\n一是力量不足，还有差距。\n二是经验不够，还有差距。"],
  },
];
