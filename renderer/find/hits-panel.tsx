import { useMemo } from "react";
import { type EditorFinder } from "../editor/session/editor-handle.ts";
import { isWritable, useStore } from "../store.ts";
import { useFind } from "./find-store.ts";
import { choose, kindGroups } from "./hit-choice.ts";
import { HitList } from "./hit-list.tsx";
import styles from "./hits-panel.module.css";
import { JudgedHits } from "./judged-hits.tsx";
import { useHits } from "./use-hits.ts";

/** 查找结果: every hit in its sentence. While something is replaced, each can be chosen or left. */
export function HitsPanel() {
  const finder = useStore((state) => state.editor?.find ?? null);
  if (!finder) return null;
  return <Hits finder={finder} />;
}

function Hits({ finder }: { readonly finder: EditorFinder }) {
  const replaces = useStore((state) => state.panels.find === "replace" && isWritable(state));
  const query = useFind((state) => state.query);
  const choice = useFind((state) => state.choice);
  const { hits, current, listed, chosen, currentHit } = useHits(finder);
  const groups = useMemo(() => kindGroups(listed), [listed]);
  if (query === "" || hits.length === 0)
    return <p className={styles.teach}>{query === "" ? "在查找框里写上要找的文字，各处会列在这里。" : "没有找到。"}</p>;
  return (
    <div className={styles.hits}>
      <p className={styles.sum}>
        {hits.length} 处{replaces && `，选中 ${chosen.length} 处`}
      </p>
      {replaces ? (
        <JudgedHits
          narrow
          groups={groups}
          choice={choice}
          onChoose={(ones, isWanted) => useFind.setState({ choice: choose(choice, ones, isWanted) })}
          currentId={currentHit?.id ?? null}
          onGo={({ id }) => finder.goTo(hits.findIndex((one) => one.id === id))}
        />
      ) : (
        <HitList hits={hits} current={current} onGo={(index) => finder.goTo(index)} />
      )}
    </div>
  );
}
