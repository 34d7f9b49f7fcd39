import { type TextPlace } from "../../core/compare/compare-view.ts";
import { markSentence } from "../../core/rollover/mark-sentence.ts";
import { organNamesOf } from "../../core/rollover/organ-names.ts";
import { isWritable, useStore } from "../store.ts";
import { announce } from "../ui/toast.tsx";
import { useCompare } from "./compare-store.ts";
import { addInsertedFacts } from "./inserted-facts.ts";

const ID_LENGTH = 8;

/** Puts a sentence of the other report, or its whole paragraph, where the cursor is; what can go stale in it is 待核. */
export function insertSentence(place: TextPlace, whole: boolean): void {
  const state = useStore.getState();
  const { old } = useCompare.getState();
  const block = old?.blocks[place.block];
  const { editor, fields } = state;
  if (!old || !block || !editor || !fields || !isWritable(state)) return;
  const { content, facts } = markSentence(
    block,
    { paragraph: place.paragraph, range: whole ? null : place },
    { fromYear: old.year, toYear: fields.year },
    `in${crypto.randomUUID().slice(0, ID_LENGTH)}`,
    organNamesOf(old.title, old.meta ?? fields.meta),
  );
  addInsertedFacts(facts, old.year);
  editor.insertAtCursor(content, whole ? "paragraph" : "cursor");
  const pending = facts.filter(({ proposed }) => proposed === null).length;
  const what = whole ? "整段" : "一句";
  announce({ message: pending > 0 ? `已插入${what}，其中 ${pending} 处待核。` : `已插入${what}。` });
}
