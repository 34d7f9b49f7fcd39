import { type Command } from "../command.ts";
import { isWritable, type AppState, setPanels } from "../store.ts";
import { type CommandId } from "../command-ids.ts";

const pendingOf = (state: AppState): number => state.editor?.review.getSnapshot().pending ?? 0;

/** Goes on to the next item; the panel comes along where there is one. */
function goOn(state: AppState, back: boolean): void {
  if (state.panels.right) setPanels({ rightTab: "review" });
  state.editor?.review.next(back);
}

function walk(id: CommandId, label: string, shortcut: string, back: boolean): Command {
  return {
    id,
    label,
    group: "查找和跳转",
    shortcut,
    enabled: (state) => pendingOf(state) > 0,
    run: (state) => goOn(state, back),
  };
}

export const nextPending = walk("review.next", "下一处待核", "F8", false);
const previousPending = walk("review.previous", "上一处待核", "Shift+F8", true);

/** Decides on the item at hand and goes on; without one it only goes to the next. */
function decide(id: CommandId, label: string, shortcut: string | readonly string[], verb: "accept" | "keep"): Command {
  return {
    id,
    label,
    group: "查找和跳转",
    shortcut,
    enabled: (state) => isWritable(state) && pendingOf(state) > 0,
    run(state) {
      const review = state.editor?.review;
      if (!review) return;
      const { current, entries } = review.getSnapshot();
      const entry = entries.find((one) => one.id === current);
      if (entry?.state === "pending") review[verb]([entry.id]);
      goOn(state, false);
    },
  };
}

const acceptAndNext = decide("review.accept", "已核并到下一处", "Ctrl+F8", "accept");
// some desktops size windows with Alt+F8
const keepAndNext = decide("review.keep", "沿用并到下一处", ["Alt+F8", "Ctrl+Shift+F8"], "keep");

export const reviewCommands: readonly Command[] = [nextPending, previousPending, acceptAndNext, keepAndNext];
