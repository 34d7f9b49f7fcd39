import { placeIn } from "../document/placed-texts.ts";
import { excerptsOf } from "./excerpt.ts";
import { findSoftBreaks } from "./find-broken-lines.ts";
import { findHalfWidth } from "./find-half-width.ts";
import { findDocumentNumbers, findDoubledMarks, findFullWidth } from "./find-marks.ts";
import { findQuotes } from "./find-quotes.ts";
import { findResidue } from "./find-residue.ts";
import { findSpaces } from "./find-spaces.ts";
import type { RepairText } from "./repair-text.ts";
import { ELEMENTS, type Repair } from "./repair.ts";
import type { FoundInText, Tally, TextEdit, TextFinder } from "./text-finding.ts";

/** Where two want the same characters, the first has them. */
const finders: readonly TextFinder[] = [
  findResidue,
  findDocumentNumbers,
  findQuotes,
  findDoubledMarks,
  findHalfWidth,
  findFullWidth,
  findSpaces,
  findSoftBreaks,
];

const TAKEN = 1;
const LOCKED = 2;

/** What may be written on, character by character. */
function stateOf({ text, locked }: RepairText): Uint8Array {
  const state = new Uint8Array(text.length);
  for (const { start, end } of locked) state.fill(LOCKED, start, end);
  return state;
}

function repairOf({ owner, text }: RepairText, { kind, isSafe, edits }: FoundInText): Repair {
  const block = owner.kind === "paragraph" ? owner.paragraph.at.block : ELEMENTS;
  const where = owner.kind === "paragraph" ? `${block}-${owner.number}` : `${owner.element}-${owner.entry}`;
  return {
    id: `${kind}-${where}-${edits[0]?.start ?? 0}`,
    kind,
    isSafe,
    block,
    ...excerptsOf(text, edits),
    actions: edits.map((edit) => actionOf(owner, edit, text.slice(edit.start, edit.end))),
  };
}

function actionOf(owner: RepairText["owner"], edit: TextEdit, was: string): Repair["actions"][number] {
  if (owner.kind === "paragraph") return { kind: "edit", place: placeIn(owner.paragraph, edit), was, text: edit.text };
  const { element, entry } = owner;
  return { kind: "editElement", element, entry, ...edit, was };
}

/** All repairs within one paragraph, none of which touches another. */
export function findInText(text: RepairText, tally: Tally): readonly Repair[] {
  const state = stateOf(text);
  const found: FoundInText[] = [];
  for (const finder of finders) {
    for (const repair of finder(text, tally)) {
      const touches = (what: number): boolean =>
        repair.edits.some(({ start, end }) => state.subarray(start, end).includes(what));
      if (touches(LOCKED)) tally.add("under-review");
      if (touches(LOCKED) || touches(TAKEN)) continue;
      for (const { start, end } of repair.edits) state.fill(TAKEN, start, end);
      found.push(repair);
    }
  }
  found.sort((one, other) => (one.edits[0]?.start ?? 0) - (other.edits[0]?.start ?? 0));
  return found.map((repair) => repairOf(text, repair));
}
