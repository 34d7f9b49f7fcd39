import { RotateCcw, Trash2 } from "lucide-react";
import { useState } from "react";
import { type Output } from "../../core/contract.ts";
import { formatWhen } from "../format-when.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import styles from "./report-table.module.css";
import binStyles from "./bin.module.css";
import { purgeReports, restoreReport } from "./library-actions.ts";
import { untitled } from "./wording.ts";

type TrashedReport = Output<"library.list">["trash"][number];

/** The recycle bin: what was moved out of the library and can still come back. */
export function Bin({ reports, search }: { readonly reports: readonly TrashedReport[]; readonly search: string }) {
  const [asking, setAsking] = useState<readonly TrashedReport[]>([]);
  if (reports.length === 0) {
    return (
      <p className={styles.empty}>
        {search.trim()
          ? `回收站里没有标题带“${search.trim()}”的报告。`
          : "回收站是空的。从报告库移走的报告先放在这里，随时可以放回去。"}
      </p>
    );
  }
  return (
    <>
      <div className={binStyles.bar}>
        <p>移到这里的报告不会自己消失，可以随时放回报告库。</p>
        <Button variant="quiet" icon={Trash2} onClick={() => setAsking(reports)}>
          全部彻底删除
        </Button>
      </div>
      <BinTable reports={reports} onPurge={(report) => setAsking([report])} />
      <AskPurge reports={asking} onClose={() => setAsking([])} />
    </>
  );
}

function BinTable(props: {
  readonly reports: readonly TrashedReport[];
  readonly onPurge: (report: TrashedReport) => void;
}) {
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>回收站里的报告</caption>
      <thead>
        <tr>
          <th scope="col">标题</th>
          <th scope="col" className={styles.number}>
            年度
          </th>
          <th scope="col" className={styles.when}>
            移走时间
          </th>
          <th scope="col" className={binStyles.actions}>
            <span className={styles.caption}>操作</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {props.reports.map((report) => (
          <tr key={report.id} className={styles.row}>
            <td className={styles.title}>
              <span className={binStyles.title}>{report.title || untitled}</span>
              {report.organ && <span className={styles.organ}>{report.organ}</span>}
            </td>
            <td className={styles.number}>{report.year}</td>
            <td className={styles.when}>{formatWhen(new Date(report.trashedAt), new Date())}</td>
            <td className={binStyles.actions}>
              <div className={binStyles.buttons}>
                <Button variant="quiet" icon={RotateCcw} onClick={() => void restoreReport(report)}>
                  放回报告库
                </Button>
                <Button variant="quiet" onClick={() => props.onPurge(report)}>
                  彻底删除
                </Button>
              </div>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function AskPurge({ reports, onClose }: { readonly reports: readonly TrashedReport[]; readonly onClose: () => void }) {
  const [first] = reports;
  const what = reports.length === 1 ? `“${first?.title || untitled}”` : `回收站里的 ${reports.length} 份报告`;
  return (
    <Dialog
      open={reports.length > 0}
      onClose={onClose}
      size="small"
      title="彻底删除"
      actions={
        <>
          <Button onClick={onClose}>取消</Button>
          <Button
            variant="primary"
            onClick={() => {
              onClose();
              void purgeReports(reports.map((report) => report.id));
            }}
          >
            彻底删除
          </Button>
        </>
      }
    >
      <p>{what}将从这台计算机上删除，之后不能恢复。</p>
    </Dialog>
  );
}
