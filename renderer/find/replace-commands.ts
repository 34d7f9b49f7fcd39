import { History, Replace } from "lucide-react";
import { type Command } from "../command.ts";
import { openDialog } from "../store.ts";

export const replaceAcrossReports: Command = {
  id: "find.replace-across",
  label: "跨报告替换",
  group: "查找和跳转",
  icon: Replace,
  enabled: (state) => (state.library?.reports.length ?? 0) > 0,
  run: () => openDialog("replace-across"),
};

export const showReplacements: Command = {
  id: "find.replacements",
  label: "替换记录",
  group: "查找和跳转",
  icon: History,
  enabled: (state) => state.editor !== null,
  run: () => openDialog("replacements"),
};
