import { postGap } from "../../document/assemble.ts";
import type { BlockOf } from "../../document/blocks.ts";
import { inlineText } from "../../document/content-text.ts";
import { elementNames } from "../../document/element-names.ts";
import type { LayoutPreset, Meta } from "../../document/schema.ts";
import { styleIds } from "../../export/docx/style-ids.ts";
import { type DocumentItem, type DocumentParagraph, textOfRuns } from "../word/document-items.ts";
import { dayOf, splitDate } from "../written-day.ts";

/** What stood around the text of our own document: its 公文要素, and what is left of its items. */
type OwnFrame = {
  readonly items: readonly DocumentItem[];
  readonly meta: Partial<Meta>;
  readonly preset?: LayoutPreset;
};

const headStyles: readonly string[] = [
  styleIds.copyNumber,
  styleIds.marking,
  styleIds.mark,
  styleIds.documentNumber,
  styleIds.redRule,
];

/** Styles of 版头, whose paragraphs no text has. */
export const isHeadStyle = (styleId: string): boolean => headStyles.includes(styleId);

const textOf = ({ runs }: DocumentParagraph): string => textOfRuns(runs).trim();
const isPart = (item: DocumentItem, styleId: string): item is DocumentParagraph =>
  item.kind === "paragraph" && item.styleId === styleId && textOf(item) !== "";

const paragraphsOf = (table: BlockOf<"table">): readonly (readonly string[])[] =>
  table.rows.flatMap((row) =>
    row.map(({ paragraphs }) =>
      paragraphs.map((content) => inlineText(content, 0).trim()).filter((text) => text !== ""),
    ),
  );

/** Joint organs in one cell, 文件 in the one beside it. */
function jointOrgans(item: DocumentItem): { readonly organs: readonly string[]; readonly suffix: string } | null {
  if (item.kind !== "table" || item.rows.length !== 1) return null;
  const [organs = [], [suffix = "", ...more] = [], ...others] = paragraphsOf(item);
  const isJoint = organs.length > 1 && more.length === 0 && others.length === 0 && /^(?:文件|令|纪要)$/u.test(suffix);
  return isJoint ? { organs, suffix } : null;
}

const presets: readonly (readonly [RegExp, LayoutPreset])[] = [
  [/文件$/u, "official-document"],
  [/纪要$/u, "minutes"],
  [/令$/u, "order"],
];

/** The organs of a mark and the layout that it belongs to. 命令 stays with its organ, which would be given 令 otherwise. */
function readMark(lines: readonly string[]): { readonly organs: readonly string[]; readonly preset: LayoutPreset } {
  const joined = lines.join("");
  for (const [ending, preset] of presets) {
    if (ending.test(joined)) {
      return { organs: [/命令$/u.test(joined) ? joined : joined.replace(ending, "")], preset };
    }
  }
  return { organs: lines, preset: "letter" };
}

const secrecy = /^(?:绝密|机密|秘密)/u;
const signerLabel = "签发人：";

/** A marking that stands before the number on its line, as 信函 have it, and the lines of numbers and 签发人. */
function readNumbers(lines: readonly string[]): Partial<Meta> {
  const meta: { -readonly [K in keyof Meta]?: Meta[K] } = {};
  const names: string[] = [];
  let areNames = false;
  for (const part of lines.flatMap((line) => line.split("\t"))) {
    const text = part.trim();
    if (text.startsWith(signerLabel)) {
      areNames = true;
      names.push(text.slice(signerLabel.length));
    } else if (/号$/u.test(text)) meta.documentNumber = text;
    else if (/^\d{6}$/u.test(text)) meta.copyNumber = text;
    else if (secrecy.test(text)) meta.secrecy = text;
    else if (areNames) names.push(text);
    else if (/急|特提/u.test(text)) meta.urgency = text;
    else if (text !== "") meta.documentNumber = text;
  }
  const given = names.filter((name) => name !== "");
  return { ...meta, ...(given.length > 0 ? { signedOffBy: given } : {}) };
}

function readHead(head: readonly DocumentItem[]): Omit<OwnFrame, "items"> {
  const linesIn = (styleId: string): readonly string[] =>
    head.flatMap((item) => (isPart(item, styleId) ? [textOf(item)] : []));
  const joint = head.map(jointOrgans).find((found) => found !== null) ?? null;
  const { organs, preset } =
    joint === null
      ? readMark(linesIn(styleIds.mark))
      : { organs: joint.organs, preset: readMark([joint.suffix]).preset };
  const [issuingOrgan = "", ...others] = organs;
  const markings = readNumbers([...linesIn(styleIds.copyNumber), ...linesIn(styleIds.marking)]);
  const { documentNumber, ...numbers } = readNumbers(linesIn(styleIds.documentNumber));
  const number =
    documentNumber === undefined ? {} : { [preset === "order" ? "orderNumber" : "documentNumber"]: documentNumber };
  return {
    preset,
    meta: {
      ...markings,
      ...numbers,
      ...number,
      // 【发文机关】 stands where none was given
      ...(/^【.*】$/u.test(issuingOrgan) ? {} : { issuingOrgan }),
      ...(others.length > 0 ? { jointOrgans: others } : {}),
    },
  };
}

/** 版记 of our own; null: it says something else as well. */
function readImprint(item: DocumentItem | undefined): Partial<Meta> | null {
  if (item?.kind !== "table") return null;
  const meta: { -readonly [K in keyof Meta]?: Meta[K] } = {};
  for (const line of paragraphsOf(item).flat()) {
    const label = /^(主送|抄送)：(.+)$/su.exec(line);
    if (label !== null) {
      meta[label[1] === "主送" ? "mainRecipients" : "copyRecipients"] = (label[2] ?? "").replace(/。$/u, "");
      continue;
    }
    const printed = /^(.*?)\t?([0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日)印发$/su.exec(line);
    const day = printed === null ? null : dayOf(splitDate(printed[2] ?? "")?.date ?? "");
    if (printed !== null && day !== null) {
      meta.printingDate = day;
      const organ = (printed[1] ?? "").trim();
      if (organ !== "") meta.printingOrgan = organ;
    } else if (meta.printingOrgan === undefined && meta.printingDate === undefined) meta.printingOrgan = line;
    else return null;
  }
  return meta;
}

const attendanceKeys = ["attendees", "absentees", "observers"] as const;

/** 出席, 请假 and 列席 begin with their label in a style of its own. */
function readAttendance(item: DocumentItem): Partial<Meta> | null {
  const first = item.kind === "paragraph" ? item.runs[0] : undefined;
  if (item.kind !== "paragraph" || first?.kind !== "text" || first.styleId !== styleIds.elementLabel) return null;
  const key = attendanceKeys.find((one) => textOf(item).startsWith(`${elementNames[one]}：`));
  return key === undefined ? null : { [key]: textOf(item).slice(elementNames[key].length + 1) };
}

/** Names that stand beside each other over their seals, or 职务 beside a name, as lines of their own. */
function readSignature(items: readonly DocumentItem[]): Omit<OwnFrame, "preset"> {
  const signers: string[] = [];
  const posts: string[] = [];
  const isSealed = items.some(
    (item) => isPart(item, styleIds.signatory) && (item.alignment === "center" || textOf(item).includes("\t")),
  );
  const left = items.flatMap((item): readonly DocumentItem[] => {
    if (!isPart(item, styleIds.signatory)) return [item];
    const text = textOf(item);
    const at = text.lastIndexOf(postGap);
    if (at > 0) {
      posts.push(text.slice(0, at));
      signers.push(text.slice(at + postGap.length));
      return [];
    }
    const [run] = item.runs;
    if (run?.kind !== "text") return [item];
    return text.split("\t").map((name) => ({ ...item, runs: [{ ...run, text: name.trim() }] }));
  });
  if (signers.length > 0) {
    return { items: left, meta: { sealForm: "signature", signedOffBy: signers, signerPosts: posts } };
  }
  return { items: left, meta: isSealed ? { sealForm: "seal" } : {} };
}

/** Takes 版头, 版记, the lists of 纪要 and the form of the signature out of the items of our own document. */
export function takeOwnFrame(items: readonly DocumentItem[]): OwnFrame {
  const marked = items.findLastIndex((item) => item.kind === "paragraph" && isHeadStyle(item.styleId));
  if (marked < 0) return { items, meta: {} };
  const head = readHead(items.slice(0, marked + 1));
  const rest = items.slice(marked + 1);
  const lastFilled = rest.findLastIndex((item) => item.kind !== "paragraph" || textOf(item) !== "");
  const imprint = readImprint(rest[lastFilled]);
  const text = imprint === null ? rest : rest.slice(0, lastFilled);
  const end = imprint === null ? text : text.slice(0, text.findLastIndex(({ kind }) => kind !== "pageBreak") + 1);
  const attendance = end.map(readAttendance);
  const signed = readSignature(end.filter((_, index) => attendance[index] === null));
  const listed = attendance.reduce<Partial<Meta>>((all, found) => ({ ...all, ...found }), {});
  return { ...head, items: signed.items, meta: { ...head.meta, ...imprint, ...listed, ...signed.meta } };
}
