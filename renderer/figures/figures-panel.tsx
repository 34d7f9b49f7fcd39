import { Plus } from "lucide-react";
import { isWritable, useStore } from "../store.ts";
import { Button } from "../ui/button.tsx";
import { FigureList } from "./figure-list.tsx";
import styles from "./figures-panel.module.css";
import { useFigures } from "./figures-store.ts";
import { addToLedger } from "./ledger-actions.ts";
import { ProposalBox } from "./proposal-box.tsx";
import { ProposalList } from "./proposal-list.tsx";

/** 数据台账: the figures of the report, what the text could bind, and what each figure is. */
export function FiguresPanel() {
  const view = useFigures((state) => state.view);
  if (view === "proposals") return <ProposalList />;
  return <Ledger />;
}

function Ledger() {
  const count = useFigures((state) => Object.keys(state.figures).length);
  const year = useStore((state) => state.fields?.year ?? 0);
  const canWrite = useStore(isWritable);
  return (
    <div className={styles.panel}>
      {canWrite && <ProposalBox />}
      {count > 0 && (
        <div className={styles.columns} aria-hidden>
          <span>名称与来源</span>
          <span>{year}年</span>
          <span>{year - 1}年</span>
          <span>增减</span>
        </div>
      )}
      <FigureList />
      <div className={styles.foot}>
        {canWrite && (
          <Button icon={Plus} onClick={addToLedger}>
            新数据
          </Button>
        )}
      </div>
    </div>
  );
}
