import { type Block } from "../../core/document/blocks.ts";
import { type Place } from "../../core/document/place.ts";
import { paragraphAt, placedParagraphs } from "../../core/document/placed-texts.ts";
import { peopleIn } from "../../core/directory/names-of-entry.ts";
import { markSentence } from "../../core/rollover/mark-sentence.ts";
import { organNamesOf } from "../../core/rollover/organ-names.ts";
import { useHouse } from "../house/house-store.ts";
import { isWritable, useStore } from "../store.ts";
import { announce } from "../ui/toast.tsx";
import { useCompare } from "./compare-store.ts";
import { addInsertedFacts } from "./inserted-facts.ts";

const ID_LENGTH = 8;

function paragraphOf(block: Block, place: Place, year: number): Place {
  const paragraph = paragraphAt(placedParagraphs(block, place.block, year), place);
  return paragraph === undefined ? place : { ...paragraph.at, start: paragraph.start, end: paragraph.end };
}

/** Puts a sentence of the other report, or its whole paragraph, where the cursor is; what can go stale in it is 待核. */
export function insertSentence(place: Place, whole: boolean): void {
  const state = useStore.getState();
  const { old } = useCompare.getState();
  const block = old?.blocks[place.block];
  const { editor, fields } = state;
  if (!old || !block || !editor || !fields || !isWritable(state)) return;
  const { content, facts } = markSentence(
    block,
    whole ? paragraphOf(block, place, old.year) : place,
    { fromYear: old.year, toYear: fields.year },
    `in${crypto.randomUUID().slice(0, ID_LENGTH)}`,
    organNamesOf(old.title, old.meta ?? fields.meta),
    peopleIn(useHouse.getState().directory.entries),
  );
  addInsertedFacts(facts, old.year);
  editor.insertAtCursor(content, whole ? "paragraph" : "cursor");
  const pending = facts.filter(({ proposed }) => proposed === null).length;
  const what = whole ? "整段" : "一句";
  announce({ message: pending > 0 ? `已插入${what}，其中 ${pending} 处待核。` : `已插入${what}。` });
}
