import { memo } from "react";
import { type ReviewEntry } from "../../core/document/review-entries.ts";
import { formatWhen } from "../format-when.ts";
import { metaFields } from "../meta/meta-fields.ts";
import { useStore } from "../store.ts";
import { Button } from "../ui/button.tsx";
import { entryContext } from "./entry-context.ts";
import { goToElement } from "./go-to-element.ts";
import styles from "./review-panel.module.css";
import { kindNames, stateNames } from "./wording.ts";

type ReviewRowProps = {
  readonly entry: ReviewEntry;
  readonly isCurrent: boolean;
  readonly isFocusable: boolean;
  readonly canWrite: boolean;
};

/** One item: the words in their sentence, what they were last year, how the matter stands, what can be done. */
export const ReviewRow = memo(function ReviewRow({ entry, isCurrent, isFocusable, canWrite }: ReviewRowProps) {
  return (
    <li className={styles.row} data-current={isCurrent || undefined} data-state={entry.state}>
      <button
        type="button"
        className={styles.main}
        data-entry={entry.id}
        tabIndex={isFocusable ? 0 : -1}
        title={titleOf(entry)}
        onClick={() => goTo(entry)}
        {...(isCurrent && { "aria-current": true })}
      >
        <Context entry={entry} />
        <span className={styles.facts}>
          <span className={styles.state}>{stateNames[entry.state]}</span>
          <span className={styles.values}>{valuesOf(entry)}</span>
        </span>
      </button>
      {isCurrent && canWrite && <Actions entry={entry} />}
    </li>
  );
});

function Context({ entry }: { readonly entry: ReviewEntry }) {
  const { place, element, id, now, text } = entry;
  const year = useStore((state) => state.fields?.year ?? 0);
  const blocks = useStore((state) => state.editor)?.getBlocks();
  const found = place === null ? undefined : blocks?.[place.block];
  const context = found && entryContext(found, id, year);
  if (context) {
    return (
      <span className={styles.context}>
        {context.before}
        <mark>{context.words}</mark>
        {context.after}
      </span>
    );
  }
  return (
    <span className={styles.context}>
      {element === null ? "已删去：" : `${metaFields[element].label}：`}
      <mark>{(element === null ? text : now) || "空着"}</mark>
    </span>
  );
}

/** 去年 32个 → 45个, and who settled it and when. */
function valuesOf({ text, now, state, by, at, proposed }: ReviewEntry): string {
  const last = `去年 ${text}`;
  const change = now === null || now === text ? last : `${last} → ${now === "" ? "空着" : now}`;
  if (state === "pending") return change;
  const who = by === "" && at === null && proposed !== null ? "新建时推算" : by;
  return [change, who, ...(at === null ? [] : [formatWhen(new Date(at), new Date())])].filter(Boolean).join(" · ");
}

const titleOf = (entry: ReviewEntry): string =>
  `${kindNames[entry.kind]}，${stateNames[entry.state]}：${valuesOf(entry)}`;

function goTo({ id, element }: ReviewEntry): void {
  const review = useStore.getState().editor?.review;
  if (element === null) review?.goTo(id);
  else review?.show(id);
}

function Actions({ entry }: { readonly entry: ReviewEntry }) {
  const { id, state, element, now } = entry;
  const review = useStore.getState().editor?.review;
  const isOpen = state === "pending";
  const isGone = element === null && now === null;
  return (
    <div className={styles.actions}>
      {isOpen ? (
        <>
          <Button onClick={() => review?.accept([id])}>已核</Button>
          <Button onClick={() => review?.keep([id])}>沿用</Button>
        </>
      ) : (
        !isGone && <Button onClick={() => review?.reopen([id])}>重新待核</Button>
      )}
      {!isGone && <Button onClick={() => (element === null ? review?.edit(id) : goToElement(element))}>改</Button>}
    </div>
  );
}
