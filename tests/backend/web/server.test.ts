import { mkdtempSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { request, type IncomingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Caller } from "../../../core/contract.ts";
import { startWebServer, type WebServer } from "../../../backend/web/server.ts";

const imageId = "a".repeat(64);
const windowId = "0f4a2f6e-8d0b-4a6e-9a53-0c9f4d6f1a11";

type Reply = { readonly status: number; readonly headers: IncomingHttpHeaders; readonly body: string };
type Ask = { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string | Buffer };

let folder: string;
let server: WebServer;
let calls: { channel: string; input: unknown; caller: Caller }[];
let gone: string[];
let logged: unknown[];

/** Plain HTTP: `fetch` would tidy up the paths and headers that these tests are about. */
function ask(path: string, { method = "GET", headers = {}, body }: Ask = {}): Promise<Reply> {
  const { hostname, port } = new URL(server.origin);
  return new Promise((resolve, reject) => {
    const asking = request({ hostname, port, path, method, headers }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (chunk: string) => (text += chunk));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
      response.on("error", reject);
    });
    asking.on("error", reject);
    asking.end(body);
  });
}

async function signIn(): Promise<string> {
  const start = await ask(new URL(server.startUrl()).search.replace(/^/u, "/"));
  return start.headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
}

const callOf = (channel: string): string => JSON.stringify({ channel, input: {} });
const asPage = (cookie: string): Record<string, string> => ({
  cookie,
  origin: server.origin,
  "content-type": "application/json",
  "x-window-id": windowId,
});

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), "nianbao-web-"));
  mkdirSync(join(folder, "window/assets"), { recursive: true });
  writeFileSync(join(folder, "window/index.html"), "<!doctype html><title>年报台</title>");
  writeFileSync(join(folder, "window/assets/index-1a2b.js"), "export {};");
  writeFileSync(join(folder, "secret.json"), '"outside"');
  calls = [];
  gone = [];
  logged = [];
  server = await startWebServer({
    windowFolder: join(folder, "window"),
    dispatch: (channel, input, caller) => {
      calls.push({ channel, input, caller });
      return Promise.resolve({ ok: true, value: { channel } });
    },
    readImage: (id) => Promise.resolve(id === imageId ? { mediaType: "image/png", bytes: Buffer.from("png") } : null),
    onWindowGone: (id) => gone.push(id),
    isInvited: (authorization) => authorization === "Bearer secret",
    log: (place, error) => logged.push([place, error]),
  });
});
afterEach(async () => {
  await server.close();
  expect(logged).toEqual([]);
  rmSync(folder, { recursive: true });
});

describe("the start link", () => {
  it("gives the browser its cookie once and leads to the window", async () => {
    const path = new URL(server.startUrl()).search.replace(/^/u, "/");
    const first = await ask(path);
    // No redirect: it would count as the step of the page that led here, from which no cookie is sent.
    expect(first.status).toBe(200);
    expect(first.headers.location).toBeUndefined();
    expect(first.body).toContain('location.replace("/")');
    expect(first.headers["content-security-policy"]).toMatch(/^default-src 'none'; script-src 'sha256-[^']+';/u);
    expect(first.headers["set-cookie"]?.[0]).toMatch(/^nianbao-\d+=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/u);
    const second = await ask(path);
    expect(second.status).toBe(403);
    expect(second.body).toContain("这个链接已经用过");
    expect(second.headers["set-cookie"]).toBeUndefined();
  });

  it("lets a browser that has its cookie follow its old link again", async () => {
    const path = new URL(server.startUrl()).search.replace(/^/u, "/");
    const cookie = (await ask(path)).headers["set-cookie"]?.[0]?.split(";")[0] ?? "";
    expect((await ask(path, { headers: { cookie } })).status).toBe(200);
  });

  it("refuses a token that was never given", async () => {
    expect((await ask("/?token=abc")).status).toBe(403);
    expect((await ask("/?token=")).status).toBe(403);
  });

  it("is given to a second start that knows the secret, and to nobody else", async () => {
    const join = (authorization?: string) =>
      ask("/api/join", { method: "POST", headers: authorization === undefined ? {} : { authorization } });
    expect((await join()).status).toBe(403);
    expect((await join("Bearer wrong")).status).toBe(403);
    const invited = await join("Bearer secret");
    expect(invited.status).toBe(200);
    expect((await ask(new URL(invited.body).search.replace(/^/u, "/"))).status).toBe(200);
  });
});

describe("every request", () => {
  it.each(["/", "/assets/index-1a2b.js", `/images/${imageId}`, `/api/events?window=${windowId}`])(
    "needs the cookie: %s",
    async (path) => {
      expect((await ask(path)).status).toBe(403);
      expect((await ask(path, { headers: { cookie: `nianbao-1=${"x".repeat(43)}` } })).status).toBe(403);
    },
  );

  it("must name this server as its host, even with the cookie", async () => {
    const cookie = await signIn();
    const { port } = new URL(server.origin);
    for (const host of [`evil.example:${port}`, `localhost:${port}`, "127.0.0.1", `127.0.0.1.evil.example:${port}`]) {
      expect((await ask("/", { headers: { cookie, host } })).status).toBe(403);
    }
    const startPath = new URL(server.startUrl()).search.replace(/^/u, "/");
    expect((await ask(startPath, { headers: { host: `evil.example:${port}` } })).status).toBe(403);
  });

  it("must come from the window's own pages", async () => {
    const cookie = await signIn();
    for (const origin of [
      "http://evil.example",
      "null",
      server.origin.replace("http", "https"),
      "http://127.0.0.1:1",
    ]) {
      const headers = { ...asPage(cookie), origin };
      expect((await ask("/api/call", { method: "POST", headers, body: callOf("library.list") })).status).toBe(403);
      expect((await ask("/", { headers: { cookie, origin } })).status).toBe(403);
    }
    const { origin: _, ...withoutOrigin } = asPage(cookie);
    expect((await ask("/api/call", { method: "POST", headers: withoutOrigin, body: "{}" })).status).toBe(403);
    expect((await ask("/", { headers: { cookie, "sec-fetch-site": "cross-site" } })).status).toBe(403);
    expect((await ask("/", { headers: { cookie, "sec-fetch-site": "same-site" } })).status).toBe(403);
    expect((await ask("/", { headers: { cookie, "sec-fetch-site": "none" } })).status).toBe(200);
    expect(calls).toEqual([]);
  });

  it("is answered with the security headers and without CORS, refusals too", async () => {
    const cookie = await signIn();
    for (const reply of [await ask("/", { headers: { cookie } }), await ask("/"), await ask("/nothing")]) {
      expect(reply.headers["content-security-policy"]).toContain("default-src 'none'");
      expect(reply.headers["content-security-policy"]).not.toContain("unsafe");
      expect(reply.headers["x-content-type-options"]).toBe("nosniff");
      expect(reply.headers["cross-origin-resource-policy"]).toBe("same-origin");
      expect(reply.headers["access-control-allow-origin"]).toBeUndefined();
    }
    const preflight = await ask("/api/call", { method: "OPTIONS", headers: { origin: "http://evil.example" } });
    expect(preflight.status).toBe(403);
  });
});

describe("files", () => {
  it("have their media types", async () => {
    const cookie = await signIn();
    const page = await ask("/", { headers: { cookie } });
    expect(page.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(page.body).toContain("年报台");
    const script = await ask("/assets/index-1a2b.js", { headers: { cookie } });
    expect(script.headers["content-type"]).toBe("text/javascript; charset=utf-8");
    expect(script.headers["cache-control"]).toContain("immutable");
    const image = await ask(`/images/${imageId}`, { headers: { cookie } });
    expect([image.status, image.headers["content-type"], image.body]).toEqual([200, "image/png", "png"]);
    expect((await ask("/", { method: "HEAD", headers: { cookie } })).body).toBe("");
  });

  it.each([
    "/../secret.json",
    "/..%2fsecret.json",
    "/%2e%2e/secret.json",
    "/assets/../../secret.json",
    "/assets/..%5c..%5csecret.json",
    "/..\\secret.json",
    "/%00/secret.json",
    "/%E0%A4%A",
    "//etc/passwd",
    "/C:/secret.json",
    `/images/..%2f..%2fsecret.json`,
    `/images/${"b".repeat(64)}`,
    "/assets",
    "/missing.js",
  ])("outside the window, or missing, are not found: %s", async (path) => {
    const reply = await ask(path, { headers: { cookie: await signIn() } });
    expect(reply.status).toBe(404);
    expect(reply.body).not.toContain("outside");
  });
});

describe("calls", () => {
  const post = async (body: string | Buffer, change: Record<string, string> = {}) =>
    ask("/api/call", { method: "POST", headers: { ...asPage(await signIn()), ...change }, body });

  it("reach the dispatcher with their window", async () => {
    const reply = await post(JSON.stringify({ channel: "report.close", input: { id: "1" } }));
    expect(reply.status).toBe(200);
    expect(JSON.parse(reply.body)).toEqual({ ok: true, value: { channel: "report.close" } });
    expect(calls).toEqual([{ channel: "report.close", input: { id: "1" }, caller: { windowId } }]);
  });

  it.each([
    ["no JSON", "{"],
    ["no object", "null"],
    ["no channel", "{}"],
    ["no window id", callOf("library.list"), { "x-window-id": "" }],
    ["a window id that is none", callOf("library.list"), { "x-window-id": "../../etc" }],
  ] as [string, string, Record<string, string>?][])(
    "are refused as a failure in Chinese: %s",
    async (_, body, change = {}) => {
      const reply = await post(body, change);
      expect(reply.status).toBe(400);
      expect(JSON.parse(reply.body)).toMatchObject({ ok: false, error: { code: "bad-request" } });
      expect(calls).toEqual([]);
    },
  );

  it.each([
    ["JSON", {}, "report-too-large"],
    ["of a file", { "content-type": "application/octet-stream" }, "file-too-large"],
  ] as [string, Record<string, string>, string][])(
    "beyond the size limit are told so, announced or not: %s",
    async (_, headers, code) => {
      const limitMb = 100;
      const huge = Buffer.alloc(limitMb * 1024 * 1024 + 1, 0x20);
      const announced = await post(huge, { ...headers, "content-length": String(huge.length) });
      const chunked = await post(huge, { ...headers, "transfer-encoding": "chunked" });
      for (const reply of [announced, chunked]) {
        expect(reply.status).toBe(413);
        expect(JSON.parse(reply.body)).toMatchObject({ ok: false, error: { code } });
        expect(reply.body).toContain(`${limitMb} MB`);
      }
      expect(calls).toEqual([]);
    },
  );

  it("with the bytes of a file reach the dispatcher whole", async () => {
    const call = encodeURIComponent(
      JSON.stringify({ channel: "library.importFile", input: { fileName: "去年.docx", year: null } }),
    );
    const bytes = Buffer.from([0, 1, 2, 0xff, 0x80]);
    const reply = await post(bytes, { "content-type": "application/octet-stream", "x-call": call });
    expect(reply.status).toBe(200);
    const input = { fileName: "去年.docx", year: null, bytes };
    expect(calls).toEqual([{ channel: "library.importFile", input, caller: { windowId } }]);
  });

  it.each([
    ["no call", {}],
    ["a call that is no JSON", { "x-call": "%7B" }],
    ["a call that cannot be decoded", { "x-call": "%E4%B8" }],
    ["a call without an object", { "x-call": encodeURIComponent('{"channel":"library.importFile","input":3}') }],
  ] as [string, Record<string, string>][])("with bytes and %s are refused", async (_, headers) => {
    const reply = await post("x", { "content-type": "application/octet-stream", ...headers });
    expect(reply.status).toBe(400);
    expect(calls).toEqual([]);
  });

  it("by GET, or to other addresses by POST, are refused", async () => {
    const cookie = await signIn();
    expect((await ask("/api/call", { headers: { cookie } })).status).toBe(404);
    expect((await ask("/", { method: "POST", headers: asPage(cookie) })).status).toBe(405);
    expect((await ask("/", { method: "DELETE", headers: asPage(cookie) })).status).toBe(405);
  });
});

describe("events", () => {
  const listen = async (id: string) => {
    const control = new AbortController();
    const headers = { cookie: await signIn() };
    const stream = await fetch(`${server.origin}/api/events?window=${id}`, { headers, signal: control.signal });
    const reader = stream.body?.pipeThrough(new TextDecoderStream()).getReader();
    return {
      read: async (): Promise<string> => (await reader?.read())?.value ?? "",
      leave: () => control.abort(),
      stream,
    };
  };

  it("reach all windows, or the one they are meant for", async () => {
    const [first, second] = [await listen(windowId), await listen("second-window")];
    expect(first.stream.headers.get("content-type")).toContain("text/event-stream");
    await first.read();
    await second.read();
    expect(server.openWindows()).toBe(2);
    server.emit("library.changed", {});
    expect(await first.read()).toBe("event: library.changed\ndata: {}\n\n");
    server.emit("report.accessChanged", { id: "1", access: "write" }, "second-window");
    server.emit("app.closing", {}, windowId);
    expect(await second.read()).toContain("library.changed");
    expect(await second.read()).toContain("report.accessChanged");
    expect(await first.read()).toBe("event: app.closing\ndata: {}\n\n");
  });

  it("that end tell that the window is gone, after its last call could arrive", async () => {
    const page = await listen(windowId);
    await page.read();
    page.leave();
    await expect.poll(() => server.openWindows()).toBe(0);
    expect(gone).toEqual([]);
    await expect.poll(() => gone, { timeout: 5000 }).toEqual([windowId]);
  });

  it("need a window id", async () => {
    const headers = { cookie: await signIn() };
    expect((await ask("/api/events", { headers })).status).toBe(400);
  });

  it("end with the server, and their windows with them", async () => {
    const page = await listen(windowId);
    await page.read();
    await server.close();
    expect(gone).toEqual([windowId]);
    expect(await page.read().catch(() => "")).toBe("");
  });
});
