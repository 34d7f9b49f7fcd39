import { type KeyboardEvent, useEffect, useRef, useState } from "react";
import { type EditorFinder } from "../editor/session/editor-handle.ts";
import { isWritable, openDialog, useStore } from "../store.ts";
import { announce } from "../ui/toast.tsx";
import styles from "./find-box.module.css";
import { closeFind, useFind } from "./find-store.ts";
import { type ListedHit } from "./hit-choice.ts";
import { NewSentence } from "./new-sentence.tsx";
import { replaceAndRecord } from "./replace-and-record.ts";
import { ReplaceLine } from "./replace-line.tsx";
import { SearchLine } from "./search-line.tsx";
import { useHits } from "./use-hits.ts";

/** From so many on, it may take long enough for a writer to wonder: the box says first that it is under way. */
const MANY = 1_000;
const CONTROLS = "input, button:not(:disabled), [tabindex='0']";

/** Find and replace, floating over the page and never over the hit at hand. The keyboard stays inside until Esc. */
export function FindBox() {
  const finder = useStore((state) => state.editor?.find ?? null);
  if (!finder) return null;
  return <Box finder={finder} />;
}

function Box({ finder }: { readonly finder: EditorFinder }) {
  const mode = useStore((state) => state.panels.find);
  const writable = useStore(isWritable);
  const { query, replacement, options, choice, busy, calls } = useFind();
  const { hits, current, listed, chosen, currentHit } = useHits(finder);
  const box = useRef<HTMLElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const replaces = mode === "replace" && writable;
  const isLow = useIsLow(box, finder);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, [mode, calls]);
  useEffect(() => finder.search(query, { ...options, judged: replaces }), [finder, query, options, replaces]);
  useEffect(() => () => finder.search("", { matchCase: false, wholeWord: false, judged: false }), [finder]);

  const replaceNow = (ones: readonly ListedHit[]): void => {
    const count = replaceAndRecord(new Set(ones.map(({ id }) => id)), query, replacement);
    useFind.setState({ choice: new Map(), busy: false });
    if (count > 1) {
      const action = { label: "查看记录", run: () => openDialog("replacements") };
      announce({ message: `替换了 ${count} 处。按 Ctrl+Z 可以一次撤销。`, action });
    }
  };
  const replace = (ones: readonly ListedHit[]): void => {
    if (ones.length < MANY) {
      replaceNow(ones);
      return;
    }
    useFind.setState({ busy: true });
    afterPaint(() => {
      // what was typed or closed meanwhile takes it back
      if (useFind.getState().query === query && input.current) replaceNow(ones);
      else useFind.setState({ busy: false });
    });
  };
  return (
    <section
      ref={box}
      className={styles.box}
      data-low={isLow || undefined}
      data-find-box
      aria-label={replaces ? "查找和替换" : "查找"}
      onKeyDown={(event) => keepInside(event, box.current)}
    >
      <SearchLine
        input={input}
        finder={finder}
        query={query}
        onQuery={(typed) => useFind.setState({ query: typed, choice: new Map() })}
        options={options}
        onOptions={(next) => useFind.setState({ options: next })}
        count={hits.length}
        current={current}
        replaces={replaces}
        canReplace={writable}
      />
      {replaces && (
        <ReplaceLine
          replacement={replacement}
          onReplacement={(typed) => useFind.setState({ replacement: typed })}
          current={currentHit}
          chosen={chosen}
          busy={busy}
          onReplace={(ones) => {
            replace(ones);
            // The button may have nothing more to do: the keyboard stays in the box.
            if (!box.current?.contains(document.activeElement)) input.current?.focus();
          }}
          onSkip={() => finder.next()}
        />
      )}
      {replaces && query !== "" && currentHit && (
        <NewSentence
          hit={currentHit}
          neighbours={listed.filter(({ id }) => paragraphOf(id) === paragraphOf(currentHit.id))}
          choice={choice}
          replacement={replacement}
        />
      )}
    </section>
  );
}

/** True while the box has to stand at the bottom: the hit at hand lies so high that the page cannot be scrolled below it. */
function useIsLow(box: React.RefObject<HTMLElement | null>, finder: EditorFinder): boolean {
  const [isLow, setIsLow] = useState(false);
  useEffect(() => {
    const look = (): void => {
      const hit = finder.currentRect();
      const own = box.current?.getBoundingClientRect();
      const place = box.current?.parentElement?.getBoundingClientRect();
      if (!hit || !own || !place) return;
      const highBottom = place.top + own.height + 24;
      setIsLow(hit.top < highBottom && hit.bottom > place.top && hit.right > own.left - 8 && hit.left < own.right + 8);
    };
    const soon = (): void => void requestAnimationFrame(look);
    return finder.subscribe(soon);
  }, [box, finder]);
  return isLow;
}

/** Esc closes; Tab goes round inside the box. */
function keepInside(event: KeyboardEvent, box: HTMLElement | null): void {
  if (event.nativeEvent.isComposing) return;
  if (event.key === "Escape") {
    event.preventDefault();
    closeFind();
    return;
  }
  if (event.key !== "Tab" || !box) return;
  const controls = [...box.querySelectorAll<HTMLElement>(CONTROLS)];
  const end = event.shiftKey ? controls[0] : controls.at(-1);
  if (document.activeElement !== end) return;
  event.preventDefault();
  (event.shiftKey ? controls.at(-1) : controls[0])?.focus();
}

/** Runs `work` when what was set just now is on the screen. */
const afterPaint = (work: () => void): void => {
  requestAnimationFrame(() => setTimeout(work));
};

/** Ids of hits begin with their paragraph's. */
const paragraphOf = (id: string): string => id.slice(0, id.lastIndexOf(":"));
