import { Toast } from "@base-ui/react/toast";
import { X } from "lucide-react";
import { useEffect } from "react";
import { messageOf } from "../desk.ts";
import { IconButton } from "./icon-button.tsx";
import styles from "./toast.module.css";

const manager = Toast.createToastManager();

type Announcement = {
  readonly message: string;
  readonly tone?: "info" | "failure";
  /** What takes it back, or leads on. */
  readonly action?: { readonly label: string; readonly run: () => void };
};

/** A short message at the bottom of the window that goes by itself. Failures stay until they are closed. */
export function announce({ message, tone = "info", action }: Announcement): void {
  const id = manager.add({
    title: message,
    type: tone,
    priority: tone === "failure" ? "high" : "low",
    timeout: tone === "failure" ? 0 : action ? 8000 : 4000,
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
  return (
    <Toast.Provider toastManager={manager} limit={3}>
      <Toast.Portal>
        <Toast.Viewport className={styles.viewport} aria-label="消息">
          <ToastList />
        </Toast.Viewport>
      </Toast.Portal>
    </Toast.Provider>
  );
}

/** Room that messages take at the bottom of the window. */
const BOTTOM_PX = 150;

/** The messages stand at the bottom, and at the top while the line that is written stands there. Returns the way to stop. */
function keepOffTheLine(): () => void {
  const look = (): void => {
    const selection = document.getSelection();
    const node = selection?.focusNode;
    const element = node instanceof Element ? node : node?.parentElement;
    if (!selection || !node || !element?.closest('[contenteditable="true"]')) return;
    const range = document.createRange();
    range.setStart(node, selection.focusOffset);
    const line = range.getClientRects()[0] ?? element.getBoundingClientRect();
    document.documentElement.toggleAttribute("data-messages-top", line.bottom > window.innerHeight - BOTTOM_PX);
  };
  look();
  document.addEventListener("selectionchange", look);
  return () => {
    document.removeEventListener("selectionchange", look);
    document.documentElement.removeAttribute("data-messages-top");
  };
}

function ToastList() {
  const { toasts } = Toast.useToastManager();
  const last = toasts[0]?.id;
  useEffect(() => (last === undefined ? undefined : keepOffTheLine()), [last]);
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
