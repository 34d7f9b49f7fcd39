import { clockTime } from "../format-when.ts";
import { type SaveState } from "../store.ts";

/** What the header says about the text on disk: a few words, and for a failure the reason and the next step. */
export function saveStateText(state: SaveState, canWrite: boolean): { readonly text: string; readonly detail: string } {
  if (!canWrite) return { text: "只读", detail: "" };
  switch (state.kind) {
    case "saved":
      return { text: state.at === null ? "已保存" : `已保存 ${clockTime(new Date(state.at))}`, detail: "" };
    // What was typed a moment ago is about to be saved; a word of its own would only flicker.
    case "dirty":
    case "saving":
      return { text: "正在保存", detail: "" };
    case "failed":
      return { text: "未能保存", detail: state.message };
  }
}
