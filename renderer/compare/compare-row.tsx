import { ArrowLeftToLine, Pilcrow } from "lucide-react";
import { memo } from "react";
import { type Place } from "../../core/document/place.ts";
import { type ViewRow } from "../../core/compare/compare-view.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { elsewhereText, statusNames } from "../../core/compare/wording.ts";
import styles from "./compare-panel.module.css";
import { insertSentence } from "./insert-sentence.ts";

type CompareRowProps = { readonly row: ViewRow; readonly canInsert: boolean };

/** One sentence of last year beside this year's. Read by the list for its keys and its place: see `compare-list.tsx`. */
export const CompareRow = memo(function CompareRow({ row, canInsert }: CompareRowProps) {
  const { status, old, kind, number } = row;
  const remark = elsewhereText(row);
  const isInsertable = canInsert && old !== null && status !== "movedAway";
  return (
    <li
      className={styles.row}
      data-status={status}
      data-kind={kind}
      data-opens={row.opensParagraph || undefined}
      {...(row.new !== null &&
        status !== "movedAway" && {
          "data-block": row.new.block,
          "data-table-row": row.new.row,
          "data-table-cell": row.new.cell,
          "data-start": row.new.start,
          "data-end": row.new.end,
        })}
    >
      <span className={styles.status}>{statusNames[status]}</span>
      <button type="button" className={styles.sentence} tabIndex={-1} data-row>
        {number}
        <Words row={row} />
        {remark && <span className={styles.remark}>{remark}</span>}
      </button>
      {isInsertable && <InsertButtons place={old} />}
    </li>
  );
});

function Words({ row }: { readonly row: ViewRow }) {
  return row.segments.map(({ kind, text }, index) => {
    if (kind === "inserted") return <ins key={index}>{text}</ins>;
    // a sentence that is gone altogether is read as a sentence
    if (kind === "deleted" && row.status !== "removed") return <del key={index}>{text}</del>;
    return <span key={index}>{text}</span>;
  });
}

/** For the mouse; the keyboard has Enter and Shift+Enter on the sentence. */
function InsertButtons({ place }: { readonly place: Place }) {
  return (
    <span className={styles.insert}>
      <IconButton
        icon={ArrowLeftToLine}
        label="把去年这一句插入到光标处"
        shortcut="Enter"
        tabIndex={-1}
        data-insert
        onClick={() => insertSentence(place, false)}
      />
      <IconButton
        icon={Pilcrow}
        label="插入去年的整段"
        shortcut="Shift+Enter"
        tabIndex={-1}
        data-insert
        onClick={() => insertSentence(place, true)}
      />
    </span>
  );
}
