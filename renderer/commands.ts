import {
  BookOpenText,
  Columns2,
  Command as CommandIcon,
  FileClock,
  FileDiff,
  FileDown,
  FilePlus2,
  FolderOpen,
  Globe,
  Keyboard,
  LibraryBig,
  Eye,
  Moon,
  PanelLeft,
  PanelRight,
  Printer,
  Save,
  Settings2,
  SquareStack,
  Stethoscope,
  Sun,
} from "lucide-react";
import { type Settings } from "../core/contract.ts";
import { checkCommands } from "./check/check-commands.ts";
import { type Command } from "./command.ts";
import { copyReportForWeb } from "./export/copy-for-web.ts";
import { editorCommands } from "./editor/session/commands.ts";
import { houseCommands } from "./house/house-commands.ts";
import { pickFilesToImport } from "./library/pick-files.ts";
import { figureCommands } from "./figures/figure-commands.ts";
import { closeReport } from "./library/open-report.ts";
import { replaceAcrossReports, showReplacements } from "./find/replace-commands.ts";
import { goToNextRegion } from "./panels/next-region.ts";
import { renameSectionAtCursor } from "./outline/outline-commands.ts";
import { reviewCommands } from "./review/review-commands.ts";
import { changeSettings } from "./settings/change-settings.ts";
import { type AppState, isWritable, openDialog, openRollDialog, setPanels, useStore } from "./store.ts";

const always = (): boolean => true;
const inEditor = (state: AppState): boolean => state.route.kind === "editor";
const inLibrary = (state: AppState): boolean => state.route.kind === "library";
const zoomSteps = [50, 60, 70, 80, 90, 100, 110, 125, 150, 175, 200] as const;

export const themeNames: Readonly<Record<Settings["theme"], string>> = {
  light: "明亮",
  "eye-care": "护眼",
  dark: "深色",
};

const themeIcons = { light: Sun, "eye-care": Eye, dark: Moon } as const;

/** The next step of zoom up or down from where it is. */
export function nextZoom(zoom: number, direction: 1 | -1): number {
  const steps = direction === 1 ? zoomSteps.filter((step) => step > zoom) : zoomSteps.filter((step) => step < zoom);
  return (direction === 1 ? steps[0] : steps.at(-1)) ?? zoom;
}

function themeCommand(theme: Settings["theme"]): Command {
  return {
    id: `view.theme-${theme}`,
    label: `主题：${themeNames[theme]}`,
    group: "视图",
    icon: themeIcons[theme],
    checked: (state) => state.settings.theme === theme,
    enabled: always,
    run: () => changeSettings({ theme }),
  };
}

export const newReport: Command = {
  id: "report.new",
  label: "新建报告",
  group: "报告",
  icon: FilePlus2,
  enabled: inLibrary,
  run: () => openDialog("new-report"),
};

export const rollReport: Command = {
  id: "report.roll",
  label: "从去年报告新建",
  group: "报告",
  icon: FileClock,
  enabled: always,
  run: (state) => openRollDialog(inEditor(state) ? (state.opened?.report.id ?? null) : null),
};

export const importDoctor: Command = {
  id: "report.doctor",
  label: "导入体检",
  group: "报告",
  icon: Stethoscope,
  enabled: (state) => inEditor(state) && isWritable(state),
  run: () => openDialog("doctor"),
};

export const openFiles: Command = {
  id: "report.open-file",
  label: "打开文件",
  group: "报告",
  icon: FolderOpen,
  enabled: inLibrary,
  run: () => pickFilesToImport(),
};

export const saveNow: Command = {
  id: "report.save",
  label: "立即保存",
  group: "报告",
  icon: Save,
  shortcut: "Ctrl+S",
  enabled: (state) => inEditor(state) && state.opened?.access === "write",
  run: async (state) => {
    await state.editor?.flush();
  },
};

export const togglePreview: Command = {
  id: "view.preview",
  label: "预览",
  group: "视图",
  icon: BookOpenText,
  shortcut: "Ctrl+F2",
  checked: (state) => state.panels.preview,
  enabled: inEditor,
  run: (state) => setPanels({ preview: !state.panels.preview, compare: false }),
};

const toggleCompare: Command = {
  id: "view.compare",
  label: "去年对照",
  group: "视图",
  icon: Columns2,
  checked: (state) => state.panels.compare,
  enabled: inEditor,
  run: (state) => setPanels({ compare: !state.panels.compare, preview: false }),
};

export const exportComparison: Command = {
  id: "report.export-comparison",
  label: "导出对照稿",
  group: "报告",
  icon: FileDiff,
  enabled: inEditor,
  run: () => openDialog("export-comparison"),
};

export const exportReport: Command = {
  id: "report.export",
  label: "导出",
  group: "报告",
  icon: FileDown,
  shortcut: "Ctrl+E",
  enabled: inEditor,
  run: () => openDialog("export"),
};

export const printReports: Command = {
  id: "report.print",
  label: "打印",
  group: "报告",
  icon: Printer,
  shortcut: "Ctrl+P",
  enabled: (state) => inEditor(state) || (state.library?.reports.length ?? 0) > 0,
  run: () => openDialog("print"),
};

const copyForWeb = (
  id: "report.copy-web" | "report.copy-web-plain",
  label: string,
  inlineStyles: boolean,
): Command => ({
  id,
  label,
  group: "报告",
  icon: Globe,
  ...(inlineStyles ? { shortcut: "Ctrl+Shift+C" } : {}),
  scope: "page",
  enabled: inEditor,
  run: () => copyReportForWeb(inlineStyles),
});
const copyWeb = copyForWeb("report.copy-web", "复制为网页格式", true);
const copyWebPlain = copyForWeb("report.copy-web-plain", "复制为网页格式（不带样式）", false);

export const saveAsTemplate: Command = {
  id: "report.save-as-template",
  label: "另存为模板",
  group: "报告",
  icon: SquareStack,
  enabled: inEditor,
  run: () => openDialog("save-as-template"),
};

export const backToLibrary: Command = {
  id: "report.library",
  label: "回到报告库",
  group: "报告",
  icon: LibraryBig,
  enabled: inEditor,
  run: () => closeReport(),
};

export const toggleOutline: Command = {
  id: "view.outline",
  label: "大纲栏",
  group: "视图",
  icon: PanelLeft,
  checked: (state) => state.panels.outline,
  enabled: inEditor,
  run: (state) => setPanels({ outline: !state.panels.outline, outlineOver: false }),
};

export const toggleRightPanel: Command = {
  id: "view.right-panel",
  label: "右栏",
  group: "视图",
  icon: PanelRight,
  checked: (state) => state.panels.right,
  enabled: inEditor,
  run: (state) => setPanels({ right: !state.panels.right }),
};

const nextRegion: Command = {
  id: "view.next-region",
  label: "转到下一栏",
  group: "视图",
  shortcut: "F6",
  enabled: inEditor,
  run: () => goToNextRegion(false),
};

const previousRegion: Command = {
  id: "view.previous-region",
  label: "转到上一栏",
  group: "视图",
  shortcut: "Shift+F6",
  enabled: inEditor,
  run: () => goToNextRegion(true),
};

export const zoomIn: Command = {
  id: "view.zoom-in",
  label: "放大",
  group: "视图",
  shortcut: "Ctrl+Alt+=",
  enabled: (state) => inEditor(state) && nextZoom(state.shownZoom, 1) !== state.shownZoom,
  run: (state) => changeSettings({ zoom: nextZoom(state.shownZoom, 1) }),
};

export const zoomOut: Command = {
  id: "view.zoom-out",
  label: "缩小",
  group: "视图",
  shortcut: "Ctrl+Alt+-",
  enabled: (state) => inEditor(state) && nextZoom(state.shownZoom, -1) !== state.shownZoom,
  run: (state) => changeSettings({ zoom: nextZoom(state.shownZoom, -1) }),
};

export const zoomReset: Command = {
  id: "view.zoom-reset",
  label: "原来大小",
  group: "视图",
  shortcut: "Ctrl+Alt+0",
  enabled: (state) => inEditor(state) && state.settings.zoom !== 100,
  run: () => changeSettings({ zoom: 100 }),
};

export const zoomFit: Command = {
  id: "view.zoom-fit",
  label: "适合宽度",
  group: "视图",
  checked: (state) => state.settings.zoom === "fit",
  enabled: inEditor,
  run: () => changeSettings({ zoom: "fit" }),
};

export const themeCommands = (["light", "eye-care", "dark"] as const).map(themeCommand);

export const openSettings: Command = {
  id: "help.settings",
  label: "设置",
  group: "帮助",
  icon: Settings2,
  enabled: always,
  run: () => openDialog("settings"),
};

export const showShortcuts: Command = {
  id: "help.shortcuts",
  label: "快捷键",
  group: "帮助",
  icon: Keyboard,
  shortcut: "F1",
  enabled: always,
  run: () => openDialog("shortcuts"),
};

export const showPalette: Command = {
  id: "help.palette",
  label: "查找命令",
  group: "帮助",
  icon: CommandIcon,
  shortcut: "Ctrl+K",
  enabled: always,
  run: () => openDialog("palette"),
};

/** Every command of the window, the editor's included, in the order of the shortcut sheet. */
export const commands: readonly Command[] = [
  newReport,
  rollReport,
  openFiles,
  importDoctor,
  saveNow,
  exportReport,
  copyWeb,
  copyWebPlain,
  printReports,
  exportComparison,
  saveAsTemplate,
  backToLibrary,
  ...editorCommands,
  renameSectionAtCursor,
  replaceAcrossReports,
  showReplacements,
  ...reviewCommands,
  ...checkCommands,
  ...houseCommands,
  ...figureCommands,
  togglePreview,
  toggleCompare,
  toggleOutline,
  toggleRightPanel,
  nextRegion,
  previousRegion,
  zoomIn,
  zoomOut,
  zoomReset,
  zoomFit,
  ...themeCommands,
  openSettings,
  showShortcuts,
  showPalette,
];

/** Runs a command that is known by name only, from what is on the screen now. */
export async function runCommand(command: Command): Promise<void> {
  const state = useStore.getState();
  if (command.enabled(state)) await command.run(state);
}
