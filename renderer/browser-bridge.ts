import { type Channel, type EventName } from "../core/channels.ts";
import { type EventPayload, type ShellBridge } from "../core/contract.ts";
import { type Failure, type Result } from "../core/result.ts";

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

let leaving = false;

/**
 * The shell of browser mode: calls are POSTed to the server that the page came from, events come back as
 * server-sent events. A page that is being closed sends its last call so that it outlives the page.
 */
export function createBrowserBridge(): ShellBridge {
  const windowId = crypto.randomUUID();
  const events = new EventSource(`./api/events?window=${windowId}`);
  window.addEventListener("pagehide", () => {
    leaving = true;
  });
  window.addEventListener("pageshow", () => {
    leaving = false;
  });
  return {
    invoke: (channel, input) => post(windowId, channel, input),
    on: (event, listener) => subscribe(events, event, listener),
  };
}

async function post<T>(windowId: string, channel: Channel, input: unknown): Promise<Result<T>> {
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

function subscribe<E extends EventName>(
  events: EventSource,
  event: E,
  listener: (payload: EventPayload<E>) => void,
): () => void {
  const receive = (message: MessageEvent<string>): void => listener(JSON.parse(message.data) as EventPayload<E>);
  events.addEventListener(event, receive);
  return () => events.removeEventListener(event, receive);
}
