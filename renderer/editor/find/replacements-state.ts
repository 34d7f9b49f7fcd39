import { $getRoot, $getState, $setState, createState } from "lexical";
import { withReplacementId } from "../../../core/replace/record-replacement.ts";

/** Ids of the replacements that are in the text. Part of the text, so that undo takes an id back with its words. */
const replacementsState = createState("replacements", {
  parse: (value): readonly string[] =>
    Array.isArray(value) ? value.filter((id): id is string => typeof id === "string") : [],
});

export function $noteReplacement(id: string): void {
  const root = $getRoot();
  $setState(root, replacementsState, withReplacementId($getState(root, replacementsState), id));
}
