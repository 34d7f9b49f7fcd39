import { useMemo } from "react";
import { call } from "../desk.ts";
import { unfinishedNow } from "../export/export-session.ts";
import { type WorkingPaper } from "../export/use-working-paper.ts";
import { WorkingPaperDialog } from "../export/working-paper-dialog.tsx";
import { useStore } from "../store.ts";
import { useCompare } from "./compare-store.ts";

/** Makes 对照稿 of the open report and the one that it is held against. */
export function ExportComparisonDialog({ onClose }: { readonly onClose: () => void }) {
  const id = useStore((state) => state.opened?.report.id);
  const choice = useCompare((state) => state.choice);
  const withId = choice === "previous" ? null : choice;
  const paper = useMemo(
    (): WorkingPaper | null =>
      id === undefined
        ? null
        : {
            plan: (folderToken) => call("comparison.plan", { id, withId, folderToken }),
            make: (where) => call("comparison.export", { id, withId, ...where }),
            unfinished: unfinishedNow,
          },
    [id, withId],
  );
  return (
    paper && (
      <WorkingPaperDialog
        name="对照稿"
        about="两份报告左右两栏逐句对照，删去的字加删除线，新写的字加下划线，附各节雷同度和连续未改的句子，可以直接打印。"
        paper={paper}
        onGiveUp={() => void call("comparison.cancel", {})}
        onClose={onClose}
      />
    )
  );
}
