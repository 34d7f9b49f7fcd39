import { CaseSensitive, ChevronDown, ChevronUp, WholeWord, X } from "lucide-react";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { type EditorFinder, type FindHit } from "../editor/editor-handle.ts";
import { isWritable, setPanels, useStore } from "../store.ts";
import { announce } from "../ui/toast.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { Button } from "../ui/button.tsx";
import styles from "./find-panel.module.css";
import { HitList } from "./hit-list.tsx";

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
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const input = useRef<HTMLInputElement>(null);
  const replaces = mode === "replace" && writable;
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, [mode]);
  useEffect(() => finder.search(query, options), [finder, query, options]);
  useEffect(() => () => finder.search("", { matchCase: false, wholeWord: false }), [finder]);

  const close = (): void => {
    setPanels({ find: "closed" });
    useStore.getState().editor?.focus();
  };
  const replace = (chosen: readonly FindHit[]): void => {
    const count = finder.replace(
      chosen.map(({ id }) => id),
      replacement,
    );
    if (count > 1) announce({ message: `替换了 ${count} 处。按 Ctrl+Z 可以一次撤销。` });
    setLeft(new Set());
    // The button may have nothing more to do: the keyboard stays in the panel.
    input.current?.focus();
  };
  const chosen = hits.filter(({ id }) => !left.has(id));
  const hit = hits[Math.max(current, 0)];
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
            setLeft(new Set());
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
          <Button disabled={!hit} onClick={() => hit && replace([hit])}>
            替换
          </Button>
          <Button disabled={chosen.length === 0} onClick={() => replace(chosen)}>
            {left.size > 0 ? `替换选中的 ${chosen.length} 处` : `全部替换`}
          </Button>
        </div>
      )}
      <HitList
        hits={query === "" ? noHits : hits}
        current={current}
        choice={replaces ? { left, setLeft } : null}
        onGo={(index) => finder.goTo(index)}
      />
    </section>
  );
}
