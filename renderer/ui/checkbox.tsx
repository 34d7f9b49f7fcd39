import { Checkbox as BaseCheckbox } from "@base-ui/react/checkbox";
import { Check, Minus } from "lucide-react";
import styles from "./checkbox.module.css";

type CheckboxProps = {
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
  /** Some of what it stands for is chosen. */
  readonly mixed?: boolean;
  readonly disabled?: boolean;
  /** Its name where no `label` surrounds it. */
  readonly label?: string;
  readonly tabIndex?: number;
};

/** A box to tick. */
export function Checkbox({ checked, onChange, mixed = false, disabled = false, label, tabIndex }: CheckboxProps) {
  return (
    <BaseCheckbox.Root
      className={styles.box}
      checked={checked}
      indeterminate={mixed}
      disabled={disabled}
      onCheckedChange={(next) => onChange(next)}
      {...(label !== undefined && { "aria-label": label })}
      {...(tabIndex !== undefined && { tabIndex })}
    >
      <BaseCheckbox.Indicator className={styles.tick}>
        {mixed ? <Minus size={13} strokeWidth={2.5} aria-hidden /> : <Check size={13} strokeWidth={2.5} aria-hidden />}
      </BaseCheckbox.Indicator>
    </BaseCheckbox.Root>
  );
}
