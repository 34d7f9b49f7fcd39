import { Popover } from "@base-ui/react/popover";
import { ChevronDown, Table2 } from "lucide-react";
import { type ComponentProps, type KeyboardEvent, useState } from "react";
import { insertTable, tableCommands } from "../editor/session/commands.ts";
import { useEditorSnapshot } from "../use-editor-snapshot.ts";
import { useStore } from "../store.ts";
import { focusPage, leaveMenu } from "../ui/use-return-focus.ts";
import { ToolbarMenu } from "./toolbar-menu.tsx";
import styles from "./toolbar.module.css";
import { useCommandState } from "./use-command-state.ts";

/** Outside a table it inserts one, inside it changes the one at the cursor. */
export function TableTool() {
  const inTable = useEditorSnapshot((snapshot) => snapshot.inTable) ?? false;
  const editable = useEditorSnapshot((snapshot) => snapshot.editable) ?? false;
  if (inTable) return <ToolbarMenu commands={tableCommands} trigger={<TableButton disabled={!editable} />} />;
  return <SizePicker />;
}

function TableButton(props: ComponentProps<"button">) {
  return (
    <button type="button" {...props} aria-label="表格" className={styles.button}>
      <Table2 size={16} strokeWidth={1.75} aria-hidden />
      <span className={styles.label}>表格</span>
      <ChevronDown size={12} aria-hidden />
    </button>
  );
}

const most = { rows: 8, columns: 8 } as const;
type Size = { readonly rows: number; readonly columns: number };

/** Rows and columns are chosen on a small grid, by pointer or arrow keys. */
function SizePicker() {
  const { enabled } = useCommandState(insertTable);
  const [open, setOpen] = useState(false);
  const [size, setSize] = useState<Size>({ rows: 3, columns: 3 });
  const insert = ({ rows, columns }: Size): void => {
    setOpen(false);
    useStore.getState().editor?.insertTable(rows, columns);
  };
  return (
    <Popover.Root
      open={open}
      onOpenChange={(next, { reason }) => {
        setOpen(next);
        if (!next) leaveMenu(reason);
      }}
    >
      <Popover.Trigger render={<TableButton disabled={!enabled} />} />
      <Popover.Portal>
        <Popover.Positioner className={styles.positioner} sideOffset={4} align="start">
          <Popover.Popup className={styles.sizes} aria-label="插入表格" finalFocus={focusPage}>
            <div
              className={styles.grid}
              role="grid"
              tabIndex={0}
              aria-label={`表格大小：${size.rows} 行 ${size.columns} 列，按方向键改变，按回车插入`}
              onKeyDown={(event) => {
                const next = sizeByKey(event, size);
                if (next) setSize(next);
                else if (event.key === "Enter" || event.key === " ") insert(size);
                else return;
                event.preventDefault();
              }}
            >
              {Array.from({ length: most.rows * most.columns }, (_, index) => {
                const cell = { rows: Math.floor(index / most.columns) + 1, columns: (index % most.columns) + 1 };
                const chosen = cell.rows <= size.rows && cell.columns <= size.columns;
                return (
                  <span
                    key={index}
                    className={styles.cell}
                    data-chosen={chosen || undefined}
                    onPointerEnter={() => setSize(cell)}
                    onClick={() => insert(cell)}
                  />
                );
              })}
            </div>
            <p className={styles.sizeText}>
              {size.rows} 行 × {size.columns} 列
            </p>
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
}

function sizeByKey({ key }: KeyboardEvent, { rows, columns }: Size): Size | null {
  const clamp = (value: number, limit: number): number => Math.min(Math.max(value, 1), limit);
  switch (key) {
    case "ArrowUp":
      return { rows: clamp(rows - 1, most.rows), columns };
    case "ArrowDown":
      return { rows: clamp(rows + 1, most.rows), columns };
    case "ArrowLeft":
      return { rows, columns: clamp(columns - 1, most.columns) };
    case "ArrowRight":
      return { rows, columns: clamp(columns + 1, most.columns) };
    default:
      return null;
  }
}
