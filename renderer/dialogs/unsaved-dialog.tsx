import { leaveUnsaved } from "../library/open-report.ts";
import { useStore } from "../store.ts";
import { Button } from "../ui/button.tsx";
import styles from "./dialogs.module.css";
import { Dialog } from "../ui/dialog.tsx";
import { announceFailure } from "../ui/toast.tsx";

/** The user wants to leave, but the last changes could not be written to disk. */
export function UnsavedDialog() {
  const leaving = useStore((state) => state.leaving);
  const saveState = useStore((state) => state.saveState);
  const stay = (): void => useStore.setState({ leaving: null });
  return (
    <Dialog
      open={leaving !== null}
      onClose={stay}
      size="small"
      title="最后的改动还没有存上"
      actions={
        <>
          <Button variant="danger" onClick={() => void leaveUnsaved().catch(announceFailure)}>
            {leaving === "window" ? "不保存，直接关闭" : "不保存，回到报告库"}
          </Button>
          <Button variant="primary" onClick={stay}>
            继续编辑
          </Button>
        </>
      }
    >
      <p>{saveState.kind === "failed" ? saveState.message : "保存还没有完成。"}</p>
      <p className={styles.next}>选“继续编辑”，问题解决后程序会自己存上。</p>
    </Dialog>
  );
}
