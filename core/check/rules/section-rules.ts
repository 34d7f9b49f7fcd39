import { INTRODUCTION_SECTION_ID } from "../../document/schema.ts";
import { outlineOf } from "../../document/outline.ts";
import { sectionName } from "../../document/section-name.ts";
import { findEmptySections } from "../empty-sections.ts";
import { matchesOf } from "../check-text.ts";
import { type CheckedBlock, type CheckedReport, firstLineOf, placeOf } from "../checked-report.ts";
import type { AcrossRule, FoundInReport } from "../rule.ts";

/** Sections that the report's template asks for and that say nothing, and those that are gone. */
function sections({ blocks, guides, year }: CheckedReport, checked: readonly CheckedBlock[]): readonly FoundInReport[] {
  const outline = outlineOf(blocks, year);
  const empty = findEmptySections(blocks, outline, guides, year).flatMap((section): readonly FoundInReport[] => {
    const block = checked[section.index];
    if (block === undefined) return [];
    return [{ place: firstLineOf(block, section.index), message: `“${sectionName(section)}”还没有内容。` }];
  });
  const present = new Set(outline.map(({ sectionId }) => sectionId));
  const missing = Object.entries(guides).flatMap(([id, { required, note }]): readonly FoundInReport[] => {
    if (!required || id === INTRODUCTION_SECTION_ID || present.has(id)) return [];
    const about = note.split(/[。；]/u)[0] ?? "";
    return [{ place: { block: 0, start: 0, end: 0 }, message: `模板要求的一个部分不见了（${about}），请核对。` }];
  });
  return [...empty, ...missing];
}

const organs =
  /^(?:各|市|省|县|区|局|国务院|[\u4e00-\u9fff]{2,16}?(?:局|委|办|厅|政府|单位|处|中心|院|党委|党组))[\u4e00-\u9fff、，,（）\s]{0,80}(?:局|委|办|厅|府|单位|部门|处室|科室|中心|院|机构|街道|乡镇|企业)(?<mark>[，。,.；;]?)$/u;

/** The line below a title that addresses organs and does not end with ：. */
function recipients({ meta }: CheckedReport, blocks: readonly CheckedBlock[]): readonly FoundInReport[] {
  if (meta.mainRecipients.trim() !== "") return [];
  return blocks.flatMap((checked, index): readonly FoundInReport[] => {
    const { block, texts } = checked;
    const text = texts[0];
    if (block.kind !== "paragraph" || text === undefined) return [];
    const isAddressed = block.role === "recipients";
    const isBelowTitle = blocks[index - 1]?.block.kind === "title" && (block.role === "body" || block.role === "flush");
    if (!isAddressed && !isBelowTitle) return [];
    const line = text.text.trim();
    if (isAddressed ? /：$/u.test(line) : !organs.test(line) || line.length > longestLine) return [];
    return [{ place: firstLineOf(checked, index), message: "主送机关之后应使用冒号“：”。" }];
  });
}
const longestLine = 60;

const attachmentTitle = /^附件\s{0,2}(?<number>\d{1,2})?\s{0,2}[：:]?$/u;
const mention = /附件\s{0,2}(?<number>\d{1,2})(?!\d|[：:.．、])/gu;
const bare = (text: string): string => text.replaceAll(/[\s《》“”（）()]/gu, "");

/** Names in 附件说明 against the attachments that stand in the report, and against those that its text speaks of. */
function attachments({ meta }: CheckedReport, blocks: readonly CheckedBlock[]): readonly FoundInReport[] {
  const names = meta.attachmentNames.filter((name) => name.trim() !== "");
  const found: FoundInReport[] = [];
  if (names.length === 0) return [];
  const heads = blocks.flatMap(({ block, texts }, index) => {
    const match = block.kind === "paragraph" ? attachmentTitle.exec(texts[0]?.text.trim() ?? "") : null;
    return match === null ? [] : [{ index, title: bare(blocks[index + 1]?.texts[0]?.text ?? "") }];
  });
  for (const [position, { index, title }] of heads.entries()) {
    const checked = blocks[index];
    const name = names[position];
    if (checked === undefined) continue;
    const place = firstLineOf(checked, index);
    if (name === undefined) found.push({ place, message: `附件说明中只列了 ${names.length} 个附件，没有这一个。` });
    else if (title !== "" && bare(name) !== title)
      found.push({ place, message: `附件标题与附件说明中的“${name}”不一致。` });
  }
  const missing = heads.length === 0 ? [] : names.slice(heads.length);
  for (const [position, name] of missing.entries()) {
    const entry = meta.attachmentNames.indexOf(name);
    const place = { element: "attachmentNames", entry, start: 0, end: name.length } as const;
    found.push({ place, message: `附件说明列了“${name}”，后面没有附件${heads.length + position + 1}。` });
  }
  return [...found, ...mentions(names.length, blocks)];
}

/** 附件3 where two are listed. */
function mentions(count: number, blocks: readonly CheckedBlock[]): readonly FoundInReport[] {
  return blocks.flatMap(({ texts }, index) =>
    texts.flatMap((text) => {
      if (!text.text.includes("附件") || attachmentTitle.test(text.text.trim())) return [];
      return matchesOf(mention, text.text).flatMap(({ 0: words, index: start, groups }): readonly FoundInReport[] => {
        const place = placeOf(text, { start, end: start + words.length }, index);
        const isListed = Number(groups?.["number"]) <= count;
        return place === null || isListed
          ? []
          : [{ place, message: `附件说明只列了 ${count} 个附件，没有“${words}”。` }];
      });
    }),
  );
}

/** 附件：1.某某清单； and the numbered lines below it: names take no mark at their end. */
function attachmentMarks({ meta }: CheckedReport, blocks: readonly CheckedBlock[]): readonly FoundInReport[] {
  const inElements = meta.attachmentNames.flatMap((name, entry): readonly FoundInReport[] => {
    const mark = /[。；，、,;.]$/u.exec(name.trimEnd());
    if (mark === null) return [];
    const place = { element: "attachmentNames", entry, start: mark.index, end: mark.index + 1 } as const;
    return [{ place, fix: "", isSafe: true }];
  });
  let isList = false;
  const inText = blocks.flatMap(({ block, texts }, index): readonly FoundInReport[] => {
    const text = texts[0];
    if (text === undefined) return [];
    const begins = block.kind === "paragraph" && /^附\s{0,2}件\s{0,2}[：:]\s{0,4}(?:1[.．、])?\S/u.test(text.text);
    isList = begins || (isList && (block.kind === "listItem" || /^\d{1,2}[.．、]/u.test(text.text)));
    const mark = isList ? /[。；，、,;]$/u.exec(text.text.trimEnd()) : null;
    if (mark === null || text.text.length > longestName) return [];
    const place = placeOf(text, { start: mark.index, end: mark.index + 1 }, index);
    return place === null ? [] : [{ place, fix: "", isSafe: true }];
  });
  return [...inElements, ...inText];
}
const longestName = 80;

const title = "青石县审计局关于2025年工作情况的报告";
const signed = "青石县审计局\n2026年1月20日";

export const sectionRules: readonly AcrossRule[] = [
  {
    scope: "across",
    id: "ST-1",
    name: "缺少或空着的部分",
    source: "报告模板",
    strength: "建议",
    severity: "错误",
    message: "模板要求的部分没有内容。",
    find: sections,
    yes: [],
    no: [`${title}\n一、主要工作\n全年工作完成，成效明显。`],
  },
  {
    scope: "across",
    id: "ST-4",
    name: "主送机关后的冒号",
    source: "GB/T 9704—2012 7.3.2",
    strength: "规定",
    severity: "错误",
    message: "主送机关之后应使用冒号。",
    find: recipients,
    yes: [`${title}\n‹各乡镇人民政府，县直各单位，›\n全年工作完成，成效明显。\n${signed}`],
    no: [
      `${title}\n各乡镇人民政府，县直各单位：\n全年工作完成，成效明显。\n${signed}`,
      `${title}\n全年工作完成，成效明显。\n${signed}`,
    ],
  },
  {
    scope: "across",
    id: "ST-5",
    name: "附件说明与附件",
    source: "GB/T 9704—2012 7.3.4、7.3.7",
    strength: "规定",
    severity: "错误",
    message: "附件说明与附件不一致。",
    find: attachments,
    yes: [`${title}\n全年工作完成，具体情况见‹附件3›。\n附件：1.审计项目清单\n2.整改情况表\n${signed}`],
    no: [`${title}\n全年工作完成，具体情况见附件2。\n附件：1.审计项目清单\n2.整改情况表\n${signed}`],
  },
  {
    scope: "across",
    id: "PU-12",
    name: "附件名称后的标点",
    source: "GB/T 9704—2012 7.3.4",
    strength: "规定",
    severity: "错误",
    message: "附件名称之后不加标点。",
    find: attachmentMarks,
    yes: [[`${title}\n全年工作完成，成效明显。\n附件：审计项目清单‹。›\n${signed}`, ""]],
    no: [`${title}\n全年工作完成，成效明显。\n附件：审计项目清单\n${signed}`],
  },
];
