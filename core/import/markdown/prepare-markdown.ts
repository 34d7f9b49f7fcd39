import { limitMarks } from "./mark-limits.ts";
import { widenTables } from "./widen-tables.ts";

/** A source made ready to be parsed, and what of it stands elsewhere or nowhere in it. */
export type PreparedMarkdown = {
  readonly source: string;
  /** Lines that were left out, word for word. */
  readonly leftOut: readonly string[];
  readonly hasFrontMatter: boolean;
  /** Notes that were written into their places. */
  readonly notes: number;
  /** Paragraphs whose marks are read as they stand. */
  readonly literal: number;
};

const fence = /^\s*(`{3,}|~{3,})/u;
/** Words behind the marks of a fence name no language: they are words of the text, above it. */
const wordyFence =
  /^((?:[\s>]|[-*+]\s|[0-9]{1,9}[.)]\s)*)(`{3,}|~{3,})(?=[^\p{Script=Han}]*\p{Script=Han})((?<=`)[^`]*|(?<=~).*)$/u;
function withoutWordyFence(line: string): readonly string[] {
  const [, before = "", marks, words = ""] = wordyFence.exec(line) ?? [];
  return marks === undefined ? [line] : [`${before}${words.trim()}`, "", marks];
}
const mostFrontLines = 80;
const longestSetext = 40;
/** What an address looks like; 〔2023〕(1)号 and [备注]: 以下 hold none. */
const address = /^<?(?:[a-z][a-z0-9+.-]*:|\.{0,2}\/|#|[\w%-]{1,60}(?:\.[\w%-]{1,60})+)/iu;
export const isAddress = (text: string): boolean => address.test(text);

/** Ordinals that writers of reports begin a paragraph with, and that Markdown does not know. */
const chineseOrdinal =
  /^\s{0,3}(?:第?[一二三四五六七八九十百]{1,5}(?:[、．.]|[章节条部])|[（(][一二三四五六七八九十0-9]{1,4}[）)]|[0-9]{1,3}[、．]|[①-⑳])/u;
const sentenceEnd = /[。；：！？.;:!?][”’）)\]】*_]{0,6}\s*$/u;
const ownMark = /^\s{0,3}(?:[#>|]|[-*+]\s)/u;

/** A file that is nothing but one fenced text in Markdown, as chat programs hand it out. */
function unwrapped(lines: readonly string[]): readonly string[] {
  const filled = lines.flatMap((line, index) => (line.trim() === "" ? [] : [index]));
  const [first = 0, last = 0] = [filled[0], filled.at(-1)];
  const mark = /^(`{3,}|~{3,})\s*(?:markdown|md)\s*$/iu.exec(lines[first] ?? "")?.[1];
  if (mark === undefined || first === last || lines[last]?.trim() !== mark) return lines;
  const within = lines.slice(first + 1, last);
  return within.some((line) => line.trim() === mark) ? lines : within;
}

/** Where the lines of YAML that a file begins with end; 0: there are none. */
function endOfFrontMatter(lines: readonly string[]): number {
  if (lines[0]?.trimEnd() !== "---") return 0;
  const end = lines.slice(1, mostFrontLines).findIndex((line) => /^(?:---|\.\.\.)\s*$/u.test(line));
  const within = lines.slice(1, end + 1);
  const isYaml = within.every((line) => /^(?:[^\s:#>-][^:\n]{0,40}:(?:\s.*)?|\s+\S.*|-\s.*|#.*|\s*)$/u.test(line));
  return end > 0 && isYaml && within.some((line) => /^\S[^:]*:/u.test(line)) ? end + 2 : 0;
}

/** Which lines stand inside fences, their marks included. */
function fencedLines(lines: readonly string[]): readonly boolean[] {
  let open = "";
  return lines.map((line) => {
    const mark = fence.exec(line)?.[1] ?? "";
    const isInside = open !== "" || mark !== "";
    if (open === "") open = mark;
    else if (mark.startsWith(open) && line.trim() === mark) open = "";
    return isInside;
  });
}

const noteStart = /^ {0,3}\[\^([^\]\s]{1,60})\]:\s*(\S.*)$/u;

/** The texts of notes by their names, and the lines they stand on. */
function notesOf(lines: readonly string[], isFenced: readonly boolean[]) {
  const notes = new Map<string, string>();
  const taken = new Set<number>();
  for (let index = 0; index < lines.length; index += 1) {
    const [, name = "", text = ""] = isFenced[index] === true ? [] : (noteStart.exec(lines[index] ?? "") ?? []);
    if (name === "" || notes.has(name)) continue;
    const parts = [text.trim()];
    taken.add(index);
    while (/^(?: {2,}|\t)\S/u.test(lines[index + 1] ?? "") && isFenced[index + 1] !== true) {
      index += 1;
      parts.push((lines[index] ?? "").trim());
      taken.add(index);
    }
    notes.set(name, parts.join(""));
  }
  return { notes, taken };
}

/** Whether a paragraph of its own begins here, although no empty line stands above. */
function beginsParagraph(line: string, above: string): boolean {
  if (line.trim() === "" || above.trim() === "" || (line.includes("|") && above.includes("|"))) return false;
  if (/^\s{0,3}-{1,3}\s*$/u.test(line)) return true;
  if (/^\s{0,3}(?:-+|=+)\s*$/u.test(line)) return above.trim().length > longestSetext || sentenceEnd.test(above);
  return chineseOrdinal.test(line) || chineseOrdinal.test(above) || (sentenceEnd.test(above) && !ownMark.test(line));
}

/** ##标题 without the space that Markdown asks for, which Chinese writers leave out; not #话题#. */
const spacedHeading = (line: string): string =>
  line.replace(/^(#{2,6}|#(?=[^#。；，]{1,40}$))(?=[\p{Script=Han}（(0-9])/u, "$1 ");

/** What stands between them is text that a page would leave out. */
const literalMarks = /<!\[CDATA\[|(?<=\S)\]\]>/gu;
const mostBrackets = 200;

/** Brackets that belong to no link are text, and 138****1234 is no bold: said so, they also cost no time. */
function withPlainSigns(line: string): string {
  const plain = line.replaceAll(/(?<=[0-9])\*{2,}(?=[0-9])/gu, (stars) => stars.replaceAll("*", "\\*"));
  const brackets = plain.match(/[[\]]/gu)?.length ?? 0;
  const mayHoldMarks = /\]\(|\]\[|[`<\\]|^\s*(?:[-*+]|[0-9]+[.)])\s+\[[ xX]\]/u.test(plain);
  if (brackets === 0 || (mayHoldMarks && brackets <= mostBrackets)) return plain;
  return plain.replaceAll(/\\?([[\]])/gu, "\\$1");
}

/** [备注]:以下 is text, [1]: https://… where links lead. */
function isDefinition(line: string): "address" | "text" | null {
  const target = /^ {0,3}\[[^\]^][^\]]{0,200}\]:\s{0,9}(\S*)/u.exec(line)?.[1];
  return target === undefined ? null : isAddress(target) ? "address" : "text";
}

/**
 * Makes a text ready to be parsed as Markdown in the way that Chinese reports are written: each line that ends a sentence
 * or begins with an ordinal is a paragraph; notes stand in their places, as in Word files. Linear in its length.
 */
export function prepareMarkdown(given: string): PreparedMarkdown {
  const text = given.replace(/^\uFEFF/u, "").replaceAll(literalMarks, "");
  const all = unwrapped(text.split(/\r\n|[\n\r]/u)).flatMap(withoutWordyFence);
  const start = endOfFrontMatter(all);
  const lines = all.slice(start);
  const isFenced = fencedLines(lines);
  const { notes, taken } = notesOf(lines, isFenced);
  const placed = new Set<string>();
  const withNotes = (line: string): string =>
    line.replaceAll(/\\?\[\^([^\]\s\\]{1,60})\\?\]/gu, (_, name: string) => {
      const note = notes.get(name);
      if (note === undefined || placed.has(name)) return `\\[^${name}\\]`;
      placed.add(name);
      return `〔注：${note}〕`;
    });
  const leftOut = all.slice(0, start);
  const made: string[] = [];
  for (const [index, line] of lines.entries()) {
    if (taken.has(index)) continue;
    if (isFenced[index] === true) {
      made.push(line);
      continue;
    }
    const definition = isDefinition(line);
    if (definition === "address") leftOut.push(line);
    if (beginsParagraph(line, made.at(-1) ?? "")) made.push("");
    made.push(definition === "address" ? line : withNotes(withPlainSigns(spacedHeading(line))));
  }
  // a note that nothing refers to stays where it can be read
  for (const [name, note] of notes) if (!placed.has(name)) made.push("", `〔注：${note}〕`);
  const inFence = fencedLines(made);
  const isInFence = (index: number): boolean => inFence[index] === true;
  const { lines: source, literal } = limitMarks(widenTables(made, isInFence), isInFence);
  return { source: source.join("\n"), leftOut, hasFrontMatter: start > 0, notes: notes.size, literal };
}
