import { type Settings } from "../../core/contract.ts";
import { themeNames } from "../commands.ts";
import { useStore } from "../store.ts";
import { Dialog } from "../ui/dialog.tsx";
import { Field, TextField } from "../ui/field.tsx";
import { Select } from "../ui/select.tsx";
import { changeSettings } from "./change-settings.ts";
import styles from "./settings-dialog.module.css";

const themes = (["light", "eye-care", "dark"] as const).map((value) => ({ value, label: themeNames[value] }));
const zooms = [
  { value: "fit", label: "适合宽度" },
  ...[75, 90, 100, 110, 125, 150, 175, 200].map((value) => ({ value, label: `${value}%` }) as const),
] as const satisfies readonly { readonly value: Settings["zoom"]; readonly label: string }[];
/** What users set once. Every change holds at once. */
export function SettingsDialog({ onClose }: { readonly onClose: () => void }) {
  const settings = useStore((state) => state.settings);
  const version = useStore((state) => state.info?.version);
  const userName = useStore((state) => state.info?.userName ?? "");
  const zoomOptions: readonly { readonly value: Settings["zoom"]; readonly label: string }[] = zooms.some(
    (zoom) => zoom.value === settings.zoom,
  )
    ? zooms
    : [{ value: settings.zoom, label: `${settings.zoom}%` }, ...zooms];
  return (
    <Dialog open onClose={onClose} size="small" title="设置">
      <div className={styles.form}>
        <Field label="主题" help="护眼是暖色的纸，深色适合晚上。导出的文件不受影响。">
          <Select
            label="主题"
            value={settings.theme}
            options={themes}
            onChange={(theme) => void changeSettings({ theme })}
          />
        </Field>
        <Field label="页面大小" help="只是屏幕上看到的大小，不改变版面。">
          <Select<Settings["zoom"]>
            label="页面大小"
            value={settings.zoom}
            options={zoomOptions}
            onChange={(zoom) => void changeSettings({ zoom })}
          />
        </Field>
        <TextField
          label="单位名称"
          help="新建报告时自动填上。"
          value={settings.organ}
          maxLength={200}
          placeholder="如 某市审计局"
          onChange={(organ) => useStore.setState({ settings: { ...settings, organ } })}
          onBlur={() => void changeSettings({ organ: useStore.getState().settings.organ.trim() })}
        />
        <TextField
          label="核对人"
          help="核过的待核、做过的替换会记下这个名字。"
          value={settings.reviewer}
          maxLength={50}
          placeholder={userName === "" ? "如 李静" : userName}
          onChange={(reviewer) => useStore.setState({ settings: { ...settings, reviewer } })}
          onBlur={() => void changeSettings({ reviewer: useStore.getState().settings.reviewer.trim() })}
        />
        <p className={styles.version}>年报台 {version}</p>
      </div>
    </Dialog>
  );
}
