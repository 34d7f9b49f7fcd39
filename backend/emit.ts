import type { EventName } from "../core/channels.ts";
import type { EventPayload } from "../core/contract.ts";

/** Sends an event to one window, or to all of them when no window is named. Given by the shell; never throws. */
export type Emit = <E extends EventName>(event: E, payload: EventPayload<E>, windowId?: string) => void;
