import { app, type ContextMenuParams, Menu, type MenuItemConstructorOptions, shell, type WebContents } from "electron";

/**
 * The menu bar stays hidden until Alt is pressed: the window has its own commands and its own keys. What stands
 * here is what only the shell can do. The editing entries register no keys of their own, because Chromium already
 * answers Ctrl+X/C/V/A and the window all the others (ui.md, "Keys"); undo is the editor's and not repeated here.
 */
const editing: MenuItemConstructorOptions[] = [
  { role: "cut", label: "剪切", registerAccelerator: false },
  { role: "copy", label: "复制", registerAccelerator: false },
  { role: "paste", label: "粘贴", registerAccelerator: false },
  { type: "separator" },
  { role: "selectAll", label: "全选", registerAccelerator: false },
];

export function menuTemplate(folders: { readonly data: string; readonly logs: string }): MenuItemConstructorOptions[] {
  const tools: MenuItemConstructorOptions[] = app.isPackaged
    ? []
    : [{ role: "toggleDevTools", label: "开发者工具", accelerator: "Ctrl+Shift+I" }];
  return [
    { label: "文件", submenu: [{ role: "quit", label: "退出" }] },
    { label: "编辑", submenu: editing },
    {
      label: "窗口",
      submenu: [
        { role: "togglefullscreen", label: "全屏", accelerator: "F11" },
        { role: "minimize", label: "最小化", registerAccelerator: false },
        ...tools,
      ],
    },
    {
      label: "帮助",
      submenu: [
        { label: "打开文稿所在文件夹", click: () => void shell.openPath(folders.data) },
        { label: "打开运行日志文件夹", click: () => void shell.openPath(folders.logs) },
        { type: "separator" },
        { role: "about", label: "关于年报台" },
      ],
    },
  ];
}

export function setUpMenu(folders: { readonly data: string; readonly logs: string }): void {
  app.setAboutPanelOptions({
    applicationName: "年报台",
    applicationVersion: app.getVersion(),
    copyright: "机关年度报告离线编辑软件",
  });
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(folders)));
}

/** Right click on text: Electron shows no menu by itself. */
export function contextMenuTemplate({ isEditable, selectionText, editFlags }: ContextMenuParams) {
  const entries: MenuItemConstructorOptions[] = [
    { role: "cut", label: "剪切", enabled: editFlags.canCut, visible: isEditable },
    { role: "copy", label: "复制", enabled: editFlags.canCopy && selectionText !== "" },
    { role: "paste", label: "粘贴", enabled: editFlags.canPaste, visible: isEditable },
    { type: "separator" },
    { role: "selectAll", label: "全选", enabled: editFlags.canSelectAll },
  ];
  return isEditable || selectionText !== "" ? entries : [];
}

export function setUpContextMenu(contents: WebContents): void {
  contents.on("context-menu", (_event, params) => {
    const entries = contextMenuTemplate(params);
    if (entries.length > 0) Menu.buildFromTemplate(entries).popup();
  });
}
