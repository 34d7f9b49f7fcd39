import { Plus, Trash2 } from "lucide-react";
import { type FocusEvent, type KeyboardEvent, useRef, useState } from "react";
import { Checkbox } from "../ui/checkbox.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { VirtualRows } from "../ui/virtual-rows.tsx";
import styles from "./entry-table.module.css";

export type EntryColumn = {
  readonly name: string;
  /** As much of the width as others with the same number; for a box to tick, none. */
  readonly share: number;
  readonly placeholder?: string;
  /** 是 or "". */
  readonly isTick?: true;
};

/** A row of a list: where it stands in the whole list, and its cells in the order of the columns. */
export type EntryRow = { readonly at: number; readonly cells: readonly string[] };

type EntryTableProps = {
  readonly label: string;
  readonly columns: readonly EntryColumn[];
  readonly rows: readonly EntryRow[];
  /** Takes the cells of a row, or of a new one (null). Returns what is wrong with them. */
  readonly onCommit: (at: number | null, cells: readonly string[]) => string | null;
  readonly onDelete: (at: number) => void;
  /** What stands where there are no rows. */
  readonly empty: string;
};

const ROW_HEIGHT_PX = 34;

/** A list that is edited in place: a line to add to it, and below it the rows. Arrow keys lead up and down a column. */
export function EntryTable({ label, columns, rows, onCommit, onDelete, empty }: EntryTableProps) {
  const [column, setColumn] = useState(0);
  const [complaint, setComplaint] = useState<string | null>(null);
  const shares = columns.map(({ share, isTick }) => (isTick ? "56px" : `minmax(0, ${share}fr)`)).join(" ");
  const template = { gridTemplateColumns: `${shares} 28px` };
  const commit = (at: number | null, cells: readonly string[]): boolean => {
    const wrong = onCommit(at, cells);
    setComplaint(wrong);
    return wrong === null;
  };
  const shared = { columns, template, column, onColumn: setColumn, commit, onSettled: () => setComplaint(null) };
  return (
    <div className={styles.table}>
      <div className={styles.head} style={template} aria-hidden>
        {columns.map(({ name }) => (
          <span key={name}>{name}</span>
        ))}
      </div>
      <NewRow {...shared} />
      <p className={styles.complaint} role="alert">
        {complaint}
      </p>
      {rows.length === 0 ? (
        <p className={styles.empty}>{empty}</p>
      ) : (
        <VirtualRows
          label={label}
          count={rows.length}
          rowHeightPx={ROW_HEIGHT_PX}
          current={-1}
          renderRow={(index) => {
            const row = rows[index];
            return row && <StoredRow key={row.at} {...shared} row={row} onDelete={() => onDelete(row.at)} />;
          }}
        />
      )}
    </div>
  );
}

type RowProps = {
  readonly columns: readonly EntryColumn[];
  readonly template: { readonly gridTemplateColumns: string };
  /** The column that arrow keys keep to. */
  readonly column: number;
  readonly onColumn: (column: number) => void;
  readonly commit: (at: number | null, cells: readonly string[]) => boolean;
  /** There is nothing to complain about any more. */
  readonly onSettled: () => void;
};

type CellsProps = Pick<RowProps, "columns" | "column" | "onColumn"> & {
  readonly cells: readonly string[];
  readonly onChange: (cells: readonly string[], isWhole: boolean) => void;
  /** Stands before the name of each column: which row it is. */
  readonly row: string;
  readonly areHints: boolean;
};

function Cells({ columns, column, onColumn, cells, onChange, row, areHints }: CellsProps) {
  return columns.map(({ name, placeholder, isTick }, index) => {
    const label = row === "" ? `新增：${name}` : `${row}：${name}`;
    const value = cells[index] ?? "";
    return isTick ? (
      <span key={name} className={styles.tick}>
        <Checkbox
          label={label}
          checked={value !== ""}
          onChange={(isOn) => onChange(cells.with(index, isOn ? "是" : ""), true)}
        />
      </span>
    ) : (
      <input
        key={name}
        className={styles.cell}
        aria-label={label}
        value={value}
        placeholder={areHints ? placeholder : undefined}
        spellCheck={false}
        {...(index === column && row !== "" && { "data-row-focus": true })}
        onFocus={() => onColumn(index)}
        onChange={(event) => onChange(cells.with(index, event.target.value), false)}
      />
    );
  });
}

const isComposing = (event: KeyboardEvent): boolean => event.nativeEvent.isComposing;

function NewRow({ columns, template, column, onColumn, commit, onSettled }: RowProps) {
  const blank = columns.map(() => "");
  const [cells, setCells] = useState<readonly string[]>(blank);
  const line = useRef<HTMLDivElement>(null);
  const add = (): void => {
    if (!commit(null, cells)) return;
    setCells(blank);
    line.current?.querySelector("input")?.focus();
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || isComposing(event)) return;
    event.preventDefault();
    add();
  };
  return (
    <div ref={line} className={styles.new} style={template} onKeyDown={onKeyDown}>
      <Cells
        {...{ columns, column, onColumn, cells }}
        row=""
        areHints
        onChange={(next) => {
          setCells(next);
          onSettled();
        }}
      />
      <IconButton icon={Plus} label="添加" onClick={add} />
    </div>
  );
}

type StoredRowProps = RowProps & { readonly row: EntryRow; readonly onDelete: () => void };

function StoredRow({ columns, template, column, onColumn, commit, onSettled, row, onDelete }: StoredRowProps) {
  const [draft, setDraft] = useState<readonly string[] | null>(null);
  const name = row.cells[0] ?? "";
  const settle = (cells: readonly string[]): void => {
    if (cells.every((cell, index) => cell === row.cells[index])) {
      setDraft(null);
      onSettled();
    } else if (commit(row.at, cells)) setDraft(null);
    else setDraft(cells);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (isComposing(event)) return;
    if (event.key === "Enter" && draft !== null) settle(draft);
    else if (event.key === "Delete" && event.ctrlKey) onDelete();
    else if (event.key === "Escape" && draft !== null) {
      // the dialog stays open: only what was typed here is given up
      event.stopPropagation();
      setDraft(null);
      onSettled();
    } else return;
    event.preventDefault();
  };
  const onBlur = (event: FocusEvent): void => {
    if (draft !== null && !event.currentTarget.contains(event.relatedTarget)) settle(draft);
  };
  return (
    <div className={styles.row} style={template} onKeyDown={onKeyDown} onBlur={onBlur}>
      <Cells
        {...{ columns, column, onColumn }}
        cells={draft ?? row.cells}
        row={name}
        areHints={false}
        onChange={(cells, isWhole) => (isWhole ? settle(cells) : setDraft(cells))}
      />
      <IconButton icon={Trash2} label={`删除 ${name}`} onClick={onDelete} />
    </div>
  );
}
