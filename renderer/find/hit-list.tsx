import { useEffect, useRef } from "react";
import { type FindHit } from "../editor/session/editor-handle.ts";
import { classNames } from "../ui/class-names.ts";
import hitStyles from "./hit.module.css";
import styles from "./hit-list.module.css";

/** More are counted, but not listed. */
const MOST_LISTED = 500;

type HitListProps = {
  readonly hits: readonly FindHit[];
  readonly current: number;
  readonly onGo: (index: number) => void;
};

/** Every hit with the words around it. */
export function HitList({ hits, current, onGo }: HitListProps) {
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    list.current?.children[current]?.scrollIntoView({ block: "nearest" });
  }, [current]);
  if (hits.length === 0) return null;
  return (
    <>
      <ul ref={list} className={styles.hits} aria-label="找到的各处">
        {hits.slice(0, MOST_LISTED).map((hit, index) => (
          <li
            key={hit.id}
            className={classNames(hitStyles.hit, styles.hit)}
            data-current={index === current || undefined}
          >
            <button type="button" onClick={() => onGo(index)} {...(index === current && { "aria-current": true })}>
              {hit.before}
              <mark>{hit.match}</mark>
              {hit.after}
            </button>
          </li>
        ))}
      </ul>
      {hits.length > MOST_LISTED && <p className={styles.more}>还有 {hits.length - MOST_LISTED} 处没有列出。</p>}
    </>
  );
}
