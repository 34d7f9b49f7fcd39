import { useEffect, useRef, useState } from "react";
import styles from "./rename-field.module.css";

const MAX_TITLE_LENGTH = 200;

/** A title being renamed in its place. Enter or leaving the field takes the new one, Esc keeps the old (`null`). */
export function RenameField({
  title,
  onDone,
}: {
  readonly title: string;
  readonly onDone: (title: string | null) => void;
}) {
  const [value, setValue] = useState(title);
  const field = useRef<HTMLInputElement>(null);
  const finished = useRef(false);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  const finish = (taken: boolean): void => {
    if (finished.current) return;
    finished.current = true;
    const next = value.trim();
    onDone(taken && next !== "" && next !== title ? next : null);
  };
  return (
    <input
      ref={field}
      className={styles.field}
      aria-label="标题"
      maxLength={MAX_TITLE_LENGTH}
      value={value}
      onChange={(event) => setValue(event.target.value)}
      onBlur={() => finish(true)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing || (event.key !== "Enter" && event.key !== "Escape")) return;
        // Or else the key would go on to what gets the keyboard next.
        event.preventDefault();
        finish(event.key === "Enter");
      }}
    />
  );
}
