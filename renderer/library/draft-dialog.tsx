import { useState } from "react";
import { call } from "../desk.ts";
import { dropDraft } from "../editor/saving/drafts.ts";
import { formatWhen } from "../format-when.ts";
import { showReport, useStore } from "../store.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { announce, announceFailure } from "../ui/toast.tsx";
import { saveCopy } from "./save-copy.ts";

/** The browser has a text of this report that never reached the disk: asks what is to become of it. */
export function DraftDialog() {
  const draft = useStore((state) => state.draft);
  const opened = useStore((state) => state.opened);
  const [isBusy, setBusy] = useState(false);
  if (draft === null || opened?.report.id !== draft.id) return null;
  const later = (): void => useStore.setState({ draft: null });
  const goesOn = opened.access === "write" && opened.report.revision === draft.baseRevision;
  const done = async (message: string): Promise<void> => {
    await dropDraft(draft.id);
    later();
    if (message !== "") announce({ message });
  };
  const putBack = async (): Promise<void> => {
    const { year, preset, meta, body, review, replacements } = draft.report;
    const edit = {
      ...{ year, preset, meta, body },
      ...(review === undefined ? {} : { review }),
      ...(replacements === undefined ? {} : { replacements }),
    };
    await call("report.save", { id: draft.id, baseRevision: draft.baseRevision, edit });
    await done("");
    showReport(await call("report.open", { id: draft.id }));
    announce({ message: "没存上的文字已放回报告并保存。" });
  };
  const copy = async (): Promise<void> => {
    if (await saveCopy(draft.report)) await done("");
  };
  const run = (work: () => Promise<void>) => (): void => {
    setBusy(true);
    work()
      .catch(announceFailure)
      .finally(() => setBusy(false));
  };
  return (
    <Dialog
      open
      onClose={later}
      size="small"
      title="浏览器里留有没存上的文字"
      actions={
        <>
          <Button variant="danger" disabled={isBusy} onClick={run(() => done("已丢弃浏览器里的文字。"))}>
            丢弃
          </Button>
          <Button variant={goesOn ? "plain" : "primary"} disabled={isBusy} onClick={run(copy)}>
            另存副本
          </Button>
          {goesOn && (
            <Button variant="primary" disabled={isBusy} onClick={run(putBack)}>
              放回报告
            </Button>
          )}
        </>
      }
    >
      <p>
        上次写这份报告时有文字没能存上，浏览器在{formatWhen(new Date(draft.at), new Date())}替它留了底。
        {goesOn
          ? "报告此后没有别的改动，可以直接放回去。"
          : "报告此后在别处改过，或正在别处编辑，为免覆盖，只能另存成一份副本。"}
      </p>
    </Dialog>
  );
}
