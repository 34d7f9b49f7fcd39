import { useEffect, useMemo, useRef, useState, useSyncExternalStore } from "react";
import { type EditorFinder, type FindHit } from "../editor/session/editor-handle.ts";
import { isWritable, openDialog, setPanels, useStore } from "../store.ts";
import { announce } from "../ui/toast.tsx";
import styles from "./find-panel.module.css";
import { chosenOf, choose, type HitChoice, kindGroups, type ListedHit } from "./hit-choice.ts";
import { HitList } from "./hit-list.tsx";
import { JudgedHits } from "./judged-hits.tsx";
import { NewSentence } from "./new-sentence.tsx";
import { replaceAndRecord } from "./replace-and-record.ts";
import { ReplaceLine } from "./replace-line.tsx";
import { SearchLine, type SearchOptions } from "./search-line.tsx";

/** From so many on, it may take long enough for a writer to wonder: the panel says first that it is under way. */
const MANY = 1_000;
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
  const [options, setOptions] = useState<SearchOptions>({ matchCase: false, wholeWord: false });
  const [busy, setBusy] = useState(false);
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
  const replaceNow = (ones: readonly ListedHit[]): void => {
    const count = replaceAndRecord(new Set(ones.map(({ id }) => id)), query, replacement);
    if (count > 0) {
      const action = { label: "查看记录", run: () => openDialog("replacements") };
      announce({ message: `替换了 ${count} 处。按 Ctrl+Z 可以一次撤销。`, action });
    }
    setChoice(new Map());
    setBusy(false);
    // The button may have nothing more to do: the keyboard stays in the panel.
    input.current?.focus();
  };
  const replace = (ones: readonly ListedHit[]): void => {
    if (ones.length < MANY) {
      replaceNow(ones);
      return;
    }
    setBusy(true);
    afterPaint(() => {
      // what was typed or closed meanwhile takes it back
      if (input.current?.value === query) replaceNow(ones);
      else setBusy(false);
    });
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
      <SearchLine
        input={input}
        finder={finder}
        query={query}
        onQuery={(typed) => {
          setQuery(typed);
          setChoice(new Map());
        }}
        options={options}
        onOptions={setOptions}
        count={hits.length}
        current={current}
        onClose={close}
      />
      {replaces && (
        <ReplaceLine
          replacement={replacement}
          onReplacement={setReplacement}
          current={currentHit}
          chosen={chosen}
          busy={busy}
          onReplace={replace}
        />
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

/** Runs `work` when what was set just now is on the screen. */
const afterPaint = (work: () => void): void => {
  requestAnimationFrame(() => setTimeout(work));
};

/** Ids of hits begin with their paragraph's. */
const paragraphOf = (id: string): string => id.slice(0, id.lastIndexOf(":"));
