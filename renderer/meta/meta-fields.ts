import { elementNames } from "../../core/document/element-names.ts";
import { MOST_LINES } from "../../core/document/limits.ts";
import { elementsOfPreset } from "../../core/document/preset-elements.ts";
import { type LayoutPreset, type Meta } from "../../core/document/schema.ts";
import { dayText, parseDay } from "./parse-day.ts";

/** Elements that the file format has and no form edits yet. */
type UneditedKey = "sealForm" | "attachments";
export type MetaKey = Exclude<keyof Meta, UneditedKey>;

/** How one 公文要素 is written and read in the form. */
export type MetaField = {
  readonly key: MetaKey;
  readonly label: string;
  readonly help?: string;
  readonly placeholder?: string;
  readonly multiline?: true;
  /** The stored value as the form shows it. */
  readonly show: (meta: Meta) => string;
  /** The change that a text makes, or the sentence that says what is wrong with it. */
  readonly read: (text: string) => Partial<Meta> | string;
};

type LineKey = { [K in MetaKey]: Meta[K] extends string ? K : never }[MetaKey];
type ListKey = Exclude<MetaKey, LineKey>;
type Extra = Partial<Pick<MetaField, "help" | "placeholder" | "multiline">>;

const MAX_LENGTH = 500;
const tooLong = `最多 ${MAX_LENGTH} 字。`;

function lineField(key: LineKey, extra: Extra = {}, complain?: (text: string) => string | null): MetaField {
  return {
    key,
    label: elementNames[key],
    ...extra,
    show: (meta) => meta[key],
    read: (text) => {
      const line = text.trim();
      if (line.length > MAX_LENGTH) return tooLong;
      return (line !== "" && complain?.(line)) || { [key]: line };
    },
  };
}

function listField(key: ListKey, extra: Extra = {}): MetaField {
  return {
    key,
    label: elementNames[key],
    multiline: true,
    ...extra,
    show: (meta) => meta[key].join("\n"),
    read: (text) => {
      const lines = text.split("\n").map((line) => line.trim());
      if (lines.some((line) => line.length > MAX_LENGTH)) return `每行${tooLong}`;
      const filled = lines.filter(Boolean);
      return filled.length > MOST_LINES ? `最多 ${MOST_LINES} 行。` : { [key]: filled };
    },
  };
}

function dayField(key: "date" | "printingDate"): MetaField {
  return {
    key,
    label: elementNames[key],
    placeholder: "如 2026年3月1日",
    show: (meta) => dayText(meta[key]),
    read: (text) => {
      const day = parseDay(text);
      return day === null ? "日历上没有这一天。请写成 2026年3月1日 的样子。" : { [key]: day };
    },
  };
}

const documentNumberForm = /^.+〔\d{4}〕\d+号$/u;

/** All elements, in the order of the standard: 版头, 主体, 版记 (GB/T 9704-2012 7.2–7.4). */
export const metaFields = {
  copyNumber: lineField("copyNumber", { placeholder: "如 000001" }, (text) =>
    /^\d{1,6}$/u.test(text) ? null : "份号是不超过 6 位的数字，如 000001（GB/T 9704 7.2.1）。",
  ),
  secrecy: lineField("secrecy", { placeholder: "如 秘密★1年" }),
  urgency: lineField("urgency", { placeholder: "特急 或 加急" }, (text) =>
    text === "特急" || text === "加急" ? null : "紧急程度写“特急”或“加急”，没有就空着（GB/T 9704 7.2.3）。",
  ),
  issuingOrgan: lineField("issuingOrgan", { placeholder: "单位全称或规范化简称" }),
  jointOrgans: listField("jointOrgans", { help: "一行一个机关，不含主办机关。" }),
  orderNumber: lineField("orderNumber", { placeholder: "如 第3号" }),
  documentNumber: lineField("documentNumber", { placeholder: "如 某审发〔2026〕3号" }, (text) =>
    documentNumberForm.test(text)
      ? null
      : "发文字号写成 机关代字〔年份〕序号号，年份用六角括号〔〕，序号不编虚位（GB/T 9704 7.2.5）。",
  ),
  signedOffBy: listField("signedOffBy", { help: "一行一位。上行文和命令才有。" }),
  signerPosts: listField("signerPosts", { help: "一行一个，与签发人的次序相同。" }),
  mainRecipients: lineField("mainRecipients", { placeholder: "如 市人民政府", multiline: true }),
  attachmentNames: listField("attachmentNames", { help: "一行一个附件名称，不写序号和书名号。" }),
  signatories: listField("signatories", { help: "一行一个机关，联合行文时主办机关在前。" }),
  date: dayField("date"),
  note: lineField("note", { placeholder: "如 此件主动公开", help: "不用写括号；写了也只印一对。" }),
  attendees: lineField("attendees", { multiline: true }),
  absentees: lineField("absentees", { multiline: true }),
  observers: lineField("observers", { multiline: true }),
  copyRecipients: lineField("copyRecipients", { multiline: true }),
  printingOrgan: lineField("printingOrgan"),
  printingDate: dayField("printingDate"),
} as const satisfies { readonly [K in MetaKey]: MetaField & { readonly key: K | MetaKey } };

/** The elements that a layout prints, and the others, each in the order of the standard. */
export function fieldsOfPreset(
  preset: LayoutPreset,
  meta: Meta,
): { readonly first: readonly MetaField[]; readonly more: readonly MetaField[] } {
  const printed = elementsOfPreset(preset, meta);
  const all: readonly MetaField[] = Object.values(metaFields);
  const isPrinted = ({ key }: MetaField): boolean => printed.has(key);
  return { first: all.filter(isPrinted), more: all.filter((field) => !isPrinted(field)) };
}
