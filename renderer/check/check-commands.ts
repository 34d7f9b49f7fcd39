import { FileCheck2 } from "lucide-react";
import { type Command } from "../command.ts";
import { type AppState, openDialog, setPanels } from "../store.ts";

const inEditor = (state: AppState): boolean => state.route.kind === "editor";

const openCheck: Command = {
  id: "check.open",
  label: "校核",
  group: "查找和跳转",
  icon: FileCheck2,
  enabled: inEditor,
  run: () => setPanels({ right: true, rightTab: "check", hits: false }),
};

const checkRules: Command = {
  id: "check.rules",
  label: "校核规则",
  group: "帮助",
  enabled: () => true,
  run: () => openDialog("check-rules"),
};

const exportCheckSheet: Command = {
  id: "report.export-check-sheet",
  label: "导出校核单",
  group: "报告",
  enabled: inEditor,
  run: () => openDialog("check-sheet"),
};

export const checkCommands: readonly Command[] = [openCheck, exportCheckSheet, checkRules];
