import { inSameSentence, sentenceParts } from "../../core/replace/replaced-sentences.ts";
import { writtenReplacement } from "../../core/replace/written-replacement.ts";
import { type HitChoice, hitNote, isChosen, type ListedHit } from "./hit-choice.ts";
import styles from "./new-sentence.module.css";

type NewSentenceProps = {
  readonly hit: ListedHit;
  /** The hits of its paragraph, in order. */
  readonly neighbours: readonly ListedHit[];
  readonly choice: HitChoice;
  readonly replacement: string;
};

/** How the sentence of a hit will read. */
export function NewSentence({ hit, neighbours, choice, replacement }: NewSentenceProps) {
  if (hit.lockedBy !== null) return <p className={styles.line}>这一处{hitNote(hit)}。</p>;
  const chosen = isChosen(hit, choice);
  const together = inSameSentence(neighbours, hit).filter((other) => isChosen(other, choice));
  const parts = sentenceParts(chosen ? together : [hit], writtenReplacement(replacement));
  return (
    <p className={styles.line} tabIndex={0}>
      <span className={styles.label}>{chosen ? "改后：" : "没有选中；单独替换后："}</span>
      {parts.map(({ text, isNew }, index) => (isNew ? <ins key={index}>{text}</ins> : <span key={index}>{text}</span>))}
    </p>
  );
}
