import { type BrowserWindow, ipcMain, type IpcMainInvokeEvent } from "electron";
import { type Channel, channels, type EventName } from "../core/channels.ts";
import type { Caller, EventPayload } from "../core/contract.ts";
import { deskPrefix } from "./protocol.ts";

/** How the backend knows this window. */
export const windowIdOf = (window: BrowserWindow): string => `electron-${window.webContents.id}`;

/** Whether a call comes from the page that the shell itself loaded, not from a frame in it or another page. */
function isOwnPage({ sender, senderFrame }: IpcMainInvokeEvent, window: BrowserWindow): boolean {
  return (
    !window.isDestroyed() &&
    sender.id === window.webContents.id &&
    senderFrame !== null &&
    senderFrame.parent === null &&
    senderFrame.url.startsWith(deskPrefix)
  );
}

/** Answers every call of the one list, and no other. */
export function setUpIpc(
  window: () => BrowserWindow | null,
  dispatch: (channel: Channel, input: unknown, caller: Caller) => Promise<unknown>,
): void {
  for (const channel of channels) {
    ipcMain.handle(channel, (event, input: unknown) => {
      const own = window();
      if (own === null || !isOwnPage(event, own)) throw new Error(`Refused ${channel} from a foreign page`);
      return dispatch(channel, input, { windowId: windowIdOf(own) });
    });
  }
}

/** Tells the window something; a window that is gone hears nothing. */
export function sendEvent<E extends EventName>(window: BrowserWindow | null, event: E, payload: EventPayload<E>): void {
  if (window !== null && !window.isDestroyed()) window.webContents.send(event, payload);
}
