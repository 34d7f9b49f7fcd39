import { Button as BaseButton } from "@base-ui/react/button";
import { type LucideIcon } from "lucide-react";
import { type ComponentProps } from "react";
import styles from "./button.module.css";
import { classNames } from "./class-names.ts";

type ButtonProps = Omit<ComponentProps<typeof BaseButton>, "className"> & {
  /** `primary`: the one main action of a place. `quiet`: no frame. `danger`: what cannot be taken back. */
  readonly variant?: "plain" | "primary" | "quiet" | "danger";
  readonly icon?: LucideIcon;
  readonly className?: string;
};

/** A button with a text. */
export function Button({ variant = "plain", icon: Icon, className, children, ...others }: ButtonProps) {
  return (
    <BaseButton {...others} className={classNames(styles.button, styles[variant], className)}>
      {Icon && <Icon size={15} strokeWidth={1.75} aria-hidden />}
      {children}
    </BaseButton>
  );
}
