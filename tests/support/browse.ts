type Answer<T> = { ok: true; value: T } | { ok: false; error: { code: string; message: string } };

/** A browser in small: follows the start link, keeps the cookie, calls and listens as the window does. */
export async function browse(startUrl: string) {
  const { origin } = new URL(startUrl);
  const first = await fetch(startUrl, { redirect: "manual" });
  const cookie = first.headers.get("set-cookie")?.split(";")[0] ?? "";
  const windowId = crypto.randomUUID();
  const control = new AbortController();
  const events = await fetch(`${origin}/api/events?window=${windowId}`, {
    headers: { cookie },
    signal: control.signal,
  });
  const reader = events.body?.pipeThrough(new TextDecoderStream()).getReader();
  const answer = async <T>(channel: string, input: unknown = {}): Promise<Answer<T>> => {
    const headers = { cookie, origin, "x-window-id": windowId, "content-type": "application/json" };
    const body = JSON.stringify({ channel, input });
    const response = await fetch(`${origin}/api/call`, { method: "POST", headers, body });
    return (await response.json()) as Answer<T>;
  };
  return {
    answer,
    cookie,
    call: async <T>(channel: string, input: unknown = {}): Promise<T> => {
      const result = await answer<T>(channel, input);
      if (!result.ok) throw new Error(result.error.code);
      return result.value;
    },
    /** Waits for an event of this name. */
    heard: async (name: string): Promise<string> => {
      for (;;) {
        const { value, done } = (await reader?.read()) ?? { value: undefined, done: true };
        if (value?.includes(`event: ${name}\n`) === true) return value;
        if (done) throw new Error(`No ${name}`);
      }
    },
    leave: () => control.abort(),
  };
}
