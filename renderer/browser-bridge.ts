import { type Channel, type EventName } from "../core/channels.ts";
import { type EventPayload, type ShellBridge } from "../core/contract.ts";
import { type Failure, type Result } from "../core/result.ts";
import { type ConnectionState, setConnection } from "./connection.ts";

const notReached: Failure = {
  ok: false,
  error: {
    code: "internal",
    message:
      "与年报台后台的连接断开了，这一步没有做成。窗口里的文字还在；请确认启动年报台的那个程序仍在运行，然后再试一次。",
  },
};

/** Larger bodies may not be sent by a closing page (the Fetch standard allows 64 KiB in flight). */
const KEEPALIVE_LIMIT_BYTES = 60_000;
/** Pauses between tries to reach the backend again. */
const retryPausesMs = [500, 1_000, 2_000, 4_000, 8_000] as const;
const REFUSED = 403;

let leaving = false;

type Listener = (message: MessageEvent<string>) => void;

/**
 * The shell of browser mode: calls are POSTed to the server that the page came from, events come back as
 * server-sent events. A page that is being closed sends its last call so that it outlives the page. When the server
 * is gone, or the computer has slept, the page tries by itself to find it again.
 */
export function createBrowserBridge(): ShellBridge {
  const windowId = crypto.randomUUID();
  const stream = followEvents(windowId);
  window.addEventListener("pagehide", () => {
    leaving = true;
  });
  window.addEventListener("pageshow", () => {
    leaving = false;
  });
  return {
    invoke: (channel, input) => post(windowId, channel, input, stream.lost),
    on: (event, listener) => stream.listen(event, listener),
  };
}

/** The events of the backend, over as many streams as it takes. */
function followEvents(windowId: string) {
  const listeners = new Map<EventName, Set<Listener>>();
  let events: EventSource | null = null;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;

  const connect = (): void => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    events?.close();
    const next = new EventSource(`./api/events?window=${windowId}`);
    events = next;
    for (const [event, all] of listeners) for (const listener of all) next.addEventListener(event, listener);
    next.onopen = () => {
      failures = 0;
      setConnection("up");
    };
    next.onerror = () => {
      next.close();
      if (events === next) lost();
    };
  };
  const retryLater = (): void => {
    if (timer !== null || leaving) return;
    const pauseMs = retryPausesMs[Math.min(failures, retryPausesMs.length - 1)] ?? 0;
    failures += 1;
    timer = setTimeout(connect, pauseMs);
  };
  function lost(): void {
    if (leaving) return;
    void whyLost().then(setConnection);
    retryLater();
  }
  /** Back from sleep, from another tab, or on the network again: no use in waiting for the next try. */
  const tryNow = (): void => {
    if (timer === null || document.visibilityState === "hidden") return;
    failures = 0;
    connect();
  };
  window.addEventListener("online", tryNow);
  window.addEventListener("focus", tryNow);
  window.addEventListener("pageshow", tryNow);
  document.addEventListener("visibilitychange", tryNow);
  window.addEventListener("nianbao-reconnect", tryNow);
  connect();

  return {
    lost: (): void => {
      if (timer === null && events?.readyState !== EventSource.OPEN) lost();
    },
    listen<E extends EventName>(event: E, listener: (payload: EventPayload<E>) => void): () => void {
      const receive: Listener = (message) => listener(JSON.parse(message.data) as EventPayload<E>);
      const all = listeners.get(event) ?? new Set();
      listeners.set(event, all.add(receive));
      events?.addEventListener(event, receive);
      return () => {
        all.delete(receive);
        events?.removeEventListener(event, receive);
      };
    },
  };
}

/** Whether nobody answers, or somebody who does not know this window. */
async function whyLost(): Promise<ConnectionState> {
  try {
    return (await fetch("./", { method: "HEAD", cache: "no-store" })).status === REFUSED ? "refused" : "lost";
  } catch {
    return "lost";
  }
}

async function post<T>(windowId: string, channel: Channel, input: unknown, onLost: () => void): Promise<Result<T>> {
  try {
    const { headers, body } = pack({ channel, input });
    const response = await fetch("./api/call", {
      method: "POST",
      headers: { ...headers, "x-window-id": windowId },
      body,
      keepalive: leaving && new Blob([body]).size < KEEPALIVE_LIMIT_BYTES,
    });
    const answer: unknown = await response.json();
    return isResult<T>(answer) ? answer : notReached;
  } catch {
    onLost();
    return notReached;
  }
}

/** A call as it travels: JSON; the bytes of a file travel as they are, with the rest of the call in a header. */
function pack({ channel, input }: { readonly channel: Channel; readonly input: unknown }) {
  if (typeof input === "object" && input !== null && "bytes" in input && input.bytes instanceof Uint8Array) {
    const { bytes, ...rest } = input as { readonly bytes: Uint8Array<ArrayBuffer> };
    const call = encodeURIComponent(JSON.stringify({ channel, input: rest }));
    return { headers: { "content-type": "application/octet-stream", "x-call": call }, body: bytes };
  }
  return { headers: { "content-type": "application/json" }, body: JSON.stringify({ channel, input }) };
}

function isResult<T>(answer: unknown): answer is Result<T> {
  return typeof answer === "object" && answer !== null && "ok" in answer;
}
