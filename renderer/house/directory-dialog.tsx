import { Download, FileSearch, Upload, Undo2 } from "lucide-react";
import { useState } from "react";
import {
  directoryKindNames,
  directoryKinds,
  type DirectoryKind,
  MOST_DIRECTORY_ENTRIES,
} from "../../core/directory/directory.ts";
import { withDirectoryChanges } from "../../core/directory/merge-entries.ts";
import { type HouseFile } from "../../core/contract.ts";
import { call, messageOf } from "../desk.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Menu, MenuItem } from "../ui/menu.tsx";
import { ProgressLine } from "../ui/progress-line.tsx";
import { announce } from "../ui/toast.tsx";
import { changeDirectory } from "./change-house.ts";
import { ChangeChooser } from "./change-chooser.tsx";
import { cellsOfEntry, directoryColumns, entryOfCells } from "./directory-cells.ts";
import { type DirectoryProposals, proposalsOfLibrary, proposalsOfSheet } from "./directory-proposals.ts";
import { EntryTable } from "./entry-table.tsx";
import { HouseExport } from "./house-export.tsx";
import styles from "./house-dialog.module.css";
import { useHouse } from "./house-store.ts";
import { pickFile } from "./pick-file.ts";
import { undoKey } from "./undo-key.ts";
import { useListChanges } from "./use-list-changes.ts";

const emptyTexts: Readonly<Record<DirectoryKind, string>> = {
  organ: "写下常提到的单位：写报告时打出前两个字就能补全，校核时知道哪些是本单位的称呼。",
  person: "写下领导的姓名和职务：从去年报告新建时，他们的名字会整个标出来待核。",
  department: "写下本单位的处室：写报告时打出前两个字就能补全。",
};

/** 本单位名录: organs, people, departments. What is changed holds at once and can be taken back. */
export function DirectoryDialog({ onClose }: { readonly onClose: () => void }) {
  const entries = useHouse((state) => state.directory.entries);
  const { make, undo, canUndo } = useListChanges(changeDirectory);
  const [kind, setKind] = useState<DirectoryKind>("organ");
  const [query, setQuery] = useState("");
  const [proposals, setProposals] = useState<DirectoryProposals | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [isSearching, setSearching] = useState(false);
  const [exporting, setExporting] = useState<HouseFile | null>(null);

  const look = async (find: () => Promise<DirectoryProposals | null>): Promise<void> => {
    setSearching(true);
    setFailure(null);
    try {
      const found = await find();
      if (found === null) setFailure("没有找到表头。表中要有一行写明各列是什么，至少有“名称”或“姓名”一列。");
      setProposals(found);
    } catch (error) {
      setFailure(messageOf(error));
    } finally {
      setSearching(false);
    }
  };
  const close = (): void => {
    if (isSearching) void call("directory.cancelPropose", {});
    onClose();
  };

  if (exporting !== null) return <HouseExport file={exporting} onClose={() => setExporting(null)} />;
  if (proposals !== null) {
    return (
      <Proposals
        proposals={proposals}
        onBack={() => setProposals(null)}
        onTake={async (chosen) => {
          const taken = proposals.changes.filter((_, index) => chosen.has(index));
          const added = taken.filter((change) => change.kind === "add").length;
          if (entries.length + added > MOST_DIRECTORY_ENTRIES) {
            announce({ message: `名录最多 ${MOST_DIRECTORY_ENTRIES} 条，请少选一些。`, tone: "failure" });
            return;
          }
          if (!(await make((now) => withDirectoryChanges(now, taken)))) return;
          setProposals(null);
          announce({ message: `已放进名录：新增 ${added} 条，修改 ${taken.length - added} 条。` });
        }}
      />
    );
  }
  const words = query.trim();
  const rows = entries.flatMap((entry, at) => {
    if (entry.kind !== kind) return [];
    const cells = cellsOfEntry(entry);
    return words === "" || cells.some((cell) => cell.includes(words)) ? [{ at, cells }] : [];
  });
  const commit = (at: number | null, cells: readonly string[]): string | null => {
    const entry = entryOfCells(
      kind,
      cells,
      entries.filter((_, index) => index !== at),
    );
    if (typeof entry === "string") return entry;
    void make((now) => (at === null ? [...now, entry] : now.with(at, entry)));
    return null;
  };
  const remove = (at: number): void => {
    const name = entries[at]?.name ?? "";
    void make((now) => now.toSpliced(at, 1)).then((isDone) => {
      if (isDone) announce({ message: `已从名录中删除“${name}”，可以撤销。` });
    });
  };
  return (
    <Dialog
      open
      onClose={close}
      size="large"
      title="本单位名录"
      actions={
        <>
          <span className={styles.aside}>
            <Button icon={FileSearch} disabled={isSearching} onClick={() => void look(proposalsOfLibrary)}>
              从报告中找…
            </Button>
            <Button
              icon={Upload}
              disabled={isSearching}
              onClick={() => pickFile(".xlsx,.csv,.txt", (file) => void look(() => proposalsOfSheet(file)))}
            >
              导入表格…
            </Button>
            <Menu
              align="start"
              trigger={
                <Button icon={Download} disabled={entries.length === 0}>
                  导出
                </Button>
              }
            >
              <MenuItem label="Excel 表格（.xlsx）" onSelect={() => setExporting("directory.xlsx")} />
              <MenuItem label="CSV 表格（.csv）" onSelect={() => setExporting("directory.csv")} />
            </Menu>
          </span>
          <ProgressLine active={isSearching} label="正在查找" />
          <Button icon={Undo2} disabled={!canUndo} onClick={() => void undo()}>
            撤销
          </Button>
          <Button variant="primary" onClick={close}>
            完成
          </Button>
        </>
      }
    >
      <div className={styles.list} onKeyDown={undoKey(undo)}>
        <div className={styles.bar}>
          <div className={styles.kinds} role="group" aria-label="类别">
            {directoryKinds.map((one) => (
              <button key={one} type="button" aria-pressed={one === kind} onClick={() => setKind(one)}>
                {directoryKindNames[one]}
                <span>{entries.filter((entry) => entry.kind === one).length || ""}</span>
              </button>
            ))}
          </div>
          <input
            className={styles.search}
            type="search"
            aria-label="在名录中查找"
            placeholder="查找"
            value={query}
            onChange={(event) => setQuery(event.target.value)}
          />
        </div>
        {failure !== null && (
          <p className={styles.failure} role="alert">
            {failure}
          </p>
        )}
        <EntryTable
          key={kind}
          label={directoryKindNames[kind]}
          columns={directoryColumns[kind]}
          rows={rows}
          onCommit={commit}
          onDelete={remove}
          empty={words === "" ? emptyTexts[kind] : `没有含“${words}”的${directoryKindNames[kind]}。`}
        />
      </div>
    </Dialog>
  );
}

type ProposalsProps = {
  readonly proposals: DirectoryProposals;
  readonly onBack: () => void;
  readonly onTake: (chosen: ReadonlySet<number>) => Promise<void>;
};

function Proposals({ proposals, onBack, onTake }: ProposalsProps) {
  const { title, about, changes, shown, problems, areAsked } = proposals;
  const [chosen, setChosen] = useState<ReadonlySet<number>>(() => new Set(areAsked ? changes.keys() : []));
  return (
    <Dialog
      open
      onClose={onBack}
      size="large"
      title={title}
      actions={
        <>
          <Button onClick={onBack}>返回</Button>
          <Button variant="primary" disabled={chosen.size === 0} onClick={() => void onTake(chosen)}>
            放进名录{chosen.size > 0 && `（${chosen.size} 项）`}
          </Button>
        </>
      }
    >
      <div className={styles.list}>
        <ChangeChooser label="要放进名录的" {...{ about, problems, chosen }} changes={shown} onChoose={setChosen} />
      </div>
    </Dialog>
  );
}
