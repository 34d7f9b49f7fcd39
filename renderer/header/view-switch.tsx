import { type AppState, setPanels, useStore } from "../store.ts";
import { firstShortcut } from "../shortcut.ts";
import { togglePreview } from "../commands.ts";
import { Hint } from "../ui/tooltip.tsx";
import styles from "./header.module.css";

type View = "write" | "compare" | "preview";

const views = [
  { view: "write", label: "写作", short: "写作", hint: "只看正在写的这一份" },
  { view: "compare", label: "去年对照", short: "对照", hint: "和去年的文本逐句对照" },
  { view: "preview", label: "预览", short: "预览", hint: "看真正的页面" },
] as const;

const viewOf = ({ panels }: AppState): View => (panels.preview ? "preview" : panels.compare ? "compare" : "write");

/** 写作, 去年对照 and 预览: what stands beside the text. */
export function ViewSwitch({ compact }: { readonly compact: boolean }) {
  const shown = useStore(viewOf);
  return (
    <div className={styles.switch} role="group" aria-label="视图">
      {views.map(({ view, label, short, hint }) => (
        <Hint
          key={view}
          text={hint}
          shortcut={view === "preview" ? firstShortcut(togglePreview) : undefined}
          side="bottom"
        >
          <button
            type="button"
            aria-label={label}
            aria-pressed={shown === view}
            onClick={() =>
              setPanels({
                ...{ preview: view === "preview" && shown !== view, compare: view === "compare" && shown !== view },
                outlineOver: false,
              })
            }
          >
            {compact ? short : label}
          </button>
        </Hint>
      ))}
    </div>
  );
}
