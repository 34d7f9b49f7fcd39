import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { type ReactNode, useLayoutEffect, useRef } from "react";
import { classNames } from "./class-names.ts";
import styles from "./dialog.module.css";
import { IconButton } from "./icon-button.tsx";
import { useReturnFocus } from "./use-return-focus.ts";

type DialogProps = {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly title: string;
  readonly children: ReactNode;
  /** The row of buttons at the bottom. */
  readonly actions?: ReactNode;
  readonly size?: "small" | "medium" | "large";
};

const FIRST_CONTROL =
  'input:not([type="hidden"], [aria-hidden="true"]), textarea, [role="radio"][tabindex="0"], [role="checkbox"], [role="combobox"]';

/** A dialog: keeps the keyboard inside, closes on Esc, gives the keyboard back where it came from. */
export function Dialog({ open, ...others }: DialogProps) {
  return open ? <OpenDialog {...others} /> : null;
}

function OpenDialog({ onClose, title, children, actions, size = "medium" }: Omit<DialogProps, "open">) {
  const returnFocus = useReturnFocus();
  const body = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    // What scrolls and holds nothing to go to is scrolled by the keyboard itself.
    const element = body.current;
    const canScroll = element !== null && element.scrollHeight > element.clientHeight;
    if (canScroll && !element.querySelector("button, input, textarea, [tabindex='0']")) element.tabIndex = 0;
  });
  const actionRow = useRef<HTMLDivElement>(null);
  // The first thing to fill in or to choose, or else the main action; not the button that closes.
  const initialFocus = (): HTMLElement | null =>
    body.current?.querySelector<HTMLElement>(FIRST_CONTROL) ??
    actionRow.current?.querySelector<HTMLElement>("button:last-of-type:not(:disabled)") ??
    body.current;
  return (
    <BaseDialog.Root open onOpenChange={(next) => !next && onClose()}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={styles.backdrop} />
        <BaseDialog.Popup
          className={classNames(styles.popup, styles[size])}
          initialFocus={initialFocus}
          finalFocus={returnFocus}
        >
          <div className={styles.head}>
            <BaseDialog.Title className={styles.title}>{title}</BaseDialog.Title>
            <BaseDialog.Close render={<IconButton icon={X} label="关闭" />} />
          </div>
          <div ref={body} className={styles.body} tabIndex={-1}>
            {children}
          </div>
          {actions && (
            <div ref={actionRow} className={styles.actions}>
              {actions}
            </div>
          )}
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}
