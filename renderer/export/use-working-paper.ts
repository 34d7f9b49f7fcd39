import { useCallback, useEffect, useState } from "react";
import { type Unfinished } from "../../core/check/unfinished.ts";
import { type Output } from "../../core/contract.ts";
import { call, CallError, messageOf } from "../desk.ts";
import { announceFailure } from "../ui/toast.tsx";
import { saveFirst } from "./save-first.ts";

/** A Word file about the open report: how it is planned and made. The calls keep their identity while they ask the same. */
export type WorkingPaper = {
  readonly plan: (folderToken: string | null) => Promise<PaperPlan>;
  readonly make: (where: { readonly folderToken: string; readonly overwrite: boolean }) => Promise<PaperMade>;
  /** What is plainly unfinished is shown before the paper is made. */
  readonly unfinished?: () => readonly Unfinished[];
};

export type PaperPlan = Output<"comparison.plan" | "checkSheet.plan">;
type PaperMade = Output<"comparison.export" | "checkSheet.export">;

export type PaperPhase =
  | { readonly kind: "planning" | "choosing" | "running" }
  | { readonly kind: "unfinished"; readonly found: readonly Unfinished[] }
  | { readonly kind: "done"; readonly made: PaperMade }
  | { readonly kind: "failed"; readonly message: string };

/** The steps of making a working paper, from the question where it goes. What is not saved is saved first. */
export function useWorkingPaper({ plan: ask, make, unfinished }: WorkingPaper) {
  const [phase, setPhase] = useState<PaperPhase>({ kind: "planning" });
  const [plan, setPlan] = useState<PaperPlan | null>(null);
  const planFor = useCallback(
    async (folderToken: string | null): Promise<void> => {
      setPhase({ kind: "planning" });
      try {
        const unsaved = await saveFirst();
        if (unsaved !== null) {
          setPhase({ kind: "failed", message: unsaved });
          return;
        }
        setPlan(await ask(folderToken));
        setPhase({ kind: "choosing" });
      } catch (error) {
        setPhase({ kind: "failed", message: messageOf(error) });
      }
    },
    [ask],
  );
  useEffect(() => {
    // eslint-disable-next-line react-hooks/set-state-in-effect -- what the backend says begins with the dialog
    void planFor(null);
  }, [planFor]);
  const chooseFolder = async (): Promise<void> => {
    try {
      const chosen = await call("export.chooseFolder", {});
      if (chosen) await planFor(chosen.folderToken);
    } catch (error) {
      announceFailure(error);
    }
  };
  /** @param isAsked what is unfinished was shown, and is to go out as it is */
  const run = async (isAsked = false): Promise<void> => {
    if (!plan) return;
    const found = isAsked ? [] : (unfinished?.() ?? []);
    if (found.length > 0) {
      setPhase({ kind: "unfinished", found });
      return;
    }
    setPhase({ kind: "running" });
    try {
      setPhase({ kind: "done", made: await make({ folderToken: plan.folderToken, overwrite: plan.exists }) });
    } catch (error) {
      // since the plan was made someone else has put a file there: now it is asked for
      if (error instanceof CallError && error.code === "file-exists") await planFor(plan.folderToken);
      else setPhase({ kind: "failed", message: messageOf(error) });
    }
  };
  return { phase, plan, planFor, chooseFolder, run };
}
