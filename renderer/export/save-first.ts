import { useStore } from "../store.ts";

/**
 * Saves the open report before something is made of it. Why it could not be saved; null where it is.
 * @param put what is put off then, in words: 导出
 */
export async function saveFirst(put = "导出"): Promise<string | null> {
  const { opened, editor } = useStore.getState();
  if (opened?.access !== "write" || !editor || (await editor.flush())) return null;
  const { saveState } = useStore.getState();
  const reason = saveState.kind === "failed" ? saveState.message : "";
  return `最后的改动还没有存上，先不${put}，免得${put === "导出" ? "文件里" : "纸上"}缺字。${reason}`;
}
