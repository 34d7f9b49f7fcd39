import { Tabs as BaseTabs } from "@base-ui/react/tabs";
import { type ReactNode } from "react";
import styles from "./tabs.module.css";

type Tab<T extends string> = { readonly value: T; readonly label: string; readonly panel: ReactNode };

/** A row of tabs over one panel; panels that were opened stay as they were left. */
export function Tabs<T extends string>({
  label,
  value,
  onChange,
  tabs,
}: {
  readonly label: string;
  readonly value: T;
  readonly onChange: (value: T) => void;
  readonly tabs: readonly Tab<T>[];
}) {
  return (
    <BaseTabs.Root className={styles.root} value={value} onValueChange={(next: T) => onChange(next)}>
      <BaseTabs.List className={styles.list} aria-label={label} activateOnFocus>
        {tabs.map((tab) => (
          <BaseTabs.Tab key={tab.value} value={tab.value} className={styles.tab}>
            {tab.label}
          </BaseTabs.Tab>
        ))}
      </BaseTabs.List>
      {tabs.map((tab) => (
        <BaseTabs.Panel key={tab.value} value={tab.value} className={styles.panel} keepMounted tabIndex={-1}>
          {tab.panel}
        </BaseTabs.Panel>
      ))}
    </BaseTabs.Root>
  );
}
