import { useState } from "react";
import { Button } from "../ui/button.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { ChangeChooser, type ShownChange } from "./change-chooser.tsx";
import styles from "./house-dialog.module.css";

type TakeChangesProps = {
  readonly title: string;
  /** 名录 or 词表 */
  readonly listName: string;
  readonly about: string;
  readonly changes: readonly ShownChange[];
  readonly problems: readonly string[];
  /** Whether all are ticked at first. */
  readonly areChosen: boolean;
  readonly onBack: () => void;
  readonly onTake: (chosen: ReadonlySet<number>) => Promise<void>;
};

/** What a list of the house would take over, to be looked at and ticked before. */
export function TakeChangesDialog(props: TakeChangesProps) {
  const { title, listName, about, changes, problems, areChosen, onBack, onTake } = props;
  const [chosen, setChosen] = useState<ReadonlySet<number>>(() => new Set(areChosen ? changes.keys() : []));
  return (
    <Dialog
      open
      onClose={onBack}
      size="large"
      title={title}
      actions={
        <>
          <Button onClick={onBack}>返回</Button>
          <Button variant="primary" disabled={chosen.size === 0} onClick={() => void onTake(chosen)}>
            放进{listName}
            {chosen.size > 0 && `（${chosen.size} 项）`}
          </Button>
        </>
      }
    >
      <div className={styles.list}>
        <ChangeChooser label={`要放进${listName}的`} {...{ about, problems, chosen, changes }} onChoose={setChosen} />
      </div>
    </Dialog>
  );
}
