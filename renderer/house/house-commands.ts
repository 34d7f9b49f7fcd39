import { BookUser, Ruler, SpellCheck2 } from "lucide-react";
import { type Command } from "../command.ts";
import { openDialog } from "../store.ts";

const openDirectory: Command = {
  id: "house.directory",
  label: "本单位名录",
  group: "帮助",
  icon: BookUser,
  enabled: () => true,
  run: () => openDialog("directory"),
};

const openWords: Command = {
  id: "house.words",
  label: "本单位词表",
  group: "帮助",
  icon: SpellCheck2,
  enabled: () => true,
  run: () => openDialog("words"),
};

const openHouseStyle: Command = {
  id: "house.style",
  label: "本单位版式",
  group: "帮助",
  icon: Ruler,
  enabled: () => true,
  run: () => openDialog("house-style"),
};

export const houseCommands: readonly Command[] = [openHouseStyle, openDirectory, openWords];
