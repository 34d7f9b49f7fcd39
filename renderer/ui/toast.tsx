import { Toast } from "@base-ui/react/toast";
import { X } from "lucide-react";
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

function ToastList() {
  const { toasts } = Toast.useToastManager();
  return toasts.map((toast) => (
    <Toast.Root key={toast.id} toast={toast} className={styles.toast} swipeDirection={[]}>
      <Toast.Content className={styles.content}>
        <Toast.Title className={styles.message} />
        <Toast.Action className={styles.action} />
        <Toast.Close render={<IconButton icon={X} label="关闭这条消息" />} />
      </Toast.Content>
    </Toast.Root>
  ));
}
