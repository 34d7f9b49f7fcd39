import { isOrganName } from "../organ-name.ts";
import { residueOfLine } from "../residue.ts";
import { dayOf, splitDate } from "../written-day.ts";
import type { BlockOf } from "../../document/blocks.ts";
import type { ReadObject } from "./text-lines.ts";
import { inlineText } from "../../document/content-text.ts";
import type { LayoutPreset, Meta } from "../../document/schema.ts";
import type { Warning } from "../../contract.ts";

type LineItem = { readonly kind: "line"; readonly text: string };
/** A line of a text, or what stands between its lines. */
type Item = LineItem | ReadObject;

/** Elements of an official document found around its text, and the parts of the flow that they were. */
export type FoundElements = { readonly meta: Partial<Meta>; readonly taken: ReadonlySet<Item> };

const nothing: FoundElements = { meta: {}, taken: new Set() };

/** What was found before and what a line adds to it; null where it would take the place of something else. */
function merged(meta: Partial<Meta>, found: Partial<Meta>): Partial<Meta> | null {
  const { signedOffBy, ...others } = found;
  if ((Object.keys(others) as (keyof Meta)[]).some((key) => meta[key] !== undefined)) return null;
  const names = [...(meta.signedOffBy ?? []), ...(signedOffBy ?? [])];
  return { ...meta, ...others, ...(names.length > 0 ? { signedOffBy: names } : {}) };
}
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

const isLine = (item: Item): item is LineItem => item.kind === "line";

/** A joint head: the organs one below the other, 文件 under or behind the last of them. Null: there is none. */
function jointHead(flow: readonly Item[]): FoundElements | null {
  const end = flow.findIndex((item) => isLine(item) && /^(?:\S{3,45})?文\s{0,4}件$/u.test(item.text));
  const organs: string[] = [];
  const taken = new Set<Item>();
  for (const item of flow.slice(0, Math.max(0, end)).reverse()) {
    if (!isLine(item) || !isOrganName(item.text)) break;
    organs.unshift(item.text);
    taken.add(item);
  }
  const last = flow[end];
  if (last === undefined || !isLine(last) || organs.length === 0) return null;
  const lastOrgan = last.text.replace(/文\s{0,4}件$/u, "");
  taken.add(last);
  const [issuingOrgan = "", ...jointOrgans] = [...organs, lastOrgan].filter((organ) => organ !== "");
  return { meta: { issuingOrgan, ...(jointOrgans.length > 0 ? { jointOrgans } : {}) }, taken };
}

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
function metaOfTable(item: Item, read: (text: string) => Partial<Meta> | null): Partial<Meta> | null {
  if (item.kind !== "table" || item.rows.length > mostTableRows) return null;
  const lines = tableLines(item);
  let meta: Partial<Meta> | null = lines.length > 0 ? {} : null;
  for (const line of lines) {
    const found = meta === null ? null : read(line);
    meta = meta === null || found === null ? null : merged(meta, found);
  }
  return meta;
}

/** 发文字号： on a line of its own, as web pages list particulars: what stands under it stays with it. */
const isParticular = (above: Item | undefined): boolean =>
  above !== undefined && isLine(above) && /[^\s：:][：:]$/u.test(above.text);

/** 版头 (7.2) above the title. A line alone that looks like a part of it proves none. */
export function findLetterhead(flow: readonly Item[]): FoundElements {
  const head = flow.slice(0, mostHeadLines);
  const joint = jointHead(head);
  const taken = new Set<Item>(joint?.taken);
  let meta: Partial<Meta> = joint?.meta ?? {};
  for (const [index, item] of head.entries()) {
    if (taken.has(item) || isParticular(head[index - 1])) continue;
    if (isLine(item) ? item.text.includes("。") : item.kind !== "table") break;
    const found = isLine(item) ? headMeta(item.text) : metaOfTable(item, headMeta);
    if (found === null && !isLine(item)) break;
    const together = found === null ? null : merged(meta, found);
    if (together === null) continue;
    meta = together;
    taken.add(item);
  }
  return meta.documentNumber === undefined ? nothing : { meta, taken };
}

/** A file with a red head, 某某局文件, is an official document; a number alone, as on a website, proves none. */
export const presetOfHead = ({ meta }: FoundElements): { readonly preset?: LayoutPreset } =>
  meta.issuingOrgan === undefined ? {} : { preset: "official-document" };

/** 2026年1月20日印发, in any writing of the day, and what stands before it; null for any other line. */
function printingOf(text: string): { readonly organ: string; readonly printingDate: string } | null {
  const dated = splitDate(/^(.{6,90}?)\s{0,4}印(?:发|制|刷)?$/u.exec(text)?.[1] ?? "");
  const printingDate = dated === null ? null : dayOf(dated.date);
  return dated === null || printingDate === null ? null : { organ: dated.before, printingDate };
}

/** One line of the 版记 (7.4); null for any other line. */
function imprintMeta(text: string): Partial<Meta> | null {
  if (text.length > longestLine) return null;
  const copies = /^抄\s{0,4}送[：:]\s{0,4}(\S.*?)。?$/su.exec(text)?.[1];
  if (copies !== undefined) return { copyRecipients: copies.replaceAll("\n", "") };
  const printing = printingOf(text);
  if (printing === null || printing.organ.length < 2) return null;
  return { printingOrgan: printing.organ, printingDate: printing.printingDate };
}

/** The 版记 from line `at` upwards where it takes two lines: 印发机关 above 印发日期, 抄送 that goes on below. */
function twoLines(flow: readonly Item[], at: number): Partial<Meta> | null {
  const [above, line] = [flow[at - 1], flow[at]];
  if (above === undefined || line === undefined || !isLine(above) || !isLine(line)) return null;
  const printing = printingOf(line.text);
  if (printing?.organ === "" && isOrganName(above.text)) {
    return { printingOrgan: above.text, printingDate: printing.printingDate };
  }
  const goesOn = /^抄\s{0,4}送.*[，、,；;]$/u.test(above.text) && /^[^。：:]{2,80}。?$/u.test(line.text);
  return goesOn ? imprintMeta(above.text + line.text) : null;
}

/** 共印20份 stands under the 版记, and has no place of its own. */
const isPrintRun = (item: Item): boolean =>
  isLine(item) && /^[（(]?\s?共印\s?[0-9]{1,5}\s?份\s?[）)]?。?$/u.test(item.text);

/** 版记 (7.4) at the end: 抄送, 印发机关, 印发日期. */
export function findImprint(flow: readonly Item[]): FoundElements {
  const taken = new Set<Item>();
  let meta: Partial<Meta> = {};
  const end = Math.max(0, flow.length - mostImprintLines);
  for (let at = flow.length - 1; at >= end; at -= 1) {
    const item = flow[at];
    if (item === undefined) break;
    if (item.kind === "pageBreak" || isPrintRun(item) || (isLine(item) && residueOfLine(item.text) !== null)) continue;
    const pair = twoLines(flow, at);
    const alone = isLine(item) ? imprintMeta(item.text) : metaOfTable(item, imprintMeta);
    const found = pair ?? alone;
    const together = found === null ? null : merged(meta, found);
    // 抄报 has no place of its own: it stays, and 抄送 above it as well
    if (together === null) break;
    meta = together;
    taken.add(item);
    if (pair === null) continue;
    at -= 1;
    const above = flow[at];
    if (above !== undefined) taken.add(above);
  }
  return taken.size === 0 ? nothing : { meta, taken };
}

/**
 * What the writer is told of 公文要素 that no longer stand in the text.
 * @param outside how many lines and tables around the text they were
 * @param rewritten what will be printed in the standard's way, as it was written
 */
export function elementsWarnings(outside: number, rewritten: readonly string[]): readonly Warning[] {
  const warnings: Warning[] = [];
  if (outside > 0) {
    const message = "版头、版记（发文字号、抄送机关等）已读入“公文要素”，不再留在正文中。请在公文要素中核对。";
    warnings.push({ code: "official-elements", message });
  }
  if (rewritten.length > 0) {
    const quoted = rewritten.map((text) => `“${text}”`).join("、");
    const message = `${quoted}已读入“公文要素”，将按公文规范的写法排印（如 2026年1月8日）。请在公文要素中核对。`;
    warnings.push({ code: "elements-rewritten", message });
  }
  return warnings;
}
