import { Ellipsis } from "lucide-react";
import { isWritable, useStore } from "../store.ts";
import { CommandItem, Menu, MenuItem, MenuSeparator } from "../ui/menu.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { bindNumber } from "./figure-commands.ts";
import styles from "./figures-panel.module.css";
import { useFigures } from "./figures-store.ts";
import { addToLedger, bindSafe, confirmInLedger, countOpen } from "./ledger-actions.ts";

/** How much the ledger holds, beside the panel's name. */
export function FiguresCount() {
  const count = useFigures((state) => Object.keys(state.figures).length);
  const open = useFigures((state) => countOpen(state.figures));
  if (count === 0) return null;
  return (
    <span className={styles.total}>
      {count} 项{open > 0 && `，${open} 项待核对`}
    </span>
  );
}

/** What can be done to the ledger as a whole. */
export function FiguresMenu() {
  const canWrite = useStore(isWritable);
  const figures = useFigures((state) => state.figures);
  const isLooked = useFigures((state) => state.open.length > 0);
  return (
    <Menu trigger={<IconButton icon={Ellipsis} label="台账菜单" />}>
      <MenuItem label="新数据" disabled={!canWrite} onSelect={addToLedger} />
      <CommandItem command={bindNumber} />
      <MenuItem label="全部绑定有名称的数" disabled={!canWrite || !isLooked} onSelect={bindSafe} />
      <MenuSeparator />
      <MenuItem
        label="全部改为待核对"
        disabled={!canWrite || Object.keys(figures).length === 0}
        onSelect={() => confirmInLedger(new Set(Object.keys(figures)), false)}
      />
    </Menu>
  );
}
