import type { Reading } from "./read-lines.ts";
import type { Meta } from "../document/schema.ts";

const mostAttachments = 30;
const longestName = 200;

/** One line of 附件说明: its number, and the name behind it. */
type NamedLine = { readonly number: number; readonly isFirst: boolean; readonly name: string };

/** How a name begins: with no figure, but a year may be one. */
const nameStart = String.raw`(?:(?:19|20)[0-9]{2}\s?年|[^\s0-9])`;
const mark = String.raw`\s{0,2}[.．、]\s{0,4}`;
const numbered = String.raw`([0-9]{1,2})${mark}`;
const label = String.raw`附\s{0,2}件?\s{0,2}[：:]\s{0,4}`;
const labelWithNumber = String.raw`附\s{0,2}件\s{0,2}([0-9]{1,2})\s{0,2}[：:.．、]\s{0,4}`;

const lineOf = (lead: string): RegExp => new RegExp(`^${lead}(${nameStart}.*)$`, "u");
const forms: readonly { readonly pattern: RegExp; readonly isFirst: boolean }[] = [
  { pattern: lineOf(`${label}(?:(1|１)${mark})?`), isFirst: true },
  { pattern: lineOf(labelWithNumber), isFirst: false },
  { pattern: lineOf(numbered), isFirst: false },
];
const numberedLabel = new RegExp(`^${label}[1１]${mark}`, "u");
const leadingNumber = new RegExp(`^${numbered}`, "u");
const beforeNumber = new RegExp(String.raw`(?:[；;，,、]|\s)\s{0,4}(?=[0-9]{1,2}${mark}${nameStart})`, "u");

function readLine(text: string): NamedLine | null {
  if (text.length > longestName || /[。；;，\n]$/u.test(text)) return null;
  for (const { pattern, isFirst } of forms) {
    const [, number = "1", name] = pattern.exec(text) ?? [];
    if (name === undefined) continue;
    const value = number === "１" ? 1 : Number(number);
    return { number: value, isFirst: isFirst || (value === 1 && text.startsWith("附")), name };
  }
  return null;
}

type AttachmentNames = {
  readonly start: number;
  readonly names: readonly string[];
  /** Lines that the standard writes in another way: 附件1：甲. */
  readonly rewritten: readonly string[];
};

function rewrittenLines(lines: readonly { readonly text: string }[], names: readonly string[]): readonly string[] {
  return lines.flatMap(({ text }, at) => {
    const printed = `${at === 0 ? "附件：" : ""}${names.length > 1 ? `${at + 1}.` : ""}${names[at] ?? ""}`;
    return printed.replaceAll(/\s/gu, "") === text.replaceAll(/\s/gu, "") ? [] : [text];
  });
}

/** 1.甲；2.乙 on one line: the names in order. Null: its numbers do not count from 1. */
function namesOnLine(text: string, name: string): readonly string[] | null {
  const parts = name.split(beforeNumber);
  if (parts.length === 1) return [name];
  if (!numberedLabel.test(text)) return null;
  const names = parts.map((part, at) => {
    if (at === 0) return part;
    const [whole, number] = leadingNumber.exec(part) ?? ["", ""];
    return Number(number) === at + 1 ? part.slice(whole.length).trim() : null;
  });
  return names.every((one) => one !== null) ? names : null;
}

/**
 * 附件说明 (GB/T 9704-2012 7.3.4) right above line `end`: the names in order, and the line it begins with. Null: there is
 * none, or its numbers do not count from 1.
 */
export function findAttachmentNames(lines: readonly { readonly text: string }[], end: number): AttachmentNames | null {
  const names: string[] = [];
  let next: number | null = null;
  for (let index = end - 1; index >= Math.max(0, end - mostAttachments); index -= 1) {
    const line = readLine(lines[index]?.text ?? "");
    if (line === null || (next !== null && line.number !== next)) return null;
    const onLine = line.isFirst && next === null ? namesOnLine(lines[index]?.text ?? "", line.name) : [line.name];
    if (onLine === null) return null;
    names.unshift(...onLine);
    if (line.isFirst) return { start: index, names, rewritten: rewrittenLines(lines.slice(index, end), names) };
    next = line.number - 1;
  }
  return null;
}

type FoundAttachments = {
  readonly meta: Partial<Meta>;
  readonly indexes: readonly number[];
  readonly rewritten: readonly string[];
};

/** 附件说明 above the sign-off, or at the end of a text that has none. */
export function findAttachments(reading: Reading): FoundAttachments {
  const none = { meta: {}, indexes: [], rewritten: [] };
  if (reading.titles.size > 1) return none;
  const first = reading.titles.values().next().value?.end ?? 0;
  let end = reading.lines.length;
  while (end > first && reading.inMeta.has(end - 1)) end -= 1;
  const found = findAttachmentNames(reading.lines, end);
  if (found === null || found.start < first) return none;
  const indexes = Array.from({ length: end - found.start }, (_, offset) => found.start + offset);
  return { meta: { attachmentNames: found.names }, indexes, rewritten: found.rewritten };
}
