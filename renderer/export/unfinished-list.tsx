import { useState } from "react";
import { type Unfinished, type UnfinishedKind, unfinishedKinds } from "../../core/check/unfinished.ts";
import { elementNames } from "../../core/document/element-names.ts";
import { OpenAtExport } from "../check/open-at-export.tsx";
import { Button } from "../ui/button.tsx";
import { goToTarget } from "./export-session.ts";
import styles from "./unfinished-list.module.css";

/** Items of a kind that are shown at first: the list stays a list that is read. */
const SHOWN_AT_FIRST = 6;

const kindNames: Readonly<Record<UnfinishedKind, string>> = {
  title: "标题",
  section: "还没有内容的部分",
  ordinal: "有序号或标题，没有文字",
  blank: "没有填的空白",
  pending: "待核，还没有核对",
};

/** What is plainly unfinished, by kind; each entry leads to its place. */
export function UnfinishedList({
  found,
  where = "导出的文件里",
}: {
  readonly found: readonly Unfinished[];
  /** Where it will be left as it is. */
  readonly where?: string;
}) {
  return (
    <div className={styles.list}>
      <p>
        下面 {found.length} 处还没有写完，{where}会照原样留着。点一处就回到那里。
      </p>
      {unfinishedKinds.map((kind) => {
        const items = found.filter((item) => item.kind === kind);
        return items.length > 0 && <Group key={kind} kind={kind} items={items} />;
      })}
      <OpenAtExport />
    </div>
  );
}

function Group({ kind, items }: { readonly kind: UnfinishedKind; readonly items: readonly Unfinished[] }) {
  const [isOpen, setOpen] = useState(false);
  const shown = isOpen ? items : items.slice(0, SHOWN_AT_FIRST);
  const hidden = items.length - shown.length;
  return (
    <section className={styles.group} data-kind={kind}>
      <h3 className={styles.head}>
        {kindNames[kind]}
        <span className={styles.count}>{items.length}</span>
      </h3>
      <ul>
        {shown.map((item, index) => (
          <li key={index}>
            {/* the keyboard goes on where the list went on */}
            <button
              type="button"
              className={styles.item}
              autoFocus={index === SHOWN_AT_FIRST}
              onClick={() => goToTarget(item.target)}
            >
              <span className={styles.words}>{wordsOf(item)}</span>
              <span className={styles.section}>{whereOf(item)}</span>
            </button>
          </li>
        ))}
      </ul>
      {hidden > 0 && (
        <Button variant="quiet" onClick={() => setOpen(true)}>
          再列出 {hidden} 处
        </Button>
      )}
    </section>
  );
}

function wordsOf({ kind, words }: Unfinished): string {
  if (kind === "title") return "报告没有标题";
  if (kind === "ordinal") return words === "" ? "空标题" : words;
  return words;
}

const whereOf = ({ section, words, target }: Unfinished): string =>
  target.kind === "element" ? `公文要素：${elementNames[target.element]}` : section === words ? "" : section;
