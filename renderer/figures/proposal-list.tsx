import { ArrowLeft } from "lucide-react";
import { isWellNamed } from "../../core/figures/propose-figures.ts";
import { Button } from "../ui/button.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { VirtualRows } from "../ui/virtual-rows.tsx";
import styles from "./figures-panel.module.css";
import { useFigures } from "./figures-store.ts";
import { bindProposals, bindSafe } from "./ledger-actions.ts";
import { OfferedNumber } from "./offered-number.tsx";

const ROW_PX = 60;
const back = (): void => useFigures.setState({ view: "ledger" });

/** All numbers of the text that the ledger could hold. */
export function ProposalList() {
  const open = useFigures((state) => state.open);
  const at = useFigures((state) => state.open.findIndex(({ id }) => id === state.proposal));
  const safe = open.filter(isWellNamed).length;
  return (
    <div className={styles.panel}>
      <div className={styles.subHead}>
        <IconButton icon={ArrowLeft} label="返回台账" autoFocus onClick={back} />
        <h3>没有登记的数 {open.length} 个</h3>
        {safe > 0 && <Button onClick={bindSafe}>全部绑定 {safe} 项</Button>}
      </div>
      {open.length === 0 && <p className={styles.quiet}>正文里的数都登记了。</p>}
      <VirtualRows
        label="没有登记的数"
        count={open.length}
        rowHeightPx={ROW_PX}
        current={at}
        renderRow={(index) => {
          const proposal = open[index];
          if (!proposal) return null;
          return (
            <div className={styles.listed} data-current={index === at || undefined}>
              <OfferedNumber proposal={proposal} isRow />
              <Button aria-label={`绑定：${proposal.name}`} onClick={() => bindProposals([proposal])}>
                绑定
              </Button>
            </div>
          );
        }}
      />
    </div>
  );
}
