import { Download, Undo2, Upload } from "lucide-react";
import { useState } from "react";
import { MOST_OWN_WORDS, type WordChange, withWordChanges } from "../../core/check/lists/own-words.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { type ShownChange } from "./change-chooser.tsx";
import { changeWords } from "./change-house.ts";
import { EntryList } from "./entry-list.tsx";
import { HouseExport } from "./house-export.tsx";
import styles from "./house-dialog.module.css";
import { useHouse } from "./house-store.ts";
import { pickFile } from "./pick-file.ts";
import { TakeChangesDialog } from "./take-changes-dialog.tsx";
import { useEntryList } from "./use-entry-list.ts";
import { cellsOfWord, wordColumns, wordOfCells } from "./word-cells.ts";
import { changesOfWordFile } from "./word-file.ts";

type GivenWords = { readonly name: string; readonly changes: readonly WordChange[]; readonly same: number };

/** 本单位词表: what the house wants written otherwise, beside the words that the program knows. */
export function WordsDialog({ onClose }: { readonly onClose: () => void }) {
  const entries = useHouse((state) => state.words.entries);
  const list = useEntryList({
    entries,
    change: changeWords,
    listName: "词表",
    most: MOST_OWN_WORDS,
    cellsOf: cellsOfWord,
    entryOf: wordOfCells,
    nameOf: ({ wrong }) => wrong,
  });
  const [given, setGiven] = useState<GivenWords | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [isExporting, setExporting] = useState(false);

  const look = async (file: File): Promise<void> => {
    const read = await changesOfWordFile(file, useHouse.getState().words.entries);
    setFailure(typeof read === "string" ? read : null);
    if (typeof read !== "string") setGiven({ name: file.name, ...read });
  };
  if (isExporting) return <HouseExport file="words.json" onClose={() => setExporting(false)} />;
  if (given !== null) {
    return (
      <TakeChangesDialog
        title={`导入“${given.name}”`}
        listName="词表"
        about={aboutWords(given)}
        changes={given.changes.map(shown)}
        problems={[]}
        areChosen
        onBack={() => setGiven(null)}
        onTake={async (chosen) => {
          const taken = given.changes.filter((_, index) => chosen.has(index));
          if (await list.take(taken, (now) => withWordChanges(now, taken))) setGiven(null);
        }}
      />
    );
  }
  return (
    <Dialog
      open
      onClose={onClose}
      size="large"
      title="本单位词表"
      actions={
        <>
          <span className={styles.aside}>
            <Button icon={Upload} onClick={() => pickFile(".json", (file) => void look(file))}>
              导入…
            </Button>
            <Button icon={Download} disabled={entries.length === 0} onClick={() => setExporting(true)}>
              导出…
            </Button>
          </span>
          <Button icon={Undo2} disabled={!list.canUndo} onClick={() => void list.undo()}>
            撤销
          </Button>
          <Button variant="primary" onClick={onClose}>
            完成
          </Button>
        </>
      }
    >
      <EntryList
        list={list}
        searchLabel="在词表中查找"
        failure={failure}
        label="词条"
        columns={wordColumns}
        empty="写下本单位不再使用的写法和应改用的写法，校核时会逐处指出。"
      >
        <p className={styles.lead}>校核时按这里的写法提示；引号和书名号里的不管。程序自带的错别字和提法照常检查。</p>
      </EntryList>
    </Dialog>
  );
}

const textOfWord = (change: WordChange["after"]): string => cellsOfWord(change).slice(1).filter(Boolean).join(" · ");

const shown = (change: WordChange): ShownChange => ({
  kind: change.kind,
  name: change.after.wrong,
  after: `改用 ${textOfWord(change.after)}`,
  ...(change.kind === "change" && { before: textOfWord(change.before) }),
});

/** What is said above the changes that a file of words would make. */
const aboutWords = ({ changes, same }: GivenWords): string =>
  changes.length === 0
    ? `文件中的 ${same} 条都已在词表里，没有要改的。`
    : `勾选要放进词表的；词表里有而文件中没有的不动。${same > 0 ? `另有 ${same} 条与词表相同。` : ""}`;
