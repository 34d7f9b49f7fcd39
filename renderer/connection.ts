import { create } from "zustand";

/** `lost`: nobody answers. `refused`: the backend was started anew and does not know this window. */
export type ConnectionState = "up" | "lost" | "refused";

/** Whether the backend can be reached. In the desktop window it always can: it is the same program. */
export const useConnection = create<{ readonly state: ConnectionState }>()(() => ({ state: "up" }));

export function setConnection(state: ConnectionState): void {
  if (useConnection.getState().state !== state) useConnection.setState({ state });
}

/** Runs each time the backend is found again. Returns the way to stop. */
export function onReconnect(run: () => void): () => void {
  return useConnection.subscribe(({ state }, before) => {
    if (state === "up" && before.state !== "up") run();
  });
}

/** Looks for the backend at once. */
export const reconnectNow = (): void => void window.dispatchEvent(new Event("nianbao-reconnect"));
