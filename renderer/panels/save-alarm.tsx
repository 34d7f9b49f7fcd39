import { TriangleAlert } from "lucide-react";
import { type ReactNode, useState } from "react";
import { runCommand, saveNow } from "../commands.ts";
import { type ConnectionState, reconnectNow, useConnection } from "../connection.ts";
import { dropDraft } from "../editor/saving/drafts.ts";
import { openReport } from "../library/open-report.ts";
import { saveCopy } from "../library/save-copy.ts";
import { useStore } from "../store.ts";
import { Button } from "../ui/button.tsx";
import styles from "./save-alarm.module.css";

const reasons: Readonly<Record<Exclude<ConnectionState, "up">, string>> = {
  lost: "年报台的后台没有应答，正在自己重新连接。",
  refused:
    "年报台的后台重新启动过，还不认得这个窗口。请再次启动年报台，在同一个浏览器里打开它给出的链接，这里会自己接上。",
};

function whereTheTextIs(isKept: boolean | null): string {
  if (isKept === null) return "";
  return isKept
    ? "可以继续写：没存上的文字已留在这个浏览器里，存上以前不会丢。"
    : "浏览器里没有地方留底，请不要关闭这个窗口，先另存副本。";
}

/** The pen is with somebody else: nothing more can be written or saved here. */
function whereTheTextStays(isKept: boolean | null): string {
  return isKept === true
    ? "没存上的文字还在这个窗口里，也留在这个浏览器里。请另存副本，再补到正在写的那一份里去。"
    : "没存上的文字只在这个窗口里。请先另存副本，再关闭窗口。";
}

/** The text is not on disk and cannot get there by itself: said louder than anything else, with what to do. */
export function SaveAlarm() {
  const connection = useConnection(({ state }) => state);
  const saveState = useStore((state) => state.saveState);
  const report = useStore((state) => state.opened?.report.id ?? null);
  const access = useStore((state) => state.opened?.access ?? null);
  if (connection !== "up") return <Lost reason={reasons[connection]} isSaved={saveState.kind === "saved"} />;
  if (saveState.kind !== "failed") return null;
  if (access === "read" && report !== null) return <Taken key={report} id={report} />;
  return (
    <Alarm title="正文还没有存上" actions={<CopyButtons again="再存一次" onAgain={() => void runCommand(saveNow)} />}>
      {saveState.message} <WhereTheTextIs />
    </Alarm>
  );
}

function Lost({ reason, isSaved }: { readonly reason: string; readonly isSaved: boolean }) {
  return (
    <Alarm
      title={isSaved ? "连接断开了" : "正文还没有存上"}
      actions={
        isSaved ? (
          <Button onClick={reconnectNow}>现在重连</Button>
        ) : (
          <CopyButtons again="现在重连" onAgain={reconnectNow} />
        )
      }
    >
      {reason} {!isSaved && <WhereTheTextIs />}
    </Alarm>
  );
}

/** The copy holds what the browser kept, and nothing was written since: its question would be about the same text. */
async function reopen(id: string): Promise<void> {
  await dropDraft(id);
  await openReport(id);
}

/** Another window or computer writes the report now; what was written here and not saved is safe once it is a copy. */
function Taken({ id }: { readonly id: string }) {
  const draftKept = useStore((state) => state.draftKept);
  const [isCopied, setCopied] = useState(false);
  const copy = async (): Promise<void> => {
    if (await saveCopy()) setCopied(true);
  };
  if (isCopied) {
    return (
      <Alarm title="这份报告由别处接着写" actions={<Button onClick={() => void reopen(id)}>打开现在的正文</Button>}>
        没存上的文字已另存为副本，在报告库中。这个窗口里的正文不再更新。
      </Alarm>
    );
  }
  return (
    <Alarm title="正文还没有存上" actions={<Button onClick={() => void copy()}>另存副本</Button>}>
      这份报告已由别处接着写，这里不能再写，也不能再保存。{whereTheTextStays(draftKept)}
    </Alarm>
  );
}

function WhereTheTextIs() {
  return whereTheTextIs(useStore((state) => state.draftKept));
}

function CopyButtons({ again, onAgain }: { readonly again: string; readonly onAgain: () => void }) {
  return (
    <>
      <Button onClick={onAgain}>{again}</Button>
      <Button onClick={() => void saveCopy()}>另存副本</Button>
    </>
  );
}

type AlarmProps = { readonly title: string; readonly children: ReactNode; readonly actions: ReactNode };

function Alarm({ title, children, actions }: AlarmProps) {
  return (
    <div className={styles.alarm} role="alert" data-testid="save-alarm">
      <TriangleAlert size={18} aria-hidden />
      <p className={styles.text}>
        <b>{title}</b>
        {children}
      </p>
      {actions}
    </div>
  );
}
