import { type Command } from "../command.ts";
import { isWritable, type AppState, setPanels } from "../store.ts";
import { type CommandId } from "../command-ids.ts";
import { settleFindingAtHand } from "../check/settle-finding.ts";
import { shownFindings, useCheck } from "../check/check-store.ts";
import { goOn as goOnChecking } from "../check/walk-findings.ts";
import { shownPanel } from "../panels/shown-panel.ts";

const pendingOf = (state: AppState): number => state.editor?.review.getSnapshot().pending ?? 0;
const findingsLeft = (): number => shownFindings(useCheck.getState()).length;

/** The keys go through what the open panel lists; without one through what is 待核, and then through the findings. */
function walksFindings(state: AppState): boolean {
  const panel = shownPanel(state);
  if (panel === "check" || panel === "review") return panel === "check";
  return pendingOf(state) === 0;
}

const canWalk = (state: AppState): boolean =>
  state.editor !== null && (walksFindings(state) ? findingsLeft() > 0 : pendingOf(state) > 0);

/** Goes on to the next item; the panel comes along where there is one. */
function goOn(state: AppState, back: boolean): void {
  if (walksFindings(state)) {
    goOnChecking(back);
    return;
  }
  if (state.panels.right) setPanels({ rightTab: "review" });
  state.editor?.review.next(back);
}

function walk(id: CommandId, label: string, shortcut: string, back: boolean): Command {
  return {
    id,
    label,
    group: "查找和跳转",
    shortcut,
    enabled: canWalk,
    run: (state) => goOn(state, back),
  };
}

export const nextPending = walk("review.next", "下一处待核或校核", "F8", false);
const previousPending = walk("review.previous", "上一处待核或校核", "Shift+F8", true);

/** Decides on the item at hand and goes on; without one it only goes to the next. */
function decide(id: CommandId, label: string, shortcut: string | readonly string[], verb: "accept" | "keep"): Command {
  return {
    id,
    label,
    group: "查找和跳转",
    shortcut,
    enabled: (state) => isWritable(state) && canWalk(state),
    run(state) {
      if (walksFindings(state)) return settleFindingAtHand(verb === "accept" ? "fix" : "dismiss");
      const review = state.editor?.review;
      if (!review) return;
      const { current, entries } = review.getSnapshot();
      const entry = entries.find((one) => one.id === current);
      if (entry?.state === "pending") review[verb]([entry.id]);
      goOn(state, false);
    },
  };
}

const acceptAndNext = decide("review.accept", "已核（校核：改正）并到下一处", "Ctrl+F8", "accept");
// some desktops size windows with Alt+F8
const keepAndNext = decide("review.keep", "沿用（校核：不改）并到下一处", ["Alt+F8", "Ctrl+Shift+F8"], "keep");

export const reviewCommands: readonly Command[] = [nextPending, previousPending, acceptAndNext, keepAndNext];
