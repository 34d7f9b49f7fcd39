import { Check, Minus } from "lucide-react";
import { type SampleItem } from "../../core/layout/rules/style-from-sample.ts";
import styles from "./house-style.module.css";

/** What was read from a sample: what will be taken, and what will not and why. */
export function SampleList({ items }: { readonly items: readonly SampleItem[] }) {
  return (
    <ul className={styles.sample}>
      {items.map((item) => (
        <li key={item.name} data-taken={item.isTaken || undefined}>
          {item.isTaken ? <Check size={14} aria-label="采用" /> : <Minus size={14} aria-label="没有采用" />}
          <span className={styles.sampleName}>{item.name}</span>
          <span>
            {item.found === "" ? "没有读到" : item.found}
            {item.others.length > 0 && <span className={styles.odd}>另有 {item.others.join("、")}</span>}
            {item.why !== "" && <span className={styles.why}>没有采用：{item.why}</span>}
          </span>
        </li>
      ))}
    </ul>
  );
}
