import { type ReplacementRecord } from "../../core/document/replacement-record.ts";
import { replacementsIn } from "../../core/document/body-state.ts";
import { formatWhen } from "../format-when.ts";
import { useStore } from "../store.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { announce } from "../ui/toast.tsx";
import styles from "./replacement-records.module.css";

const noRecords: readonly ReplacementRecord[] = [];

const headline = ({ query, replacement, count }: ReplacementRecord): string =>
  replacement === "" ? `删去“${query}” ${count} 处` : `“${query}”换成“${replacement}” ${count} 处`;

/** The records as text, for a mail or a note. */
function asText(records: readonly ReplacementRecord[], present: ReadonlySet<string>): string {
  return records
    .map((record) => {
      const { id, at, by, sentences } = record;
      const when = new Date(at).toLocaleString("zh-CN", { hour12: false });
      const lines = sentences.map(({ before, after }) => `  原：${before}\n  改：${after}`);
      return [`${when} ${by} ${headline(record)}${present.has(id) ? "" : "（已撤销）"}`, ...lines].join("\n");
    })
    .join("\n\n");
}

/** 替换记录: what was replaced in the open report, the latest first. */
export function ReplacementRecords({ onClose }: { readonly onClose: () => void }) {
  const records = useStore((state) => state.fields?.replacements ?? noRecords);
  const editor = useStore((state) => state.editor);
  const present = new Set(editor ? replacementsIn(editor.getBody()) : []);
  const latestFirst = records.toReversed();
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(asText(latestFirst, present));
      announce({ message: "替换记录已复制。" });
    } catch {
      announce({ message: "没能复制：剪贴板不让写入。请选中文字后按 Ctrl+C。", tone: "failure" });
    }
  };
  const actions = (
    <>
      <Button disabled={records.length === 0} onClick={() => void copy()}>
        复制
      </Button>
      <Button variant="primary" onClick={onClose}>
        关闭
      </Button>
    </>
  );
  return (
    <Dialog open onClose={onClose} title="替换记录" size="large" actions={actions}>
      {records.length === 0 ? (
        <p>这份报告还没有替换过文字。用“替换”（Ctrl+H）换过之后，换了什么、谁换的、什么时候换的，都记在这里。</p>
      ) : (
        <ol className={styles.records}>
          {latestFirst.map((record) => (
            <Entry key={record.id} record={record} isPresent={present.has(record.id)} />
          ))}
        </ol>
      )}
    </Dialog>
  );
}

function Entry({ record, isPresent }: { readonly record: ReplacementRecord; readonly isPresent: boolean }) {
  const { at, by, sentences, sentenceCount } = record;
  return (
    <li className={styles.record} data-withdrawn={!isPresent || undefined}>
      <details>
        <summary>
          <strong>{headline(record)}</strong>
          {!isPresent && <span className={styles.withdrawn}>已撤销</span>}
          <span className={styles.when}>
            {by} {formatWhen(new Date(at), new Date())}
          </span>
        </summary>
        {sentences.map(({ before, after }, index) => (
          <div key={index} className={styles.sentence}>
            <p>
              <span className={styles.label}>原</span> {before}
            </p>
            <p>
              <span className={styles.label}>改</span> {after}
            </p>
          </div>
        ))}
        {sentenceCount > sentences.length && (
          <p className={styles.when}>
            共 {sentenceCount} 句，{sentences.length > 0 ? `这里记了 ${sentences.length} 句` : "句子已不再保留"}。
          </p>
        )}
      </details>
    </li>
  );
}
