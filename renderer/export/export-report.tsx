import { type ExportResult } from "../../core/contract.ts";
import { countsText } from "../../core/inspect/wording.ts";
import { openDialog } from "../store.ts";
import { Button } from "../ui/button.tsx";
import styles from "./export-dialog.module.css";
import { sizeText } from "./export-wording.ts";
import { SubstitutedFaces } from "./substituted-faces.tsx";

/** What came of an export: the files, the pages, and what differs from what was wanted. */
export function ExportReport({ result }: { readonly result: ExportResult }) {
  return (
    <div className={styles.choice}>
      <ul className={styles.results}>
        {result.files.map((file) => (
          <li key={file.format}>
            <span>{file.name}</span>
            <span className={styles.quiet}>
              {file.format === "pdf" && result.pages !== null && `${result.pages} 页 · `}
              {sizeText(file.bytes)}
            </span>
          </li>
        ))}
      </ul>
      <p>
        <span className={styles.quiet}>存放在</span> {result.folderLabel}
      </p>
      {result.stamped && <p>各个文件都标注了“待核稿”。</p>}
      {result.warnings.length > 0 && (
        <ul className={styles.warnings}>
          {result.warnings.map((warning) => (
            <li key={warning.message}>{warning.message}</li>
          ))}
        </ul>
      )}
      {result.inspection && (
        <div className={styles.inspection}>
          <p>{countsText(result.inspection)}</p>
          <Button onClick={() => openDialog("inspection")}>查看体检单</Button>
        </div>
      )}
      <SubstitutedFaces fonts={result.fonts} />
    </div>
  );
}
