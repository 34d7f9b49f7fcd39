import { contextBridge, ipcRenderer, type IpcRendererEvent } from "electron";
import { channels, eventNames } from "../core/channels.ts";

/**
 * All that the page gets from the shell: calls by the names of one list, and a few events. Runs in the sandbox, so
 * it imports names only; what a call takes is checked on the other side.
 */
const calls: ReadonlySet<string> = new Set(channels);
const events: ReadonlySet<string> = new Set(eventNames);

contextBridge.exposeInMainWorld("nianbao", {
  invoke(channel: string, input: unknown): Promise<unknown> {
    return calls.has(channel)
      ? ipcRenderer.invoke(channel, input)
      : Promise.reject(new Error(`No such call: ${channel}`));
  },
  on(event: string, listener: (payload: unknown) => void): () => void {
    if (!events.has(event)) throw new Error(`No such event: ${event}`);
    // The page never sees Electron's event object: it would hand over the sender.
    const forward = (_event: IpcRendererEvent, payload: unknown): void => listener(payload);
    ipcRenderer.on(event, forward);
    return () => void ipcRenderer.removeListener(event, forward);
  },
});
