import type { FlowItem, TextLine } from "./text-lines.ts";
import { metaOfSignOff } from "../sign-off.ts";
import type { BlockOf } from "../../document/blocks.ts";
import { inlineText } from "../../document/plain-text.ts";
import type { Meta } from "../../document/schema.ts";

/** Elements of an official document found around its text, and the parts of the flow that they were. */
export type FoundElements = { readonly meta: Partial<Meta>; readonly taken: ReadonlySet<FlowItem> };

const nothing: FoundElements = { meta: {}, taken: new Set() };
const mostHeadLines = 16;
const mostImprintLines = 6;
const longestLine = 300;

/** One line of the 版头 (7.2): what it says; null for any other line. */
function headMeta(text: string): Partial<Meta> | null {
  if (text.length > longestLine) return null;
  if (/^[0-9]{6}$/u.test(text)) return { copyNumber: text };
  if (/^(?:绝密|机密|秘密)(?:\s?★\s?.{1,10})?$/u.test(text)) return { secrecy: text };
  if (/^(?:特急|加急|急件|平急|特提)$/u.test(text)) return { urgency: text };
  // 某 某 市 审 计 局 文 件 is spread over the line
  const isSpread = /^(?:\S\s{1,6}){4,45}\S$/u.test(text);
  const organ = /^([^\s。，、：]{3,45})文件$/u.exec(isSpread ? text.replaceAll(/\s/gu, "") : text)?.[1];
  if (organ !== undefined) return { issuingOrgan: organ };
  const names = /签\s{0,4}发\s{0,4}人\s{0,2}[：:]\s{0,4}(\S.*)$/u.exec(text);
  const signedOffBy = names?.[1]?.split(/[\s、，]+/u) ?? [];
  const before = (names === null ? text : text.slice(0, names.index)).trim();
  const number = /^[^\s。，：]{2,20}[〔[［(（][0-9]{4}[〕\]］)）]\s?(?:第\s?)?[0-9]{1,5}\s?号$/u.test(before);
  if (!number && !(before === "" && signedOffBy.length > 0)) return null;
  return { ...(number ? { documentNumber: before } : {}), ...(signedOffBy.length > 0 ? { signedOffBy } : {}) };
}

const isLine = (item: FlowItem): item is TextLine => item.kind === "line";

/** The lines of a table. */
function tableLines(table: BlockOf<"table">): readonly string[] {
  return table.rows
    .map((row) =>
      row
        .flatMap(({ paragraphs }) => paragraphs.map((content) => inlineText(content, 0).trim()))
        .filter((text) => text !== "")
        .join(" "),
    )
    .filter((text) => text !== "");
}

const mostTableRows = 6;

/** A table that holds nothing but a 版头 or a 版记, as offices make it. Null: it holds more, or something else. */
function metaOfTable(item: FlowItem, read: (text: string) => Partial<Meta> | null): Partial<Meta> | null {
  if (item.kind !== "table" || item.rows.length > mostTableRows) return null;
  const found = tableLines(item).map(read);
  return found.length > 0 && found.every((meta) => meta !== null)
    ? (Object.assign({}, ...found) as Partial<Meta>)
    : null;
}

/** 版头 (7.2) above the title. A line alone that looks like a part of it proves none. */
export function findLetterhead(flow: readonly FlowItem[]): FoundElements {
  const taken = new Set<FlowItem>();
  let meta: Partial<Meta> = {};
  for (const item of flow.slice(0, mostHeadLines)) {
    if (isLine(item) ? item.text.includes("。") : item.kind !== "table") break;
    const found = isLine(item) ? headMeta(item.text) : metaOfTable(item, headMeta);
    if (found === null && !isLine(item)) break;
    if (found === null) continue;
    meta = { ...found, ...meta };
    taken.add(item);
  }
  return meta.documentNumber === undefined ? nothing : { meta, taken };
}

/** One line of the 版记 (7.4); null for any other line. */
function imprintMeta(text: string): Partial<Meta> | null {
  if (text.length > longestLine) return null;
  const copies = /^抄\s{0,4}[送报][：:]\s{0,4}(\S.*?)。?$/su.exec(text)?.[1];
  if (copies !== undefined) return { copyRecipients: copies.replaceAll("\n", "") };
  const [, organ, date] =
    /^(\S.{1,60}?)\s{0,40}((?:19|20)[0-9]{2}年[0-9]{1,2}月[0-9]{1,2}日)\s{0,4}印发$/u.exec(text) ?? [];
  if (organ === undefined || date === undefined) return null;
  const printingDate = metaOfSignOff({ start: 0, end: 1, lines: [{ role: "date", text: date }] })?.date;
  return printingDate === undefined ? null : { printingOrgan: organ.trim(), printingDate };
}

/** 共印20份 stands under the 版记, and has no place of its own. */
const isPrintRun = (item: FlowItem): boolean =>
  isLine(item) && /^[（(]?\s?共印\s?[0-9]{1,5}\s?份\s?[）)]?。?$/u.test(item.text);

/** 版记 (7.4) at the end: 抄送, 印发机关, 印发日期. */
export function findImprint(flow: readonly FlowItem[]): FoundElements {
  const taken = new Set<FlowItem>();
  let meta: Partial<Meta> = {};
  for (const item of flow.slice(-mostImprintLines).reverse()) {
    if (item.kind === "pageBreak" || isPrintRun(item)) continue;
    const found = isLine(item) ? imprintMeta(item.text) : metaOfTable(item, imprintMeta);
    if (found === null) break;
    meta = { ...meta, ...found };
    taken.add(item);
  }
  return taken.size === 0 ? nothing : { meta, taken };
}

const mostAttachments = 30;

/**
 * 附件说明 (7.3.4) right above line `end`: the names in order, and the line it begins with. Null: there is none, or it
 * would not print the same.
 */
export function findAttachmentNames(
  lines: readonly { readonly text: string }[],
  end: number,
): { readonly start: number; readonly names: readonly string[] } | null {
  const names: string[] = [];
  for (let index = end - 1; index >= Math.max(0, end - mostAttachments); index -= 1) {
    const text = lines[index]?.text ?? "";
    const first = /^附\s{0,2}件\s{0,2}[：:]\s{0,4}(?:(?:1|１)\s{0,2}[.．、]\s{0,4})?([^\s0-9].*)$/u.exec(text)?.[1];
    const [, number, further] = /^([2-9]|[1-3][0-9])\s{0,2}[.．、]\s{0,4}([^\s0-9].*)$/u.exec(text) ?? [];
    const name = first ?? further;
    if (name === undefined || /[。；;，\n]$/u.test(name) || name.length > 200) return null;
    names.unshift(name);
    if (first !== undefined) return { start: index, names };
    if (Number(number) < 2) return null;
  }
  return null;
}
