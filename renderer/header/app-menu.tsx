import { Menu as MenuIcon } from "lucide-react";
import {
  importDoctor,
  openSettings,
  printReports,
  rollReport,
  saveAsTemplate,
  showPalette,
  showShortcuts,
  themeCommands,
  toggleOutline,
  toggleRightPanel,
} from "../commands.ts";
import { replaceAcrossReports, showReplacements } from "../find/replace-commands.ts";
import { houseCommands } from "../house/house-commands.ts";
import { useStore } from "../store.ts";
import { IconButton } from "../ui/icon-button.tsx";
import { CommandItem, Menu, MenuSeparator } from "../ui/menu.tsx";

/** What is needed now and then. */
export function AppMenu() {
  const inEditor = useStore((state) => state.route.kind === "editor");
  return (
    <Menu trigger={<IconButton icon={MenuIcon} label="更多" />}>
      <CommandItem command={printReports} />
      <MenuSeparator />
      {inEditor && (
        <>
          <CommandItem command={rollReport} />
          <CommandItem command={importDoctor} />
          <CommandItem command={saveAsTemplate} />
          <MenuSeparator />
          <CommandItem command={toggleOutline} />
          <CommandItem command={toggleRightPanel} />
          <MenuSeparator />
        </>
      )}
      <CommandItem command={replaceAcrossReports} />
      {inEditor && <CommandItem command={showReplacements} />}
      {houseCommands.map((command) => (
        <CommandItem key={command.id} command={command} />
      ))}
      <MenuSeparator />
      {themeCommands.map((command) => (
        <CommandItem key={command.id} command={command} />
      ))}
      <MenuSeparator />
      <CommandItem command={showPalette} />
      <CommandItem command={showShortcuts} />
      <CommandItem command={openSettings} />
    </Menu>
  );
}
