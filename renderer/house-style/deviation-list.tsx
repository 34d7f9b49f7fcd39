import { type Deviation } from "../../core/layout/rules/deviations.ts";
import { strengthText } from "../../core/inspect/wording.ts";
import styles from "./deviation-list.module.css";

/** What a style has otherwise than the standard, each with clause and strength. */
export function DeviationList({ deviations }: { readonly deviations: readonly Deviation[] }) {
  return (
    <ul className={styles.list}>
      {deviations.map((one) => (
        <li key={one.name}>
          <span className={styles.name}>{one.name}</span>
          <span>
            {one.house}
            <span className={styles.standard}>标准：{one.standard}</span>
          </span>
          <span className={styles.source}>{strengthText(one)}</span>
        </li>
      ))}
    </ul>
  );
}
