import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { type ReactNode, type RefObject, useLayoutEffect, useRef, useState } from "react";
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
  const actionRow = useRef<HTMLDivElement>(null);
  // The first thing to fill in or to choose, or else the main action; not the button that closes.
  const firstStop = (): HTMLElement | null =>
    body.current?.querySelector<HTMLElement>(FIRST_CONTROL) ??
    actionRow.current?.querySelector<HTMLElement>("button:last-of-type:not(:disabled)") ??
    body.current;
  return (
    <BaseDialog.Root open onOpenChange={(next) => !next && onClose()}>
      <BaseDialog.Portal>
        <BaseDialog.Backdrop className={styles.backdrop} />
        <BaseDialog.Popup
          className={classNames(styles.popup, styles[size])}
          initialFocus={false}
          finalFocus={returnFocus}
        >
          <div className={styles.head}>
            <BaseDialog.Title className={styles.title}>{title}</BaseDialog.Title>
            <BaseDialog.Close render={<IconButton icon={X} label="关闭" />} />
          </div>
          <DialogBody ref={body}>{children}</DialogBody>
          {actions && (
            <div ref={actionRow} className={styles.actions}>
              {actions}
            </div>
          )}
          <TakeKeyboard firstStop={firstStop} />
        </BaseDialog.Popup>
      </BaseDialog.Portal>
    </BaseDialog.Root>
  );
}

/**
 * Takes the keyboard as soon as a dialog stands in the window. The library would do it with the next picture, and what
 * is typed until then would go into the text behind the dialog. Stands last in what the dialog holds.
 */
export function TakeKeyboard({ firstStop }: { readonly firstStop: () => HTMLElement | null }) {
  const [stop] = useState(() => firstStop);
  useLayoutEffect(() => stop()?.focus({ preventScroll: true }), [stop]);
  return null;
}

/** What stands between head and actions. Where it scrolls and holds nothing to go to, the keyboard goes to it itself. */
function DialogBody({
  ref,
  children,
}: {
  readonly ref: RefObject<HTMLDivElement | null>;
  readonly children: ReactNode;
}) {
  const [isStop, setStop] = useState(false);
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return;
    const look = (): void => {
      const canScroll = element.scrollHeight > element.clientHeight;
      setStop(canScroll && element.querySelector("button, input, textarea, [tabindex='0']") === null);
    };
    const observer = new ResizeObserver(look);
    observer.observe(element);
    look();
    return () => observer.disconnect();
  }, [ref]);
  return (
    <div ref={ref} className={styles.body} tabIndex={isStop ? 0 : -1}>
      {children}
    </div>
  );
}
