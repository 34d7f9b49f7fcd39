import { Button as BaseButton } from "@base-ui/react/button";
import { type LucideIcon } from "lucide-react";
import { type ComponentProps } from "react";
import { classNames } from "./class-names.ts";
import styles from "./icon-button.module.css";
import { Hint } from "./tooltip.tsx";

type IconButtonProps = Omit<ComponentProps<typeof BaseButton>, "className" | "children" | "aria-label"> & {
  readonly icon: LucideIcon;
  /** Its name, for the hint and for screen readers. */
  readonly label: string;
  /** Shown in the hint after the name. */
  readonly shortcut?: string | undefined;
  readonly pressed?: boolean;
  readonly className?: string;
};

/** A button that shows only an icon; its name stands in a hint. */
export function IconButton({ icon: Icon, label, shortcut, pressed, className, ...others }: IconButtonProps) {
  return (
    <Hint text={label} shortcut={shortcut}>
      <BaseButton
        {...others}
        aria-label={label}
        {...(pressed !== undefined && { "aria-pressed": pressed })}
        className={classNames(styles.button, className)}
      >
        <Icon size={16} strokeWidth={1.75} aria-hidden />
      </BaseButton>
    </Hint>
  );
}
