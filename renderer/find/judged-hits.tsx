import { useMemo } from "react";
import { Checkbox } from "../ui/checkbox.tsx";
import { VirtualRows } from "../ui/virtual-rows.tsx";
import { chosenOf, type HitChoice, type HitGroup, hitNote, isChosen, type ListedHit, rowsOf } from "./hit-choice.ts";
import { classNames } from "../ui/class-names.ts";
import hitStyles from "./hit.module.css";
import styles from "./judged-hits.module.css";

const ROW_HEIGHT_PX = 26;
/** In a panel what speaks against a hit stands on a line of its own. */
const NARROW_ROW_HEIGHT_PX = 46;
/** Characters shown before a hit: the hit itself must be in sight. */
const LEAD = 22;
const NARROW_LEAD = 6;

type JudgedHitsProps<H extends ListedHit> = {
  readonly groups: readonly HitGroup<H>[];
  readonly choice: HitChoice;
  readonly onChoose: (hits: readonly ListedHit[], chosen: boolean) => void;
  readonly currentId: string | null;
  readonly onGo: (hit: H) => void;
  /** It stands in a panel. */
  readonly narrow?: boolean;
};

/** Every hit in its sentence, by kind, each with what speaks against replacing it, to be chosen alone or by kind. */
export function JudgedHits<H extends ListedHit>(props: JudgedHitsProps<H>) {
  const { groups, choice, onChoose, currentId, onGo, narrow = false } = props;
  const rows = useMemo(() => rowsOf(groups), [groups]);
  const current = useMemo(
    () => rows.findIndex((row) => row.kind === "hit" && row.hit.id === currentId),
    [rows, currentId],
  );
  return (
    <VirtualRows
      label="找到的各处"
      count={rows.length}
      rowHeightPx={narrow ? NARROW_ROW_HEIGHT_PX : ROW_HEIGHT_PX}
      current={current}
      renderRow={(index) => {
        const row = rows[index];
        if (row === undefined) return null;
        if (row.kind === "group")
          return <GroupRow group={row.group} choice={choice} onChoose={onChoose} narrow={narrow} />;
        return (
          <HitLine
            hit={row.hit}
            chosen={isChosen(row.hit, choice)}
            isCurrent={index === current}
            narrow={narrow}
            onChoose={onChoose}
            onGo={() => onGo(row.hit)}
          />
        );
      }}
    />
  );
}

function GroupRow({
  group,
  choice,
  onChoose,
  narrow,
}: Pick<JudgedHitsProps<ListedHit>, "choice" | "onChoose"> & { readonly group: HitGroup; readonly narrow: boolean }) {
  const open = group.hits.filter(({ lockedBy }) => lockedBy === null);
  const chosen = chosenOf(open, choice).length;
  return (
    <label className={styles.group} data-level={group.level} data-narrow={narrow || undefined}>
      <Checkbox
        checked={chosen > 0 && chosen === open.length}
        mixed={chosen > 0 && chosen < open.length}
        disabled={open.length === 0}
        label={`${group.label}，共 ${group.hits.length} 处，选中 ${chosen} 处`}
        onChange={() => onChoose(open, chosen < open.length)}
      />
      <span className={styles.kind}>{group.label}</span>
      <span className={styles.count}>
        {chosen} / {group.hits.length} 处
      </span>
      <span className={styles.note}>{group.note}</span>
    </label>
  );
}

type HitLineProps = {
  readonly hit: ListedHit;
  readonly chosen: boolean;
  readonly isCurrent: boolean;
  readonly narrow: boolean;
  readonly onChoose: (hits: readonly ListedHit[], chosen: boolean) => void;
  readonly onGo: () => void;
};

function HitLine({ hit, chosen, isCurrent, narrow, onChoose, onGo }: HitLineProps) {
  const { text, hitStart } = hit.sentence;
  const hitEnd = hitStart + hit.end - hit.start;
  const from = Math.max(0, hitStart - (narrow ? NARROW_LEAD : LEAD));
  const note = hitNote(hit);
  return (
    <div
      className={classNames(hitStyles.hit, styles.hit)}
      data-current={isCurrent || undefined}
      data-narrow={narrow || undefined}
    >
      <Checkbox
        checked={chosen}
        disabled={hit.lockedBy !== null}
        label={`替换这一处：${text}${note === "" ? "" : `（${note}）`}`}
        onChange={(next) => onChoose([hit], next)}
      />
      <button
        type="button"
        data-row-focus
        className={styles.sentence}
        title={text}
        onClick={onGo}
        onKeyDown={(event) => {
          if (event.key !== " " || hit.lockedBy !== null) return;
          event.preventDefault();
          onChoose([hit], !chosen);
        }}
        {...(isCurrent && { "aria-current": true })}
      >
        {from > 0 && "…"}
        {text.slice(from, hitStart)}
        <mark>{text.slice(hitStart, hitEnd)}</mark>
        {text.slice(hitEnd)}
      </button>
      {note !== "" && <span className={styles.tag}>{note}</span>}
    </div>
  );
}
