import { Collapsible } from "@base-ui/react/collapsible";
import { ChevronRight, Undo2 } from "lucide-react";
import { useState } from "react";
import { elementNames, presetNames } from "../../core/document/element-names.ts";
import { layoutPresets, type Meta } from "../../core/document/schema.ts";
import { changeFields, isWritable, type ReportFields, useStore } from "../store.ts";
import { TextField } from "../ui/field.tsx";
import { Select } from "../ui/select.tsx";
import { IconButton } from "../ui/icon-button.tsx";
import { CompletedNames, namingElements } from "./completed-names.tsx";
import { fieldsOfPreset, type MetaField } from "./meta-fields.ts";
import styles from "./meta-panel.module.css";
import { UnprintedLine } from "./unprinted-line.tsx";
import { readYear } from "./read-year.ts";

/** 公文要素: 报告年度 and everything of the document outside its text. Saved with the text. */
export function MetaPanel() {
  const fields = useStore((state) => state.fields);
  const start = useStore((state) => state.opened?.report);
  const canWrite = useStore(isWritable);
  if (!fields || !start) return null;
  const { first, more } = fieldsOfPreset(fields.preset, fields.meta);
  const row = (field: MetaField) =>
    namingElements.has(field.key) ? (
      <CompletedNames key={field.key}>{draftField(field)}</CompletedNames>
    ) : (
      draftField(field)
    );
  const draftField = (field: MetaField) => (
    <DraftField
      key={field.key}
      label={field.label}
      help={field.help}
      placeholder={field.placeholder}
      multiline={field.multiline ?? false}
      readOnly={!canWrite}
      value={field.show(fields.meta)}
      startValue={field.show(start.meta)}
      read={(text) => {
        const change = field.read(text);
        return typeof change === "string" ? change : { meta: { ...fields.meta, ...change } };
      }}
    />
  );
  return (
    <div className={styles.panel}>
      <YearField fields={fields} startYear={start.year} readOnly={!canWrite} />
      <Choice
        label="版式"
        value={fields.preset}
        options={presetOptions}
        readOnly={!canWrite}
        onChange={(preset) => changeFields({ preset })}
      />
      <UnprintedLine fields={fields} />
      <p className={styles.preset}>版式“{presetNames[fields.preset]}”用到的要素：</p>
      {first.map(row)}
      <Choice
        label={elementNames.sealForm}
        value={fields.meta.sealForm}
        options={sealOptions}
        readOnly={!canWrite}
        onChange={(sealForm) => changeFields({ meta: { ...fields.meta, sealForm } })}
      />
      <Collapsible.Root>
        <Collapsible.Trigger className={styles.more}>
          <ChevronRight size={15} aria-hidden />
          更多要素
        </Collapsible.Trigger>
        <Collapsible.Panel className={styles.rest}>{more.map(row)}</Collapsible.Panel>
      </Collapsible.Root>
    </div>
  );
}

const presetOptions = layoutPresets.map((value) => ({ value, label: presetNames[value] }));
const sealOptions: readonly { readonly value: Meta["sealForm"]; readonly label: string }[] = [
  { value: "", label: "不盖章" },
  { value: "seal", label: "加盖印章" },
  { value: "signature", label: "加盖签发人签名章" },
];

type ChoiceProps<T extends string> = {
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly readOnly: boolean;
  readonly onChange: (value: T) => void;
};

/** One of a few, where nothing can be mistyped. */
function Choice<T extends string>({ label, value, options, readOnly, onChange }: ChoiceProps<T>) {
  return (
    <div className={styles.choice}>
      <span>{label}</span>
      <Select label={label} value={value} options={options} disabled={readOnly} onChange={onChange} />
    </div>
  );
}

function YearField(props: { readonly fields: ReportFields; readonly startYear: number; readonly readOnly: boolean }) {
  return (
    <DraftField
      label="报告年度"
      help="正文里的本年度、上年度、下年度跟着它变。"
      inputMode="numeric"
      readOnly={props.readOnly}
      value={String(props.fields.year)}
      startValue={String(props.startYear)}
      read={(text) => {
        const year = readYear(text);
        return year === null ? "请写四位数的年份，如 2026。" : { year };
      }}
    />
  );
}

type DraftFieldProps = {
  readonly label: string;
  readonly help?: string | undefined;
  readonly placeholder?: string | undefined;
  readonly multiline?: boolean;
  readonly inputMode?: "numeric";
  readonly readOnly: boolean;
  /** As it stands now, and as it stood when the report was opened. */
  readonly value: string;
  readonly startValue: string;
  /** The change that a text makes, or what is wrong with it. */
  readonly read: (text: string) => Partial<ReportFields> | string;
};

/** A field that keeps what is being typed until it makes sense, and can go back to what it was. */
function DraftField({ value, startValue, read, label, readOnly, ...others }: DraftFieldProps) {
  const [draft, setDraft] = useState<string | null>(null);
  const [complaint, setComplaint] = useState<string>();
  const take = (text: string): void => {
    setDraft(text);
    const change = read(text);
    if (typeof change === "string") return;
    setComplaint(undefined);
    changeFields(change);
  };
  const leave = (): void => {
    if (draft === null) return;
    const change = read(draft);
    if (typeof change === "string") setComplaint(change);
    else setDraft(null);
  };
  const changed = (draft ?? value) !== startValue && !readOnly;
  return (
    <TextField
      {...others}
      label={label}
      readOnly={readOnly}
      value={draft ?? value}
      error={complaint}
      onChange={take}
      onBlur={leave}
      aside={
        changed && (
          <IconButton
            icon={Undo2}
            label={`${label}恢复为打开时的内容`}
            className={styles.undo ?? ""}
            onClick={() => {
              take(startValue);
              setDraft(null);
            }}
          />
        )
      }
    />
  );
}
