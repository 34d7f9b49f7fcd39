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
import { changeDirectory } from "./change-house.ts";
import { cellsOfEntry, directoryColumns, entryOfCells } from "./directory-cells.ts";
import { type DirectoryProposals, proposalsOfLibrary, proposalsOfSheet } from "./directory-proposals.ts";
import { EntryList } from "./entry-list.tsx";
import { HouseExport } from "./house-export.tsx";
import styles from "./house-dialog.module.css";
import { useHouse } from "./house-store.ts";
import { pickFile } from "./pick-file.ts";
import { TakeChangesDialog } from "./take-changes-dialog.tsx";
import { useEntryList } from "./use-entry-list.ts";

const emptyTexts: Readonly<Record<DirectoryKind, string>> = {
  organ: "写下常提到的单位：写报告时打出前两个字就能补全，校核时知道哪些是本单位的称呼。",
  person: "写下领导的姓名和职务：从去年报告新建时，他们的名字会整个标出来待核。",
  department: "写下本单位的处室：写报告时打出前两个字就能补全。",
};

/** 本单位名录: organs, people, departments. What is changed holds at once and can be taken back. */
export function DirectoryDialog({ onClose }: { readonly onClose: () => void }) {
  const entries = useHouse((state) => state.directory.entries);
  const [kind, setKind] = useState<DirectoryKind>("organ");
  const list = useEntryList({
    entries,
    change: changeDirectory,
    listName: "名录",
    most: MOST_DIRECTORY_ENTRIES,
    isShown: (entry) => entry.kind === kind,
    cellsOf: cellsOfEntry,
    entryOf: (cells, others) => entryOfCells(kind, cells, others),
    nameOf: ({ name }) => name,
  });
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
      <TakeChangesDialog
        title={proposals.title}
        listName="名录"
        about={proposals.about}
        changes={proposals.shown}
        problems={proposals.problems}
        areChosen={proposals.areAsked}
        onBack={() => setProposals(null)}
        onTake={async (chosen) => {
          const taken = proposals.changes.filter((_, index) => chosen.has(index));
          if (await list.take(taken, (now) => withDirectoryChanges(now, taken))) setProposals(null);
        }}
      />
    );
  }
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
          <Button icon={Undo2} disabled={!list.canUndo} onClick={() => void list.undo()}>
            撤销
          </Button>
          <Button variant="primary" onClick={close}>
            完成
          </Button>
        </>
      }
    >
      <EntryList
        list={list}
        searchLabel="在名录中查找"
        failure={failure}
        label={directoryKindNames[kind]}
        columns={directoryColumns[kind]}
        empty={emptyTexts[kind]}
      >
        <div className={styles.kinds} role="group" aria-label="类别">
          {directoryKinds.map((one) => (
            <button key={one} type="button" aria-pressed={one === kind} onClick={() => setKind(one)}>
              {directoryKindNames[one]}
              <span>{entries.filter((entry) => entry.kind === one).length || ""}</span>
            </button>
          ))}
        </div>
      </EntryList>
    </Dialog>
  );
}
