import { useMemo } from "react";
import { call } from "../desk.ts";
import { type WorkingPaper } from "../export/use-working-paper.ts";
import { WorkingPaperDialog } from "../export/working-paper-dialog.tsx";
import { useStore } from "../store.ts";

/** Makes 校核单 of the open report. */
export function ExportSheetDialog({ onClose }: { readonly onClose: () => void }) {
  const id = useStore((state) => state.opened?.report.id);
  const paper = useMemo(
    (): WorkingPaper | null =>
      id === undefined
        ? null
        : {
            plan: (folderToken) => call("checkSheet.plan", { id, folderToken }),
            make: (where) => call("checkSheet.export", { id, ...where }),
          },
    [id],
  );
  return (
    paper && (
      <WorkingPaperDialog
        name="校核单"
        about="一份 Word 文件，逐条列出错误、提示和已略过的，写明所在部分、原文、依据和建议，留有处理一栏，可以直接打印传阅。"
        paper={paper}
        onGiveUp={() => void call("checkSheet.cancel", {})}
        onClose={onClose}
      />
    )
  );
}
