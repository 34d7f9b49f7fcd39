import { layoutOf } from "../core/layout/rules/layout.ts";
import { call, messageOf } from "./desk.ts";
import { refreshLibrary, refreshTemplates } from "./library/library-actions.ts";
import { refreshHouse } from "./house/house-store.ts";
import { addNotices, dismissNotice, noticeOfWarnings, useStore } from "./store.ts";

/** Reads what the window begins with: settings, the library, and what happened to it since the last start. */
export async function startDesk(): Promise<void> {
  const tell = (error: unknown): void => addNotices([{ id: "start", tone: "warning", message: messageOf(error) }]);
  dismissNotice("start");
  await Promise.all([
    call("settings.read", {}).then((settings) => useStore.setState({ settings }), tell),
    call("houseStyle.read", {}).then(({ style }) => useStore.setState({ layout: layoutOf(style) }), tell),
    call("app.info", {}).then((info) => {
      useStore.setState({ info });
      const notice = noticeOfWarnings("notices", info.notices);
      if (notice) addNotices([notice]);
    }, tell),
    refreshLibrary().catch(tell),
    refreshHouse().catch(tell),
  ]);
  // Nobody waits for these; a dialog that needs them reads them itself.
  refreshTemplates().catch(tell);
}
