import { type FontRole } from "../../core/layout/font-role.ts";
import {
  headingStopNames,
  levelNames,
  pageNumberPlaceNames,
  pageNumberText,
  westernFaceNames,
} from "../../core/layout/rules/deviations.ts";
import {
  boldableLevels,
  facesOfRole,
  headingStops,
  type HouseStyle,
  pageNumberForms,
  pageNumberPlaces,
} from "../../core/layout/rules/house-style.ts";
import { layoutOf } from "../../core/layout/rules/layout.ts";
import { Checkbox } from "../ui/checkbox.tsx";
import { Field, TextField } from "../ui/field.tsx";
import { Select } from "../ui/select.tsx";
import { type DraftStyle, faultOf, type NumberKey, withNumber } from "./draft-style.ts";
import styles from "./house-style.module.css";

const numberFields = [
  ["marginTopMm", "天头（毫米）", "标准 37 ± 1"],
  ["marginLeftMm", "订口（毫米）", "标准 28 ± 1"],
  ["linePitchPt", "行距（磅）", "标准每页 22 行，28.95"],
  ["titleLinePitchPt", "标题行距（磅）", "不填时与正文相同"],
  ["characterSpacingPt", "字距（磅）", "标准每行 28 字，-0.25"],
] as const satisfies readonly (readonly [NumberKey, string, string])[];

const roleLabels = {
  fangsong: "正文字体",
  xiaobiaosong: "标题字体",
  heiti: "一级标题字体",
  kaiti: "二级标题字体",
  songti: "页码字体",
} as const satisfies Record<FontRole, string>;
const roles = ["fangsong", "xiaobiaosong", "heiti", "kaiti", "songti"] as const satisfies readonly FontRole[];

type FieldsProps = { readonly draft: DraftStyle; readonly onChange: (draft: DraftStyle) => void };

/** All that a house sets in its own way, within limits. */
export function StyleFields({ draft, onChange }: FieldsProps) {
  const { style } = draft;
  const change = (part: Partial<HouseStyle>): void => onChange({ ...draft, style: { ...style, ...part } });
  return (
    <>
      <Group name="页面">
        {numberFields.map(([key, label, help]) => (
          <TextField
            key={key}
            label={label}
            help={help}
            error={faultOf(key, draft.texts[key])}
            value={draft.texts[key]}
            maxLength={8}
            {...(key === "titleLinePitchPt" && { placeholder: String(style.linePitchPt) })}
            onChange={(text) => onChange(withNumber(draft, key, text))}
          />
        ))}
      </Group>
      <Group name="字体">
        {roles.map((role) => (
          <Choice
            key={role}
            label={roleLabels[role]}
            value={style.faces[role]}
            options={["", ...facesOfRole(role)]}
            nameOf={(face) => (face === "" ? "不指定，按本机的字体" : face)}
            onChange={(face) => change({ faces: { ...style.faces, [role]: face } })}
          />
        ))}
        <Choice
          label="数字和字母的字体"
          value={style.westernFace}
          options={["same", "times"]}
          nameOf={(face) => westernFaceNames[face]}
          onChange={(westernFace) => change({ westernFace })}
        />
      </Group>
      <Group name="标题和页码">
        <BoldLevels style={style} onChange={change} />
        <Choice
          label="标题末尾的句号"
          value={style.headingStop}
          options={headingStops}
          nameOf={(stop) => headingStopNames[stop]}
          onChange={(headingStop) => change({ headingStop })}
        />
        <Choice
          label="页码样式"
          value={style.pageNumberForm}
          options={pageNumberForms}
          nameOf={(pageNumberForm) => pageNumberText(layoutOf({ ...style, pageNumberForm }))}
          onChange={(pageNumberForm) => change({ pageNumberForm })}
        />
        <Choice
          label="页码位置"
          value={style.pageNumberPlace}
          options={pageNumberPlaces}
          nameOf={(place) => pageNumberPlaceNames[place]}
          onChange={(pageNumberPlace) => change({ pageNumberPlace })}
        />
        <label className={styles.tick}>
          <Checkbox checked={style.isLastPageEven} onChange={(isLastPageEven) => change({ isLastPageEven })} />
          版记放在双页
        </label>
      </Group>
    </>
  );
}

function Group({ name, children }: { readonly name: string; readonly children: React.ReactNode }) {
  return (
    <fieldset className={styles.group}>
      <legend>{name}</legend>
      {children}
    </fieldset>
  );
}

type ChoiceProps<T extends string> = {
  readonly label: string;
  readonly value: T;
  readonly options: readonly T[];
  readonly nameOf: (value: T) => string;
  readonly onChange: (value: T) => void;
};

function Choice<T extends string>({ label, value, options, nameOf, onChange }: ChoiceProps<T>) {
  return (
    <Field label={label}>
      <Select
        label={label}
        value={value}
        options={options.map((one) => ({ value: one, label: nameOf(one) }))}
        onChange={onChange}
      />
    </Field>
  );
}

type BoldLevelsProps = { readonly style: HouseStyle; readonly onChange: (part: Partial<HouseStyle>) => void };

function BoldLevels({ style: { boldLevels }, onChange }: BoldLevelsProps) {
  return (
    <div className={styles.bold} role="group" aria-label="加粗的标题">
      <span className={styles.label}>加粗的标题</span>
      {boldableLevels.map((level) => (
        <label key={level} className={styles.tick}>
          <Checkbox
            checked={boldLevels.includes(level)}
            onChange={(checked) =>
              onChange({
                boldLevels: boldableLevels.filter((one) => (one === level ? checked : boldLevels.includes(one))),
              })
            }
          />
          {levelNames[level]}
        </label>
      ))}
    </div>
  );
}
