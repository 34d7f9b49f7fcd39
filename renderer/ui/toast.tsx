import { Toast } from "@base-ui/react/toast";
import { X } from "lucide-react";
import { type RefObject, useEffect, useRef } from "react";
import { messageOf } from "../desk.ts";
import { IconButton } from "./icon-button.tsx";
import { isRead } from "./is-read.ts";
import { placeMessages, useMessageColumn } from "./toast-place.ts";
import styles from "./toast.module.css";

const manager = Toast.createToastManager<{ readonly shownAt: number }>();

type Announcement = {
  readonly message: string;
  readonly tone?: "info" | "failure";
  /** What takes it back, or leads on. */
  readonly action?: { readonly label: string; readonly run: () => void };
};

/**
 * A short message at the bottom of the page, or of the window, that goes by itself. Failures stay until they are closed.
 */
export function announce({ message, tone = "info", action }: Announcement): void {
  const id = manager.add({
    title: message,
    type: tone,
    priority: tone === "failure" ? "high" : "low",
    timeout: tone === "failure" ? 0 : action ? 8000 : 4000,
    data: { shownAt: performance.now() },
    ...(action && {
      actionProps: {
        children: action.label,
        onClick: () => {
          manager.close(id);
          action.run();
        },
      },
    }),
  });
}

/** Says what went wrong with a call. */
export function announceFailure(error: unknown): void {
  announce({ message: messageOf(error), tone: "failure" });
}

/** Where the short messages appear. Stands once in the window. */
export function Toaster() {
  const viewport = useRef<HTMLDivElement>(null);
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport ref={viewport} className={styles.viewport} aria-label="消息">
          <ToastList viewport={viewport} />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

function ToastList({ viewport }: { readonly viewport: RefObject<HTMLDivElement | null> }) {
  const { toasts } = Toast.useToastManager<{ readonly shownAt: number }>();
  const column = useMessageColumn((state) => state.column);
  const isEmpty = toasts.length === 0;
  useEffect(() => {
    if (isEmpty || !column || !viewport.current) return;
    return placeMessages(viewport.current, column);
  }, [isEmpty, column, viewport]);
  useEffect(() => {
    // who writes on has read what was said
    const onWriting = ({ target }: Event): void => {
      if (!(target instanceof Element && target.closest('[contenteditable="true"]'))) return;
      for (const toast of toasts) if (isRead(toast, performance.now())) manager.close(toast.id);
    };
    document.addEventListener("beforeinput", onWriting, { capture: true, passive: true });
    return () => document.removeEventListener("beforeinput", onWriting, { capture: true });
  }, [toasts]);
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className={styles.toast} swipeDirection={[]}>
      <Toast.Content className={styles.content}>
        <Toast.Title className={styles.message} />
        <Toast.Action className={styles.action} />
        <Toast.Close aria-hidden={false} render={<IconButton icon={X} label="关闭这条消息" />} />
      </Toast.Content>
    </Toast.Root>
  ));
}
