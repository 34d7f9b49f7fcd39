import { attendanceKeys, postGap } from "../../document/assemble.ts";
import type { BlockOf } from "../../document/blocks.ts";
import { inlineText } from "../../document/content-text.ts";
import { elementNames } from "../../document/element-names.ts";
import { signerLabel } from "../../document/letterhead.ts";
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

type Mark = { readonly organs: readonly string[]; readonly preset: LayoutPreset };

const endings: readonly (readonly [RegExp, LayoutPreset])[] = [
  [/文件$/u, "official-document"],
  [/纪要$/u, "minutes"],
  [/令$/u, "order"],
];
const endingOf = (mark: string) => endings.find(([ending]) => ending.test(mark));

/** An organ's name out of its mark. 命令 stays with its organ, which would be given 令 otherwise. */
const withoutEnding = (mark: string, ending: RegExp): string => (/命令$/u.test(mark) ? mark : mark.replace(ending, ""));

/** Joint organs in one cell, 文件 in the one beside it. */
function readJointMark(item: DocumentItem): Mark | null {
  if (item.kind !== "table" || item.rows.length !== 1) return null;
  const [organs = [], [suffix = "", ...more] = [], ...others] = paragraphsOf(item);
  if (organs.length < 2 || more.length > 0 || others.length > 0) return null;
  const [ending, preset] = /^(?:文件|命令|令|纪要)$/u.test(suffix) ? (endingOf(suffix) ?? []) : [];
  if (ending === undefined || preset === undefined) return null;
  return { organs: organs.map((organ, at) => (at === 0 ? withoutEnding(organ + suffix, ending) : organ)), preset };
}

/** The organs of a mark and the layout that it belongs to. */
function readMark(lines: readonly string[]): Mark {
  const mark = lines.join("");
  const [ending, preset] = endingOf(mark) ?? [];
  if (ending === undefined || preset === undefined) return { organs: lines, preset: "letter" };
  return { organs: [withoutEnding(mark, ending)], preset };
}

/** 出席, 请假 and 列席, and 密级 and 紧急程度 of a letter, stand in a character style of their own. */
const isLabelled = ({ runs: [first] }: DocumentParagraph): boolean =>
  first?.kind === "text" && first.styleId === styleIds.elementLabel;

/** 密级 and 紧急程度, in this order; one alone tells by its words. */
function readMarkings([first, second]: readonly string[]): Partial<Meta> {
  if (first === undefined) return {};
  if (second !== undefined) return { secrecy: first, urgency: second };
  return !/^(?:绝密|机密|秘密)/u.test(first) && /急|特提/u.test(first) ? { urgency: first } : { secrecy: first };
}

/** The lines of a letter below its red rule: markings at the left, the number at the right of the first. */
function readLetterLines(lines: readonly DocumentParagraph[]): Partial<Meta> {
  const parts = lines.map((line) => {
    const [marking = "", number = ""] = line.alignment === "end" ? ["", textOf(line)] : textOf(line).split("\t");
    return { marking: marking.trim(), number: number.trim(), isLabelled: isLabelled(line) };
  });
  const markings = parts.filter(({ marking }) => marking !== "");
  const copyNumber = markings.find((part) => !part.isLabelled)?.marking;
  const documentNumber = parts.find(({ number }) => number !== "")?.number;
  return {
    ...readMarkings(markings.filter((part) => part.isLabelled).map(({ marking }) => marking)),
    ...(copyNumber === undefined ? {} : { copyNumber }),
    ...(documentNumber === undefined ? {} : { documentNumber }),
  };
}

/** Lines of a number and 签发人. */
function readNumbers(lines: readonly string[]): Pick<Partial<Meta>, "documentNumber" | "signedOffBy"> {
  let documentNumber: string | undefined;
  const names: string[] = [];
  let areNames = false;
  for (const part of lines.flatMap((line) => line.split("\t"))) {
    const text = part.trim();
    if (text.startsWith(signerLabel)) {
      areNames = true;
      names.push(text.slice(signerLabel.length));
    } else if (/号$/u.test(text) || !areNames) documentNumber = text;
    else names.push(text);
  }
  const signedOffBy = names.filter((name) => name !== "");
  return {
    ...(documentNumber === undefined ? {} : { documentNumber }),
    ...(signedOffBy.length > 0 ? { signedOffBy } : {}),
  };
}

function readHead(head: readonly DocumentItem[]): Omit<OwnFrame, "items"> {
  const partsIn = (styleId: string): readonly DocumentParagraph[] => head.filter((item) => isPart(item, styleId));
  const linesIn = (styleId: string): readonly string[] => partsIn(styleId).map(textOf);
  const joint = head.map(readJointMark).find((found) => found !== null);
  const { organs, preset } = joint ?? readMark(linesIn(styleIds.mark));
  const [issuingOrgan = "", ...jointOrgans] = organs;
  const [copyNumber] = linesIn(styleIds.copyNumber);
  const { documentNumber, ...others } =
    preset === "letter"
      ? readLetterLines(partsIn(styleIds.documentNumber))
      : { ...readMarkings(linesIn(styleIds.marking)), ...readNumbers(linesIn(styleIds.documentNumber)) };
  const number =
    documentNumber === undefined ? {} : { [preset === "order" ? "orderNumber" : "documentNumber"]: documentNumber };
  return {
    preset,
    meta: {
      ...(copyNumber === undefined ? {} : { copyNumber }),
      ...others,
      ...number,
      // 【发文机关】 stands where none was given
      ...(/^【.*】$/u.test(issuingOrgan) ? {} : { issuingOrgan }),
      ...(jointOrgans.length > 0 ? { jointOrgans } : {}),
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

/** 出席, 请假 or 列席. */
function readAttendance(item: DocumentItem): Partial<Meta> | null {
  if (item.kind !== "paragraph" || !isLabelled(item)) return null;
  const key = attendanceKeys.find((one) => textOf(item).startsWith(`${elementNames[one]}：`));
  return key === undefined ? null : { [key]: textOf(item).slice(elementNames[key].length + 1) };
}

/** 职务 and the name behind it; "" = no 职务. */
function readSigner(text: string): { readonly post: string; readonly name: string } {
  const at = text.lastIndexOf(postGap);
  return at < 0 ? { post: "", name: text } : { post: text.slice(0, at), name: text.slice(at + postGap.length) };
}

/**
 * The form of a signature by where its lines stand: names of organs over their seals in the middle of their places, several
 * beside each other; the signers of 签名章 below each other from one place on, with 职务 before them or without.
 */
function readSignature(items: readonly DocumentItem[]): Omit<OwnFrame, "preset"> {
  const isSideBySide = (line: DocumentParagraph): boolean => textOf(line).includes("\t");
  const isSigner = (line: DocumentParagraph): boolean => line.alignment === "start" && !isSideBySide(line);
  const lines = items.filter((item) => isPart(item, styleIds.signatory));
  const signers = lines.filter(isSigner).map((line) => readSigner(textOf(line)));
  const isSealed = lines.some((line) => line.alignment === "center" || isSideBySide(line));
  const left = items.flatMap((item): readonly DocumentItem[] => {
    if (!isPart(item, styleIds.signatory)) return [item];
    if (isSigner(item)) return [];
    const [run] = item.runs;
    if (run?.kind !== "text") return [item];
    return textOf(item)
      .split("\t")
      .map((name) => ({ ...item, runs: [{ ...run, text: name.trim() }] }));
  });
  if (signers.length === 0) return { items: left, meta: isSealed ? { sealForm: "seal" } : {} };
  const posts = signers.map(({ post }) => post);
  const signerPosts = posts.slice(0, posts.findLastIndex((post) => post !== "") + 1);
  return { items: left, meta: { sealForm: "signature", signedOffBy: signers.map(({ name }) => name), signerPosts } };
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
