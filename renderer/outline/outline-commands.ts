import { Pencil } from "lucide-react";
import { type Command } from "../command.ts";
import { isWritable } from "../store.ts";
import { renameCurrentSection, renamedFromText } from "./renaming.ts";

/** 本节改名, from the text. In the outline its rows have the key themselves. */
export const renameSectionAtCursor: Command = {
  id: "section.rename",
  label: "本节改名",
  group: "标题和段落",
  icon: Pencil,
  shortcut: "F2",
  scope: "page",
  enabled: (state) => state.route.kind === "editor" && isWritable(state) && renamedFromText() !== null,
  run: renameCurrentSection,
};

/** Keys that only the rows of the outline understand. F2, Alt+↑ and Alt+↓ work in the text as well. */
export const keysOfTheOutline: readonly { readonly label: string; readonly shortcut: string }[] = [
  { label: "标为已完成", shortcut: "Space" },
  { label: "升一级", shortcut: "Alt+ArrowLeft" },
  { label: "降一级", shortcut: "Alt+ArrowRight" },
  { label: "在后面加一节", shortcut: "Insert" },
  { label: "删除本节", shortcut: "Delete" },
];
