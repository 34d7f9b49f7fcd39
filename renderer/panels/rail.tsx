import { ChartColumn, CircleAlert, FileCheck2, FileText, History, Lightbulb, type LucideIcon } from "lucide-react";
import { type KeyboardEvent } from "react";
import { type SidePanel } from "../../core/contract.ts";
import { useCheck } from "../check/check-store.ts";
import { useFigures } from "../figures/figures-store.ts";
import { countOpen } from "../figures/ledger-actions.ts";
import { useReview } from "../review/use-review.ts";
import { setPanels, useStore } from "../store.ts";
import { Hint } from "../ui/tooltip.tsx";
import styles from "./rail.module.css";
import { shownPanel } from "./shown-panel.ts";

type RailItem = {
  readonly panel: SidePanel;
  readonly icon: LucideIcon;
  readonly short: string;
  readonly name: string;
  readonly count: number;
};

/** The rail at the right edge: opens one panel, and says how much waits behind it. */
export function Rail({ isPanelOpen }: { readonly isPanelOpen: boolean }) {
  const isUnderReview = useStore((state) => state.fields?.review !== undefined);
  const pending = useReview((snapshot) => snapshot.pending) ?? 0;
  const findings = useCheck((state) => state.findings.length);
  const open = useFigures((state) => countOpen(state.figures));
  const items: readonly RailItem[] = [
    { panel: "guidance", icon: Lightbulb, short: "提示", name: "写作提示", count: 0 },
    { panel: "meta", icon: FileText, short: "要素", name: "公文要素", count: 0 },
    { panel: "compare", icon: History, short: "去年", name: "去年文本", count: 0 },
    ...(isUnderReview
      ? [{ panel: "review", icon: CircleAlert, short: "待核", name: "待核", count: pending } as const]
      : []),
    { panel: "check", icon: FileCheck2, short: "校核", name: "校核", count: findings },
    { panel: "figures", icon: ChartColumn, short: "数据", name: "数据", count: open },
  ];
  return (
    <nav className={styles.rail} aria-label="栏目" data-region="rail" onKeyDown={moveAlong}>
      {items.map((item) => (
        <RailButton key={item.panel} item={item} isPanelOpen={isPanelOpen} />
      ))}
    </nav>
  );
}

function RailButton({ item, isPanelOpen }: { readonly item: RailItem; readonly isPanelOpen: boolean }) {
  const { panel, icon: Icon, short, name, count } = item;
  const isOpen = useStore(
    (state) => (isPanelOpen && shownPanel(state) === panel) || (panel === "compare" && state.panels.compare),
  );
  const press = (): void => {
    const { panels } = useStore.getState();
    if (!isOpen) setPanels({ right: true, rightTab: panel, hits: false });
    else if (panel === "compare" && panels.compare) setPanels({ compare: false });
    else setPanels({ right: false });
  };
  return (
    <Hint text={name} side="left">
      <button
        type="button"
        className={styles.item}
        aria-label={count > 0 ? `${name}，${count} 处` : name}
        aria-pressed={isOpen}
        onClick={press}
      >
        <Icon size={18} strokeWidth={1.6} aria-hidden />
        <span>{short}</span>
        {count > 0 && (
          <span className={styles.count} aria-hidden>
            {count > 99 ? "99+" : count}
          </span>
        )}
      </button>
    </Hint>
  );
}

/** ↑ and ↓ go from one item to the next. */
function moveAlong(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0;
  const buttons = [...event.currentTarget.querySelectorAll("button")];
  const next = buttons[buttons.findIndex((button) => button === document.activeElement) + step];
  if (step === 0 || !next) return;
  event.preventDefault();
  next.focus();
}
