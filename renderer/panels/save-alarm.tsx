import { TriangleAlert } from "lucide-react";
import { runCommand, saveNow } from "../commands.ts";
import { type ConnectionState, reconnectNow, useConnection } from "../connection.ts";
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

/** The text is not on disk and cannot get there by itself: said louder than anything else, with what to do. */
export function SaveAlarm() {
  const connection = useConnection(({ state }) => state);
  const saveState = useStore((state) => state.saveState);
  const draftKept = useStore((state) => state.draftKept);
  const isLost = connection !== "up";
  if (!isLost && saveState.kind !== "failed") return null;
  const reason = isLost ? reasons[connection] : saveState.kind === "failed" ? saveState.message : "";
  const tryAgain = (): void => {
    if (isLost) reconnectNow();
    else void runCommand(saveNow);
  };
  return (
    <div className={styles.alarm} role="alert" data-testid="save-alarm">
      <TriangleAlert size={18} aria-hidden />
      <p className={styles.text}>
        <b>{saveState.kind === "saved" ? "连接断开了" : "正文还没有存上"}</b>
        {reason} {saveState.kind === "saved" ? "" : whereTheTextIs(draftKept)}
      </p>
      <Button onClick={tryAgain}>{isLost ? "现在重连" : "再存一次"}</Button>
      {saveState.kind !== "saved" && <Button onClick={() => void saveCopy()}>另存副本</Button>}
    </div>
  );
}
