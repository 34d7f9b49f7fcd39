import { useRef, useState } from "react";
import { figuresSaidAt } from "../../core/figures/join-figure.ts";
import { isWellNamed } from "../../core/figures/propose-figures.ts";
import { type ShownProposal } from "../../core/figures/shown-proposals.ts";
import { Button } from "../ui/button.tsx";
import { Select } from "../ui/select.tsx";
import styles from "./figures-panel.module.css";
import { takeFigure, useFigures } from "./figures-store.ts";
import { bindProposals, bindSafe, setAside, stepProposal } from "./ledger-actions.ts";
import { OfferedNumber } from "./offered-number.tsx";

const NEW = "";

/** What the text could bind, one number at a time. */
export function ProposalBox() {
  const isLooked = useFigures((state) => state.proposed !== null);
  const open = useFigures((state) => state.open);
  const at = useFigures((state) =>
    Math.max(
      0,
      state.open.findIndex(({ id }) => id === state.proposal),
    ),
  );
  const box = useRef<HTMLElement>(null);
  const proposal = open[at];
  if (!isLooked) {
    return (
      <p className={styles.quiet} role="status">
        正在找正文里的数……
      </p>
    );
  }
  if (!proposal) return null;
  const safe = open.filter(isWellNamed).length;
  return (
    <section ref={box} className={styles.box} aria-label="没有登记的数">
      <div className={styles.boxHead}>
        <span>
          正文里还有 <b>{open.length} 个数</b>没有登记
        </span>
        <span className={styles.links}>
          {safe > 1 && (
            <button type="button" className={styles.link} onClick={bindSafe}>
              全部绑定 {safe} 项
            </button>
          )}
          <button type="button" className={styles.link} onClick={() => useFigures.setState({ view: "proposals" })}>
            全部列出
          </button>
        </span>
      </div>
      <Offer proposal={proposal} />
    </section>
  );
}

/** With the last number the box goes: the keyboard goes on to the ledger. */
function keepKeyboard(): void {
  const { open, figures, current } = useFigures.getState();
  const next = current ?? Object.keys(figures)[0];
  if (open.length === 0 && next !== undefined) takeFigure(next, { takesKeyboard: true });
}

function Offer({ proposal }: { readonly proposal: ShownProposal }) {
  const figures = useFigures((state) => state.figures);
  const isAlone = useFigures((state) => state.open.length === 1);
  const joinable = figuresSaidAt(figures, proposal, proposal.texts);
  const namesake = joinable.find((id) => figures[id]?.name === proposal.name) ?? NEW;
  const [chosen, setChosen] = useState({ proposal: "", figure: NEW });
  const wanted = chosen.proposal === proposal.id ? chosen.figure : namesake;
  const target = joinable.includes(wanted) ? wanted : NEW;
  const options = [
    { value: NEW, label: `新数据：${proposal.name}` },
    ...joinable.map((id) => ({ value: id, label: `已有：${figures[id]?.name ?? ""}` })),
  ];
  return (
    <>
      <div className={styles.offer}>
        <OfferedNumber proposal={proposal} title="在正文中看" />
      </div>
      {joinable.length > 0 && (
        <Select
          label="绑定为"
          className={styles.join ?? ""}
          value={target}
          options={options}
          onChange={(figure) => setChosen({ proposal: proposal.id, figure })}
        />
      )}
      <div className={styles.actions}>
        <Button
          onClick={() => {
            bindProposals([proposal], target === NEW ? new Map() : new Map([[proposal.id, target]]));
            keepKeyboard();
          }}
        >
          绑定
        </Button>
        <Button
          variant="quiet"
          onClick={() => {
            setAside(proposal);
            keepKeyboard();
          }}
        >
          不是数据
        </Button>
        {!isAlone && (
          <Button variant="quiet" className={styles.next ?? ""} onClick={() => stepProposal(1)}>
            下一个
          </Button>
        )}
      </div>
    </>
  );
}
