import { CaseSensitive, ChevronDown, ChevronUp, WholeWord, X } from "lucide-react";
import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { type EditorFinder, type FindHit } from "../editor/editor-handle.ts";
import { isWritable, openDialog, setPanels, useStore } from "../store.ts";
import { announce } from "../ui/toast.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { Button } from "../ui/button.tsx";
import styles from "./find-panel.module.css";
import { chosenOf, choose, type HitChoice, kindGroups, type ListedHit } from "./hit-choice.ts";
import { HitList } from "./hit-list.tsx";
import { JudgedHits } from "./judged-hits.tsx";
import { NewSentence } from "./new-sentence.tsx";
import { replaceAndRecord } from "./replace-and-record.ts";

const noHits: readonly FindHit[] = [];

/** Find and replace, beside the text: nothing is covered, every hit can be looked at before it is replaced. */
export function FindPanel() {
  const finder = useStore((state) => state.editor?.find ?? null);
  if (!finder) return null;
  return <Panel finder={finder} />;
}

function Panel({ finder }: { readonly finder: EditorFinder }) {
  const mode = useStore((state) => state.panels.find);
  const writable = useStore(isWritable);
  const hits = useSyncExternalStore(finder.subscribe, finder.getHits);
  const current = useSyncExternalStore(finder.subscribe, finder.getCurrent);
  const [query, setQuery] = useState("");
  const [replacement, setReplacement] = useState("");
  const [options, setOptions] = useState({ matchCase: false, wholeWord: false });
  const [choice, setChoice] = useState<HitChoice>(new Map());
  const input = useRef<HTMLInputElement>(null);
  const replaces = mode === "replace" && writable;
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, [mode]);
  useEffect(() => finder.search(query, { ...options, judged: replaces }), [finder, query, options, replaces]);
  useEffect(() => () => finder.search("", { matchCase: false, wholeWord: false, judged: false }), [finder]);

  const close = (): void => {
    setPanels({ find: "closed" });
    useStore.getState().editor?.focus();
  };
  const listed = useMemo(
    () => hits.flatMap(({ id, judgement }): ListedHit[] => (judgement === null ? [] : [{ ...judgement, id }])),
    [hits],
  );
  const groups = useMemo(() => kindGroups(listed), [listed]);
  const chosen = useMemo(() => chosenOf(listed, choice), [listed, choice]);
  const replace = (ones: readonly ListedHit[]): void => {
    const count = replaceAndRecord(new Set(ones.map(({ id }) => id)), query, replacement);
    if (count > 0) {
      const action = { label: "查看记录", run: () => openDialog("replacements") };
      announce({ message: `替换了 ${count} 处。按 Ctrl+Z 可以一次撤销。`, action });
    }
    setChoice(new Map());
    // The button may have nothing more to do: the keyboard stays in the panel.
    input.current?.focus();
  };
  const hit = hits[Math.max(current, 0)];
  const currentHit = listed.find(({ id }) => id === hit?.id);
  return (
    <section
      className={styles.panel}
      aria-label={replaces ? "查找和替换" : "查找"}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.nativeEvent.isComposing) return;
        event.preventDefault();
        close();
      }}
    >
      <div className={styles.line}>
        <input
          ref={input}
          className={styles.input}
          value={query}
          aria-label="查找内容"
          placeholder="查找"
          onChange={(event) => {
            setQuery(event.target.value);
            setChoice(new Map());
          }}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
            event.preventDefault();
            finder.next(event.shiftKey);
            input.current?.focus();
          }}
        />
        <span className={styles.count} role="status">
          {query === "" ? "" : hits.length === 0 ? "没有找到" : `${current + 1} / ${hits.length}`}
        </span>
        <IconButton icon={ChevronUp} label="上一处" disabled={hits.length === 0} onClick={() => finder.next(true)} />
        <IconButton icon={ChevronDown} label="下一处" disabled={hits.length === 0} onClick={() => finder.next()} />
        <IconButton
          icon={CaseSensitive}
          label="区分大小写"
          pressed={options.matchCase}
          onClick={() => setOptions({ ...options, matchCase: !options.matchCase })}
        />
        <IconButton
          icon={WholeWord}
          label="全字匹配（英文和数字）"
          pressed={options.wholeWord}
          onClick={() => setOptions({ ...options, wholeWord: !options.wholeWord })}
        />
        <IconButton icon={X} label="关闭查找" shortcut="Esc" onClick={close} />
      </div>
      {replaces && (
        <div className={styles.line}>
          <input
            className={styles.input}
            value={replacement}
            aria-label="替换为"
            placeholder="替换为"
            onChange={(event) => setReplacement(event.target.value)}
          />
          <Button
            disabled={!currentHit || currentHit.lockedBy !== null}
            onClick={() => currentHit && replace([currentHit])}
          >
            替换
          </Button>
          <Button variant="primary" disabled={chosen.length === 0} onClick={() => replace(chosen)}>
            替换选中的 {chosen.length} 处
          </Button>
          <Button onClick={() => openDialog("replacements")}>替换记录</Button>
        </div>
      )}
      {replaces ? (
        query !== "" &&
        listed.length > 0 && (
          <div className={styles.judged}>
            {currentHit && (
              <NewSentence
                hit={currentHit}
                neighbours={listed.filter(({ id }) => paragraphOf(id) === paragraphOf(currentHit.id))}
                choice={choice}
                replacement={replacement}
              />
            )}
            <JudgedHits
              groups={groups}
              choice={choice}
              onChoose={(ones, isWanted) => setChoice(choose(choice, ones, isWanted))}
              currentId={hit?.id ?? null}
              onGo={({ id }) => finder.goTo(hits.findIndex((one) => one.id === id))}
            />
          </div>
        )
      ) : (
        <HitList hits={query === "" ? noHits : hits} current={current} onGo={(index) => finder.goTo(index)} />
      )}
    </section>
  );
}

/** Ids of hits begin with their paragraph's. */
const paragraphOf = (id: string): string => id.slice(0, id.lastIndexOf(":"));
