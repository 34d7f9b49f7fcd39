import { type ReportSummary } from "../../core/contract.ts";
import { latestPlace } from "../editor/session/last-place.ts";
import { formatWhen } from "../format-when.ts";
import { Button } from "../ui/button.tsx";
import { openReport } from "./open-report.ts";
import styles from "./resume-card.module.css";
import { untitled } from "./wording.ts";

/** 继续上次的报告: the one that was written in last, and where its writer was. */
export function ResumeCard({ reports }: { readonly reports: readonly ReportSummary[] }) {
  const place = latestPlace();
  const report = reports.find(({ id }) => id === place?.id);
  if (!place || !report) return null;
  const where = [place.section.replace(/[。；：，]$/u, ""), formatWhen(new Date(place.at), new Date())]
    .filter((part) => part !== "")
    .join("，");
  return (
    <section className={styles.card} aria-label="继续上次的报告">
      <div className={styles.text}>
        <p className={styles.line}>
          <span>继续上次</span>
          <b>{report.title || untitled}</b>
        </p>
        <p className={styles.where}>{where}</p>
      </div>
      <Button onClick={() => void openReport(report.id)}>继续写</Button>
    </section>
  );
}
