import { type CSSProperties, useEffect, useState } from "react";
import { createPortal } from "react-dom";
import { type KnownFinding } from "../../core/check/known-findings.ts";
import { useStore } from "../store.ts";
import styles from "./check-panel.module.css";
import { FindingMessage } from "./finding-message.tsx";
import { useCheck } from "./check-store.ts";
import { sourceOf } from "./source-of.ts";

type Tip = { readonly finding: KnownFinding; readonly rect: DOMRect };

const WIDEST_PX = 320;
const GAP_PX = 6;

/** What is wrong with the marked words under the pointer. */
export function FindingTip() {
  const editor = useStore((state) => state.editor);
  const [tip, setTip] = useState<Tip | null>(null);
  useEffect(
    () =>
      editor?.findings.onPoint((pointed) => {
        const finding = useCheck.getState().findings.find(({ id }) => id === pointed?.id);
        setTip((before) => (pointed && finding ? { finding, rect: pointed.rect } : before === null ? before : null));
      }),
    [editor],
  );
  if (tip === null) return null;
  const { finding, rect } = tip;
  const isLow = rect.bottom > window.innerHeight - 90;
  const place: CSSProperties = {
    left: Math.max(8, Math.min(rect.left, window.innerWidth - WIDEST_PX - 8)),
    ...(isLow ? { bottom: window.innerHeight - rect.top + GAP_PX } : { top: rect.bottom + GAP_PX }),
  };
  return createPortal(
    <div className={styles.tip} role="tooltip" style={place}>
      <FindingMessage message={finding.message} />
      <span className={styles.source}>
        {finding.severity} · {sourceOf(finding)}
      </span>
    </div>,
    document.body,
  );
}
