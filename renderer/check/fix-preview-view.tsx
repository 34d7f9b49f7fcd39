import { type KnownFinding } from "../../core/check/known-findings.ts";
import styles from "./check-panel.module.css";
import { useCheck } from "./check-store.ts";
import { previewOf } from "./fix-preview.ts";
import { textOfFinding } from "./text-of-finding.ts";

/** The words of a finding as they are, and as the fix would write them. */
export function FixPreview({ finding }: { readonly finding: KnownFinding }) {
  const checked = useCheck((state) => state.checked);
  if (checked === null || finding.place.start === finding.place.end) return null;
  const { before, was, becomes, after } = previewOf(finding, textOfFinding(finding, checked));
  return (
    <dl className={styles.preview}>
      <div>
        <dt>原</dt>
        <dd>
          {before}
          {finding.fix === null ? <mark>{was}</mark> : <del>{was === " " ? "␣" : was}</del>}
          {after}
        </dd>
      </div>
      {finding.fix !== null && (
        <div>
          <dt>改</dt>
          <dd>
            {before}
            {becomes !== "" && <ins>{becomes}</ins>}
            {after}
          </dd>
        </div>
      )}
    </dl>
  );
}
