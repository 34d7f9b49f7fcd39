import type { ServerResponse } from "node:http";
import type { EventName } from "../../core/channels.ts";
import type { Emit } from "../emit.ts";
import { securityHeaders } from "./responses.ts";

/** Silence after which a dead connection is noticed. */
const HEARTBEAT_MS = 15_000;
/** A closing page sends its last save after its event stream has ended. */
const LAST_CALL_MS = 1_500;
/** A window that called but never opened its event stream is given up. */
const NO_STREAM_MS = 60_000;

/** The open windows, each known by the event stream it holds. */
export type Windows = {
  /** Keeps `response` open as the event stream of the window. */
  connect(windowId: string, response: ServerResponse): void;
  /** The window has called: it is alive, with or without a stream. */
  touch(windowId: string): void;
  readonly emit: Emit;
  count(): number;
  /** Ends all streams. */
  close(): void;
};

type Window = { readonly streams: Set<ServerResponse>; farewell: NodeJS.Timeout | null };

const isWindowId = (id: string): boolean => /^[\w-]{8,64}$/u.test(id);

/** The id a request names, or null when it is no id. */
export const parseWindowId = (id: unknown): string | null => (typeof id === "string" && isWindowId(id) ? id : null);

function writeEvent(stream: ServerResponse, event: EventName, payload: unknown): void {
  stream.write(`event: ${event}\ndata: ${JSON.stringify(payload)}\n\n`);
}

/** @param onGone called once when a window has ended, so that its locks end with it */
export function createWindows(onGone: (windowId: string) => void): Windows {
  const windows = new Map<string, Window>();
  const find = (windowId: string): Window => {
    const window = windows.get(windowId) ?? { streams: new Set(), farewell: null };
    windows.set(windowId, window);
    return window;
  };
  const forgetAfter = (windowId: string, window: Window, delayMs: number): void => {
    if (window.farewell !== null) clearTimeout(window.farewell);
    window.farewell = setTimeout(() => {
      windows.delete(windowId);
      onGone(windowId);
    }, delayMs);
    window.farewell.unref();
  };
  const keep = (window: Window): void => {
    if (window.farewell !== null) clearTimeout(window.farewell);
    window.farewell = null;
  };
  const heartbeat = setInterval(() => {
    for (const { streams } of windows.values()) for (const stream of streams) stream.write(": alive\n\n");
  }, HEARTBEAT_MS);
  heartbeat.unref();

  return {
    connect: (windowId, response) => {
      const window = find(windowId);
      keep(window);
      response.writeHead(200, {
        ...securityHeaders,
        "content-type": "text/event-stream; charset=utf-8",
        "cache-control": "no-store",
      });
      response.write("retry: 1000\n\n");
      window.streams.add(response);
      response.on("close", () => {
        window.streams.delete(response);
        const isKnown = windows.get(windowId) === window;
        if (isKnown && window.streams.size === 0) forgetAfter(windowId, window, LAST_CALL_MS);
      });
    },
    touch: (windowId) => {
      const known = windows.get(windowId);
      if (known === undefined) forgetAfter(windowId, find(windowId), NO_STREAM_MS);
    },
    emit: (event, payload, windowId) => {
      const targets = windowId === undefined ? [...windows.values()] : [windows.get(windowId)];
      for (const target of targets) for (const stream of target?.streams ?? []) writeEvent(stream, event, payload);
    },
    count: () => [...windows.values()].filter(({ streams }) => streams.size > 0).length,
    close: () => {
      clearInterval(heartbeat);
      for (const [windowId, window] of windows) {
        keep(window);
        for (const stream of window.streams) stream.end();
        windows.delete(windowId);
        onGone(windowId);
      }
    },
  };
}
