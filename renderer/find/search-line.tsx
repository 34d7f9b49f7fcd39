import { CaseSensitive, ChevronDown, ChevronRight, ChevronUp, TextAlignStart, WholeWord, X } from "lucide-react";
import { type MouseEvent, type RefObject } from "react";
import { type EditorFinder } from "../editor/session/editor-handle.ts";
import { setPanels, useStore } from "../store.ts";
import { IconButton } from "../ui/icon-button.tsx";
import styles from "./find-box.module.css";
import { closeFind, openFind, type SearchOptions } from "./find-store.ts";

type SearchLineProps = {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly finder: EditorFinder;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly options: SearchOptions;
  readonly onOptions: (options: SearchOptions) => void;
  readonly count: number;
  readonly current: number;
  readonly replaces: boolean;
  readonly canReplace: boolean;
};

/** The pointer leaves the keyboard where it is. */
const stay = (event: MouseEvent): void => event.preventDefault();

/** What is looked for, how many there are, and the ways from one to the next. */
export function SearchLine(props: SearchLineProps) {
  const { input, finder, query, onQuery, options, onOptions, count, current, replaces, canReplace } = props;
  const isListed = useStore((state) => state.panels.hits);
  return (
    <div className={styles.line}>
      <IconButton
        icon={replaces ? ChevronDown : ChevronRight}
        label={replaces ? "收起替换" : "展开替换"}
        shortcut={replaces ? undefined : "Ctrl+H"}
        disabled={!canReplace}
        aria-expanded={replaces}
        className={styles.small ?? ""}
        onClick={() => (replaces ? setPanels({ find: "find", hits: false }) : openFind("replace"))}
      />
      <span className={styles.field}>
        <input
          ref={input}
          className={styles.input}
          value={query}
          aria-label="查找内容"
          placeholder="查找"
          onChange={(event) => onQuery(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter" || event.nativeEvent.isComposing) return;
            event.preventDefault();
            finder.next(event.shiftKey);
          }}
        />
        <span className={styles.count} role="status">
          {query === "" ? "" : count === 0 ? "没有找到" : `${current + 1} / ${count}`}
        </span>
        <IconButton
          icon={CaseSensitive}
          label="区分大小写"
          pressed={options.matchCase}
          className={styles.small ?? ""}
          onMouseDown={stay}
          onClick={() => onOptions({ ...options, matchCase: !options.matchCase })}
        />
        <IconButton
          icon={WholeWord}
          label="全字匹配（英文和数字）"
          pressed={options.wholeWord}
          className={styles.small ?? ""}
          onMouseDown={stay}
          onClick={() => onOptions({ ...options, wholeWord: !options.wholeWord })}
        />
      </span>
      <IconButton
        icon={ChevronUp}
        label="上一处"
        shortcut="Shift+Enter"
        disabled={count === 0}
        onMouseDown={stay}
        onClick={() => finder.next(true)}
      />
      <IconButton
        icon={ChevronDown}
        label="下一处"
        shortcut="Enter"
        disabled={count === 0}
        onMouseDown={stay}
        onClick={() => finder.next()}
      />
      <IconButton
        icon={TextAlignStart}
        label="列出各处"
        pressed={isListed}
        onMouseDown={stay}
        onClick={() => setPanels({ hits: !isListed })}
      />
      <IconButton icon={X} label="关闭查找" shortcut="Esc" onClick={closeFind} />
    </div>
  );
}
