import { Tooltip } from "@base-ui/react/tooltip";
import { type ReactElement } from "react";
import { shortcutText } from "../shortcut.ts";
import styles from "./tooltip.module.css";

/** Shows a name, and a key if there is one, when the pointer rests on `children` or the keyboard is on it. */
export function Hint({
  text,
  shortcut,
  side = "top",
  children,
}: {
  readonly text: string;
  readonly shortcut?: string | undefined;
  readonly side?: "top" | "bottom" | "left" | "right";
  readonly children: ReactElement;
}) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger render={children} />
      <Tooltip.Portal>
        <Tooltip.Positioner side={side} sideOffset={6} className={styles.positioner}>
          <Tooltip.Popup className={styles.popup}>
            {text}
            {shortcut && <kbd className={styles.keys}>{shortcutText(shortcut)}</kbd>}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}

/** Lets hints that follow each other appear at once. Stands around the whole window. */
export const HintProvider = Tooltip.Provider;
