import { type ShownProposal } from "../../core/figures/shown-proposals.ts";
import styles from "./figures-panel.module.css";
import { showProposal } from "./ledger-actions.ts";

type OfferedNumberProps = { readonly proposal: ShownProposal; readonly title?: string; readonly isRow?: boolean };

/** A number that the ledger could hold, with the words around it; a click shows it in the text. */
export function OfferedNumber({ proposal, title, isRow = false }: OfferedNumberProps) {
  return (
    <button
      type="button"
      className={styles.offered}
      title={title}
      {...(isRow && { "data-row-focus": true })}
      onClick={() => showProposal(proposal)}
    >
      <span className={styles.offeredName}>
        {proposal.name} <span className={styles.chip}>{proposal.value}</span> {proposal.unit}
      </span>
      <span className={styles.around}>
        …{proposal.before}
        <mark>{proposal.texts[0]}</mark>
        {proposal.after}…
      </span>
    </button>
  );
}
