import { Columns2, LayoutList, type LucideIcon, Minus, MoveHorizontal, Plus, Printer } from "lucide-react";
import { useState } from "react";
import { printReports, runCommand } from "../commands.ts";
import { firstShortcut } from "../shortcut.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { Hint } from "../ui/tooltip.tsx";
import { nextPreviewZoom } from "./arrange-pages.ts";
import styles from "./preview-pane.module.css";
import { changePreviewView, usePreviewView } from "./preview-view.ts";

type PageToolsProps = {
  /** How large the pages are shown, percent. */
  readonly percent: number;
  /** From 0. */
  readonly page: number;
  readonly count: number;
  readonly onGo: (page: number) => void;
};

/** How the pages are looked at, and which. */
export function PageTools({ percent, page, count, onGo }: PageToolsProps) {
  const { zoom, isSpread, hasThumbnails } = usePreviewView();
  const step = (direction: 1 | -1): void => changePreviewView({ zoom: nextPreviewZoom(percent, direction) });
  return (
    <div className={styles.tools} role="toolbar" aria-label="预览工具">
      <IconButton
        icon={Minus}
        label="缩小预览"
        shortcut="Ctrl+滚轮"
        disabled={percent <= 25}
        onClick={() => step(-1)}
      />
      <Hint text="实际大小">
        <button
          type="button"
          className={styles.percent}
          aria-label={`预览大小 ${percent}%，恢复实际大小`}
          onClick={() => changePreviewView({ zoom: 100 })}
        >
          {percent}%
        </button>
      </Hint>
      <IconButton icon={Plus} label="放大预览" shortcut="Ctrl+滚轮" disabled={percent >= 400} onClick={() => step(1)} />
      <Toggle
        icon={MoveHorizontal}
        label="预览适合宽度"
        pressed={zoom === "fit"}
        onClick={() => changePreviewView({ zoom: "fit" })}
      />
      <Toggle
        icon={Columns2}
        label="两页并排"
        pressed={isSpread}
        onClick={() => changePreviewView({ isSpread: !isSpread })}
      />
      <Toggle
        icon={LayoutList}
        label="缩略图"
        pressed={hasThumbnails}
        onClick={() => changePreviewView({ hasThumbnails: !hasThumbnails })}
      />
      <span className={styles.line} aria-hidden />
      <PageNumber page={page} count={count} onGo={onGo} />
      <IconButton
        icon={Printer}
        label={printReports.label}
        shortcut={firstShortcut(printReports)}
        onClick={() => void runCommand(printReports)}
      />
    </div>
  );
}

type ToggleProps = {
  readonly icon: LucideIcon;
  readonly label: string;
  readonly pressed: boolean;
  readonly onClick: () => void;
};
const Toggle = (props: ToggleProps) => <IconButton {...props} />;

/** The number of the page in sight, to be typed over. */
function PageNumber({ page, count, onGo }: Pick<PageToolsProps, "page" | "count" | "onGo">) {
  const [typed, setTyped] = useState<string | null>(null);
  const go = (): void => {
    const number = Number(typed?.normalize("NFKC").trim());
    if (typed !== null && Number.isInteger(number) && number >= 1) onGo(Math.min(number, count) - 1);
    setTyped(null);
  };
  return (
    <span className={styles.number}>
      <span aria-hidden>第</span>
      <input
        aria-label={`页码，共 ${count} 页`}
        inputMode="numeric"
        maxLength={5}
        value={typed ?? String(page + 1)}
        onChange={(event) => setTyped(event.target.value)}
        onFocus={(event) => event.target.select()}
        onBlur={() => setTyped(null)}
        onKeyDown={(event) => {
          if (event.key === "Enter" && !event.nativeEvent.isComposing) go();
        }}
      />
      <span aria-hidden>/ {count} 页</span>
    </span>
  );
}
