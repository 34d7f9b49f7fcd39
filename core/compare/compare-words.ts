import { alignSequences } from "./align-sequences.ts";
import type { Segment } from "./comparison.ts";
import { wordsOf } from "./words-of.ts";

/** Marks at which two texts may be cut into parts that are compared alone: no word goes across one. */
const isCut = (mark: string): boolean => "，、。；：！？".includes(mark) && mark !== "";
/** A chance agreement of so few characters between two edits, as of 的 and ，, only makes the change hard to read. */
const MAX_CHANCE = 2;

/** Length of the part that both texts begin with, back to a mark outside names of documents. */
function commonStart(old: string, now: string): number {
  const length = Math.min(old.length, now.length);
  let [cut, depth] = [0, 0];
  for (let at = 0; at < length && old.charCodeAt(at) === now.charCodeAt(at); at += 1) {
    const mark = old.charAt(at);
    if (mark === "《") depth += 1;
    else if (mark === "》") depth = Math.max(0, depth - 1);
    else if (depth === 0 && isCut(mark) && !isBetweenDigits(old, at) && !isBetweenDigits(now, at)) cut = at + 1;
  }
  return cut;
}

const isDigit = (mark: string): boolean => mark >= "0" && mark <= "9";
const isBetweenDigits = (text: string, at: number): boolean =>
  isDigit(text.charAt(at - 1)) && isDigit(text.charAt(at + 1));

/** Length of the part that both texts end with, from a mark outside names of documents on; leaves `start` alone. */
function commonEnd(old: string, now: string, start: number): number {
  const length = Math.min(old.length, now.length) - start;
  let [cut, depth] = [0, 0];
  for (let back = 1; back <= length; back += 1) {
    const mark = old.charAt(old.length - back);
    if (mark !== now.charAt(now.length - back)) break;
    if (mark === "》") depth += 1;
    else if (mark === "《") depth = Math.max(0, depth - 1);
    else if (
      depth === 0 &&
      isCut(mark) &&
      !isBetweenDigits(old, old.length - back) &&
      !isBetweenDigits(now, now.length - back)
    )
      cut = back;
  }
  return cut;
}

type Edit = { same: string; deleted: string; inserted: string };

/** Ties are broken alike in both directions: what was deleted one way is inserted the other way. */
function editsEitherWay(old: readonly string[], now: readonly string[]): readonly Edit[] {
  const isInOrder = old.length === now.length ? old.join("") <= now.join("") : old.length < now.length;
  if (isInOrder) return editsOf(old, now);
  return editsOf(now, old).map(({ same, deleted, inserted }) => ({ same, deleted: inserted, inserted: deleted }));
}

/** Alternating: what stayed, then what was put for what. */
function editsOf(old: readonly string[], now: readonly string[]): readonly Edit[] {
  const ids = new Map<string, number>();
  const idOf = (word: string): number => {
    const id = ids.get(word) ?? ids.size;
    ids.set(word, id);
    return id;
  };
  const edits: Edit[] = [{ same: "", deleted: "", inserted: "" }];
  let [oldAt, newAt] = [0, 0];
  for (const [oldPlace, newPlace] of [
    ...alignSequences(old.map(idOf), now.map(idOf)),
    [old.length, now.length] as const,
  ]) {
    let last = edits.at(-1);
    if (last === undefined) break;
    last.deleted += old.slice(oldAt, oldPlace).join("");
    last.inserted += now.slice(newAt, newPlace).join("");
    if (last.deleted !== "" || last.inserted !== "") edits.push((last = { same: "", deleted: "", inserted: "" }));
    last.same += old[oldPlace] ?? "";
    [oldAt, newAt] = [oldPlace + 1, newPlace + 1];
  }
  return edits;
}

const weight = ({ deleted, inserted }: Edit): number => Math.max(deleted.length, inserted.length);

/** Edits that only a chance agreement parts become one. */
function joinEdits(edits: readonly Edit[]): readonly Edit[] {
  const joined: Edit[] = [];
  for (const edit of edits) {
    const last = joined.at(-1);
    const { length } = edit.same;
    const isChance = length <= MAX_CHANCE && last !== undefined && length <= weight(last) && length <= weight(edit);
    if (isChance && weight(last) > 0 && weight(edit) > 0) {
      last.deleted += edit.same + edit.deleted;
      last.inserted += edit.same + edit.inserted;
    } else {
      joined.push({ ...edit });
    }
  }
  return joined;
}

/**
 * What changed inside a sentence, by words; figures, years and names of documents are one word each. Without the
 * inserted segments it is the old sentence, without the deleted ones the new one; what is put for something follows it.
 */
export function compareWords(old: string, now: string): readonly Segment[] {
  const start = commonStart(old, now);
  const end = commonEnd(old, now, start);
  const words = (text: string): readonly string[] => wordsOf(text.slice(start, text.length - end));
  const segments: Segment[] = [];
  const add = (kind: Segment["kind"], text: string): void => {
    if (text === "") return;
    const last = segments.at(-1);
    if (last?.kind === kind) segments[segments.length - 1] = { kind, text: last.text + text };
    else segments.push({ kind, text });
  };
  add("same", old.slice(0, start));
  for (const { same, deleted, inserted } of joinEdits(editsEitherWay(words(old), words(now)))) {
    add("same", same);
    add("deleted", deleted);
    add("inserted", inserted);
  }
  add("same", old.slice(old.length - end));
  return segments;
}
