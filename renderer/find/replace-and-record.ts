import { recordOf, withRecord } from "../../core/replace/record-replacement.ts";
import { reviewerName } from "../settings/reviewer-name.ts";
import { changeFields, useStore } from "../store.ts";

/** Replaces hits of the open report and writes down what, when and by whom. Returns how many were replaced. */
export function replaceAndRecord(ids: ReadonlySet<string>, query: string, replacement: string): number {
  const { editor, fields } = useStore.getState();
  if (!editor || !fields) return 0;
  const id = crypto.randomUUID();
  const sentences = editor.find.replace(ids, replacement, id);
  if (sentences.length === 0) return 0;
  const by = reviewerName(useStore.getState());
  const record = recordOf({ id, at: new Date().toISOString(), by }, { query, replacement }, sentences);
  changeFields({ replacements: withRecord(fields.replacements ?? [], record) });
  return record.count;
}
