import styles from "./across-dialog.module.css";
import { type AcrossPhase } from "./across-session.ts";

/** What came of it, report by report. */
export function AcrossResult({ phase }: { readonly phase: Extract<AcrossPhase, { kind: "done" | "undone" }> }) {
  const lines =
    phase.kind === "done"
      ? phase.result.reports.map((report) => ({ ...report, said: `替换了 ${report.count} 处` }))
      : phase.result.reports.map((report) => ({ ...report, said: "已撤销，恢复原文" }));
  const succeeded = lines.filter(({ failure }) => failure === null).length;
  return (
    <>
      <p role="status">
        {phase.kind === "done" ? `${succeeded} 份报告替换好了` : `${succeeded} 份报告恢复了原文`}
        {succeeded < lines.length && `，${lines.length - succeeded} 份没有动`}。
        {phase.kind === "done" && "每份报告的“替换记录”里都记下了这一次。"}
      </p>
      <ul className={styles.results}>
        {lines.map(({ id, title, failure, said }) => (
          <li key={id} data-failed={failure !== null || undefined}>
            <strong>{title === "" ? "（读不出标题的报告）" : title}</strong>
            <span>{failure === null ? said : failure.message}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
