import { useEffect, useState } from "react";
import { type LockHolder } from "../../core/contract.ts";
import { call } from "../desk.ts";
import { showReport, useStore } from "../store.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { NoticeBar } from "../ui/notice-bar.tsx";
import { announceFailure } from "../ui/toast.tsx";
import { signOf } from "./sign-of-life.ts";
import styles from "./read-only-banner.module.css";

const LOOK_AGAIN_MS = 5_000;

/** Says that the report is open elsewhere and cannot be written in this window. */
export function ReadOnlyBanner() {
  const id = useStore((state) => (state.opened?.access === "read" ? state.opened.report.id : null));
  return id === null ? null : <ReadOnly key={id} id={id} />;
}

function ReadOnly({ id }: { readonly id: string }) {
  const [holder, setHolder] = useState<LockHolder | null>(null);
  const [isAsking, setAsking] = useState(false);
  useEffect(() => {
    const look = (): void =>
      void call("report.holder", { id }).then(
        (found) => setHolder(found.holder),
        () => undefined,
      );
    look();
    const timer = setInterval(look, LOOK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [id]);
  if (holder === null) {
    return (
      <NoticeBar tone="warning">
        这份报告正在另一个窗口里编辑，这里只能看。在那个窗口里关闭它以后，这里会自动可以编辑。
      </NoticeBar>
    );
  }
  return (
    <>
      <NoticeBar tone="warning">
        这份报告在{nameOf(holder)}上打开着，这里只能看。在那里关闭它以后，这里会自动可以编辑。{" "}
        <Button onClick={() => setAsking(true)}>接管…</Button>
      </NoticeBar>
      {isAsking && <TakeOverDialog id={id} holder={holder} onClose={() => setAsking(false)} />}
    </>
  );
}

const nameOf = ({ computer, user }: LockHolder): string =>
  computer === "" ? "一台用旧版本年报台的电脑" : `电脑“${computer}”${user === "" ? "" : `（用户 ${user}）`}`;

function TakeOverDialog({ id, holder, onClose }: { id: string; holder: LockHolder; onClose: () => void }) {
  const hasUnsaved = useStore((state) => state.saveState.kind !== "saved");
  const takeOver = (): void => {
    onClose();
    call("report.takeOver", { id, token: holder.token }).then(showReport, announceFailure);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      size="small"
      title="接管这份报告？"
      actions={
        <>
          <Button variant="danger" disabled={hasUnsaved} onClick={takeOver}>
            接管
          </Button>
          <Button variant="primary" onClick={onClose}>
            不接管
          </Button>
        </>
      }
    >
      <div className={styles.question}>
        <p>
          它在{nameOf(holder)}上打开着。{signOf(holder)}
        </p>
        <p>请先问清楚那边是不是还在写。接管以后那边不能再保存，没存上的文字只能在那里另存副本。</p>
        <p>这边打开的是最后一次保存的内容。</p>
        {hasUnsaved && <p>这个窗口里还有没存上的文字，请先另存副本。</p>}
      </div>
    </Dialog>
  );
}
