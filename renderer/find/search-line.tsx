import { CaseSensitive, ChevronDown, ChevronUp, WholeWord, X } from "lucide-react";
import { type RefObject } from "react";
import { type EditorFinder, type FindOptions } from "../editor/session/editor-handle.ts";
import { IconButton } from "../ui/icon-button.tsx";
import styles from "./find-panel.module.css";

export type SearchOptions = Omit<FindOptions, "judged">;

type SearchLineProps = {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly finder: EditorFinder;
  readonly query: string;
  readonly onQuery: (query: string) => void;
  readonly options: SearchOptions;
  readonly onOptions: (options: SearchOptions) => void;
  readonly count: number;
  readonly current: number;
  readonly onClose: () => void;
};

/** What is looked for, how many there are, and the ways from one to the next. */
export function SearchLine(props: SearchLineProps) {
  const { input, finder, query, onQuery, options, onOptions, count, current, onClose } = props;
  return (
    <div className={styles.line}>
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
          input.current?.focus();
        }}
      />
      <span className={styles.count} role="status">
        {query === "" ? "" : count === 0 ? "没有找到" : `${current + 1} / ${count}`}
      </span>
      <IconButton icon={ChevronUp} label="上一处" disabled={count === 0} onClick={() => finder.next(true)} />
      <IconButton icon={ChevronDown} label="下一处" disabled={count === 0} onClick={() => finder.next()} />
      <IconButton
        icon={CaseSensitive}
        label="区分大小写"
        pressed={options.matchCase}
        onClick={() => onOptions({ ...options, matchCase: !options.matchCase })}
      />
      <IconButton
        icon={WholeWord}
        label="全字匹配（英文和数字）"
        pressed={options.wholeWord}
        onClick={() => onOptions({ ...options, wholeWord: !options.wholeWord })}
      />
      <IconButton icon={X} label="关闭查找" shortcut="Esc" onClick={onClose} />
    </div>
  );
}
