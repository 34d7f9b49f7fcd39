import { useStore } from "../store.ts";

/** Saves the open report before a file is made of it. Why it could not be saved; null where it is. */
export async function saveFirst(): Promise<string | null> {
  const { opened, editor } = useStore.getState();
  if (opened?.access !== "write" || !editor || (await editor.flush())) return null;
  const { saveState } = useStore.getState();
  const reason = saveState.kind === "failed" ? saveState.message : "";
  return `最后的改动还没有存上，先不导出，免得文件里缺字。${reason}`;
}
