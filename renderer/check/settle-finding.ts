import { announce } from "../ui/toast.tsx";
import { shownFindings, useCheck } from "./check-store.ts";
import { dismissFinding } from "./dismiss-findings.ts";
import { applyFinding } from "./fix-findings.ts";
import { freshlyChecked } from "./follow-check.ts";
import { goOn, goToFinding, hasPanelKeyboard } from "./walk-findings.ts";

/** 改正, or 不改 with a reason; then the next finding is at hand. Without one at hand it only goes to the next. */
export async function settleFindingAtHand(how: "fix" | "dismiss", reason = ""): Promise<void> {
  const state = useCheck.getState();
  const at = shownFindings(state).findIndex(({ id }) => id === state.current);
  const finding = shownFindings(state)[at];
  const isInPanel = hasPanelKeyboard();
  if (finding === undefined) {
    goOn(false);
    return;
  }
  if (how === "fix" && finding.fix === null) {
    announce({ message: "这一处没有现成的改法，请直接在正文里改，或选“不改”。" });
    return;
  }
  if (how === "dismiss") dismissFinding(finding, reason);
  else if (!(await applyFinding(finding))) return;
  // where the next ones stand is known once the text has been looked at as it is now
  await freshlyChecked();
  const left = shownFindings(useCheck.getState());
  const next = left[at] ?? left[0];
  if (next !== undefined) goToFinding(next, isInPanel);
}
