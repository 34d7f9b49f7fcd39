import { Field as BaseField } from "@base-ui/react/field";
import { type ReactNode } from "react";
import { classNames } from "./class-names.ts";
import styles from "./field.module.css";

type FieldProps = {
  readonly label: string;
  /** A word on what is wanted; gives way to `error`. */
  readonly help?: string | undefined;
  /** What is wrong and how it is right. */
  readonly error?: string | undefined;
  readonly children: ReactNode;
  /** Stands at the right of the label, as a button does. */
  readonly aside?: ReactNode;
};

/** A labelled control with its help and its complaint. */
export function Field({ label, help, error, children, aside }: FieldProps) {
  return (
    <BaseField.Root className={styles.field} invalid={error !== undefined}>
      <div className={styles.head}>
        <BaseField.Label className={styles.label}>{label}</BaseField.Label>
        {aside}
      </div>
      {children}
      {error !== undefined ? (
        <BaseField.Error match className={styles.error}>
          {error}
        </BaseField.Error>
      ) : (
        help !== undefined && <BaseField.Description className={styles.help}>{help}</BaseField.Description>
      )}
    </BaseField.Root>
  );
}

type TextFieldProps = Omit<FieldProps, "children"> & {
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly onBlur?: () => void;
  readonly placeholder?: string | undefined;
  readonly multiline?: boolean;
  readonly readOnly?: boolean;
  readonly maxLength?: number;
  readonly autoFocus?: boolean;
  readonly inputMode?: "numeric";
  readonly className?: string | undefined;
};

/** A field of one line, or of several. */
export function TextField(props: TextFieldProps) {
  const { label, help, error, aside, value, onChange, multiline = false, className, ...others } = props;
  const input = multiline ? (
    <textarea
      {...others}
      rows={2}
      className={classNames(styles.input, styles.area, className)}
      value={value}
      onChange={(event) => onChange(event.target.value)}
    />
  ) : undefined;
  return (
    <Field label={label} help={help} error={error} aside={aside}>
      {input ? (
        <BaseField.Control render={input} />
      ) : (
        <BaseField.Control
          {...others}
          className={classNames(styles.input, className)}
          value={value}
          onValueChange={onChange}
        />
      )}
    </Field>
  );
}
