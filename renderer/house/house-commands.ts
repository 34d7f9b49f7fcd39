import { BookUser, SpellCheck2 } from "lucide-react";
import { type Command } from "../command.ts";
import { openDialog } from "../store.ts";

export const openDirectory: Command = {
  id: "house.directory",
  label: "本单位名录",
  group: "帮助",
  icon: BookUser,
  enabled: () => true,
  run: () => openDialog("directory"),
};

export const openWords: Command = {
  id: "house.words",
  label: "本单位词表",
  group: "帮助",
  icon: SpellCheck2,
  enabled: () => true,
  run: () => openDialog("words"),
};

export const houseCommands: readonly Command[] = [openDirectory, openWords];
