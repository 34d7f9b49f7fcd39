import { Download, Undo2, Upload } from "lucide-react";
import { useState } from "react";
import { MOST_OWN_WORDS, type WordChange, withWordChanges } from "../../core/check/lists/own-words.ts";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { announce } from "../ui/toast.tsx";
import { ChangeChooser, type ShownChange } from "./change-chooser.tsx";
import { changeWords } from "./change-house.ts";
import { EntryTable } from "./entry-table.tsx";
import { HouseExport } from "./house-export.tsx";
import styles from "./house-dialog.module.css";
import { useHouse } from "./house-store.ts";
import { pickFile } from "./pick-file.ts";
import { undoKey } from "./undo-key.ts";
import { useListChanges } from "./use-list-changes.ts";
import { cellsOfWord, wordColumns, wordOfCells } from "./word-cells.ts";
import { changesOfWordFile } from "./word-file.ts";

type GivenWords = { readonly name: string; readonly changes: readonly WordChange[]; readonly same: number };

/** 本单位词表: what the house wants written otherwise, beside the words that the program knows. */
export function WordsDialog({ onClose }: { readonly onClose: () => void }) {
  const entries = useHouse((state) => state.words.entries);
  const { make, undo, canUndo } = useListChanges(changeWords);
  const [query, setQuery] = useState("");
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
      <GivenWordsDialog
        given={given}
        onBack={() => setGiven(null)}
        onTake={async (taken) => {
          const added = taken.filter(({ kind }) => kind === "add").length;
          if (entries.length + added > MOST_OWN_WORDS) {
            announce({ message: `词表最多 ${MOST_OWN_WORDS} 条，请少选一些。`, tone: "failure" });
            return;
          }
          if (!(await make((now) => withWordChanges(now, taken)))) return;
          setGiven(null);
          announce({ message: `已放进词表：新增 ${added} 条，修改 ${taken.length - added} 条。` });
        }}
      />
    );
  }
  const words = query.trim();
  const rows = entries.flatMap((entry, at) => {
    const cells = cellsOfWord(entry);
    return words === "" || cells.some((cell) => cell.includes(words)) ? [{ at, cells }] : [];
  });
  const commit = (at: number | null, cells: readonly string[]): string | null => {
    const word = wordOfCells(
      cells,
      entries.filter((_, index) => index !== at),
    );
    if (typeof word === "string") return word;
    void make((now) => (at === null ? [...now, word] : now.with(at, word)));
    return null;
  };
  const remove = (at: number): void => {
    const wrong = entries[at]?.wrong ?? "";
    void make((now) => now.toSpliced(at, 1)).then((isDone) => {
      if (isDone) announce({ message: `已从词表中删除“${wrong}”，可以撤销。` });
    });
  };
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
          <Button icon={Undo2} disabled={!canUndo} onClick={() => void undo()}>
            撤销
          </Button>
          <Button variant="primary" onClick={onClose}>
            完成
          </Button>
        </>
      }
    >
      <div className={styles.list} onKeyDown={undoKey(undo)}>
        <div className={styles.bar}>
          <p className={styles.lead}>校核时按这里的写法提示；引号和书名号里的不管。程序自带的错别字和提法照常检查。</p>
          <input
            className={styles.search}
            type="search"
            aria-label="在词表中查找"
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
          label="词条"
          columns={wordColumns}
          rows={rows}
          onCommit={commit}
          onDelete={remove}
          empty={
            words === "" ? "写下本单位不再使用的写法和应改用的写法，校核时会逐处指出。" : `没有含“${words}”的词条。`
          }
        />
      </div>
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

type GivenWordsProps = {
  readonly given: GivenWords;
  readonly onBack: () => void;
  readonly onTake: (taken: readonly WordChange[]) => Promise<void>;
};

function GivenWordsDialog({ given: { name, changes, same }, onBack, onTake }: GivenWordsProps) {
  const [chosen, setChosen] = useState<ReadonlySet<number>>(() => new Set(changes.keys()));
  const about =
    changes.length === 0
      ? `文件中的 ${same} 条都已在词表里，没有要改的。`
      : `勾选要放进词表的；词表里有而文件中没有的不动。${same > 0 ? `另有 ${same} 条与词表相同。` : ""}`;
  return (
    <Dialog
      open
      onClose={onBack}
      size="large"
      title={`导入“${name}”`}
      actions={
        <>
          <Button onClick={onBack}>返回</Button>
          <Button
            variant="primary"
            disabled={chosen.size === 0}
            onClick={() => void onTake(changes.filter((_, index) => chosen.has(index)))}
          >
            放进词表{chosen.size > 0 && `（${chosen.size} 项）`}
          </Button>
        </>
      }
    >
      <div className={styles.list}>
        <ChangeChooser
          label="要放进词表的"
          {...{ about, chosen }}
          changes={changes.map(shown)}
          problems={[]}
          onChoose={setChosen}
        />
      </div>
    </Dialog>
  );
}
