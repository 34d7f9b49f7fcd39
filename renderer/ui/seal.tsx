import styles from "./seal.module.css";

/** The program's seal. */
export function Seal() {
  return (
    <span className={styles.seal} aria-hidden>
      报
    </span>
  );
}
