import { isElementPlace } from "../../core/check/finding.ts";
import { type KnownFinding } from "../../core/check/known-findings.ts";
import { leaveDialog } from "../dialogs/leave-dialog.ts";
import { goToElement } from "../review/go-to-element.ts";
import { setPanels } from "../store.ts";
import styles from "./open-at-export.module.css";
import { useCheck } from "./check-store.ts";
import { enterFinding } from "./walk-findings.ts";

/** Places that are named; the others are as many more. */
const MOST_NAMED = 6;

/** What the checker has left open, in a line each with the way there: errors, and and numbers of persons to check again. */
export function OpenAtExport() {
  const errors = useCheck((state) => state.findings).filter(({ severity }) => severity === "错误");
  const names = useCheck((state) => state.beforeExport);
  if (errors.length === 0 && names.length === 0) return null;
  return (
    <div className={styles.lines} role="group" aria-label="校核">
      {errors.length > 0 && (
        <p>
          校核发现的错误还有 {errors.length} 处没有处理。
          <button type="button" className={styles.link} onClick={showErrors}>
            去看
          </button>
        </p>
      )}
      {names.length > 0 && (
        <p>
          公开前请再核对 {names.length} 处电话和证件号码：
          {names.slice(0, MOST_NAMED).map((finding) => (
            <button key={finding.id} type="button" className={styles.link} onClick={() => goTo(finding)}>
              {finding.text}
            </button>
          ))}
          {names.length > MOST_NAMED && "等"}
        </p>
      )}
    </div>
  );
}

function showErrors(): void {
  const [first] = useCheck.getState().findings.filter(({ severity }) => severity === "错误");
  leaveDialog();
  setPanels({ right: true, rightTab: "check", hits: false });
  useCheck.setState({ shown: "错误", view: "findings" });
  if (first !== undefined) goTo(first);
}

function goTo(finding: KnownFinding): void {
  leaveDialog();
  if (isElementPlace(finding.place)) goToElement(finding.place.element);
  else enterFinding(finding);
}
