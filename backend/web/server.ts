import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Caller } from "../../core/contract.ts";
import { type Failure, type Result } from "../../core/result.ts";
import { describeError } from "../../core/error-wording.ts";
import type { Emit } from "../emit.ts";
import type { Log } from "../log.ts";
import { JOIN_PATH } from "./instance.ts";
import { createGuard, type Guard, type Refusal } from "./guard.ts";
import { readCall } from "./read-body.ts";
import { answer, answerJson, answerNotice, securityHeaders } from "./responses.ts";
import type { Sessions } from "./sessions.ts";
import { arrivalPage } from "./start-page.ts";
import { readStaticFile } from "./static-files.ts";
import { createWindows, parseWindowId, type Windows } from "./windows.ts";

type StoredImage = { readonly mediaType: string; readonly bytes: Uint8Array };

export type WebServerOptions = {
  readonly dispatch: (channel: string, input: unknown, caller: Caller) => Promise<Result<unknown>>;
  /** The built window. */
  readonly windowFolder: string;
  /** A picture of the library by its SHA-256, or null. */
  readonly readImage: (imageId: string) => Promise<StoredImage | null>;
  readonly onWindowGone: (windowId: string) => void;
  /** Whether this authorization shows the secret by which a second start may ask for a link. */
  readonly isInvited: (authorization: string | undefined) => boolean;
  /** Where the server before this one listened, and whom it knew. */
  readonly sessions?: Sessions | null;
  /** Somebody new has come in. */
  readonly onSession?: (sessions: Sessions) => void;
  readonly log: Log;
};

export type WebServer = {
  readonly origin: string;
  /** A link that opens the window, once. */
  startUrl(): string;
  readonly emit: Emit;
  openWindows(): number;
  close(): Promise<void>;
};

type Exchange = { readonly request: IncomingMessage; readonly response: ServerResponse; readonly url: URL };

const failure = (code: Failure["error"]["code"], details: Readonly<Record<string, string | number>> = {}): Failure => ({
  ok: false,
  error: { code, message: describeError(code, details) },
});

async function answerCall({ request, response }: Exchange, { dispatch }: WebServerOptions, windows: Windows) {
  const windowId = parseWindowId(request.headers["x-window-id"]);
  const body = await readCall(request);
  if (body.kind === "too-large") {
    // a call without a file brings the text of a window: nothing else is as large
    const refusal = body.isFile
      ? failure("file-too-large", { limitMb: body.limitMb })
      : failure("report-too-large", { reason: `超过 ${body.limitMb} MB` });
    answerJson(response, 413, refusal);
    return;
  }
  if (windowId === null || body.kind === "malformed") {
    answerJson(response, 400, failure("bad-request"));
    return;
  }
  windows.touch(windowId);
  answerJson(response, 200, await dispatch(body.channel, body.input, { windowId }));
}

function answerEvents({ response, url }: Exchange, windows: Windows): void {
  const windowId = parseWindowId(url.searchParams.get("window"));
  if (windowId === null) answerJson(response, 400, failure("bad-request"));
  else windows.connect(windowId, response);
}

async function answerImage({ response, url }: Exchange, { readImage }: WebServerOptions): Promise<void> {
  const imageId = /^\/images\/([0-9a-f]{64})$/u.exec(url.pathname)?.[1];
  const image = imageId === undefined ? null : await readImage(imageId);
  if (image === null) answerNotice(response, "notFound");
  else answer(response, { status: 200, mediaType: image.mediaType, body: image.bytes, cacheControl: "no-cache" });
}

async function answerFile({ response, url }: Exchange, { windowFolder }: WebServerOptions): Promise<void> {
  const file = await readStaticFile(windowFolder, url.pathname);
  if (file === null) answerNotice(response, "notFound");
  else answer(response, { status: 200, body: file.bytes, ...file });
}

/** Trades the token of a start link for the session's cookie and takes it out of the address bar. */
function answerStart({ request, response }: Exchange, guard: Guard, token: string, onSession: () => void): void {
  const cookie = guard.redeemToken(token);
  if (cookie === null && guard.refuse(request) !== null) {
    answerNotice(response, "noSession");
    return;
  }
  if (cookie !== null) onSession();
  // A used link in a browser that already has its session is a bookmark or a reload: let it through.
  response.writeHead(200, {
    ...securityHeaders,
    "content-security-policy": `${arrivalPage.policy}; frame-ancestors 'none'`,
    "content-type": "text/html; charset=utf-8",
    "content-length": Buffer.byteLength(arrivalPage.html),
    "cache-control": "no-store",
    ...(cookie === null ? {} : { "set-cookie": cookie }),
  });
  response.end(arrivalPage.html);
}

/** A second start of the program, by the same user: it gets a link for a further window. */
function answerJoin({ request, response }: Exchange, { isInvited }: WebServerOptions, startUrl: () => string): void {
  request.resume();
  if (!isInvited(request.headers.authorization)) answerNotice(response, "refused");
  else answer(response, { status: 200, mediaType: "text/plain; charset=utf-8", body: startUrl() });
}

function answerRefusal({ request, response }: Exchange, refusal: Refusal): void {
  request.resume();
  answerNotice(response, refusal === "no-session" ? "noSession" : "refused");
}

/** False: the port is taken, or not for us. */
async function listen(server: Server, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const refuse = (): void => resolve(false);
    server.once("error", refuse);
    server.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      server.off("error", refuse);
      resolve(true);
    });
  });
}

async function listenAnywhere(server: Server): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(0, "127.0.0.1", resolve);
  });
}

/** Serves the window on 127.0.0.1, where it was served before or at a free port. Rejects when no port can be opened. */
export async function startWebServer(options: WebServerOptions): Promise<WebServer> {
  const windows = createWindows(options.onWindowGone);

  const route = async (exchange: Exchange, guard: Guard): Promise<void> => {
    const { request, response, url } = exchange;
    const token = url.pathname === "/" && request.method === "GET" ? url.searchParams.get("token") : null;
    const isJoining = url.pathname === JOIN_PATH && request.method === "POST";
    const refusal = token === null && !isJoining ? guard.refuse(request) : guard.refuseHost(request);
    if (refusal !== null) answerRefusal(exchange, refusal);
    else if (isJoining) answerJoin(exchange, options, () => startUrl(guard));
    else if (token !== null) answerStart(exchange, guard, token, () => tellSession(guard));
    else if (url.pathname === "/api/call" && request.method === "POST") await answerCall(exchange, options, windows);
    else if (request.method !== "GET" && request.method !== "HEAD") answerNotice(response, "notAllowed");
    else if (url.pathname === "/api/events") answerEvents(exchange, windows);
    else if (url.pathname.startsWith("/images/")) await answerImage(exchange, options);
    else await answerFile(exchange, options);
  };

  const server = createServer();
  const startUrl = (guard: Guard): string => `${origin}/?token=${guard.issueToken()}`;
  const { sessions = null } = options;
  const isOldPort = sessions !== null && (await listen(server, sessions.port));
  if (!isOldPort) await listenAnywhere(server);
  const { port } = server.address() as AddressInfo;
  const origin = `http://127.0.0.1:${port}`;
  // A program that took the port meanwhile has been sent the cookies of the old windows: they hold no more.
  const guard = createGuard(port, isOldPort ? sessions.digests : []);
  const tellSession = ({ digests }: Guard): void => options.onSession?.({ port, digests: [...digests()] });
  server.on("request", (request: IncomingMessage, response: ServerResponse) => {
    const address = request.url ?? "";
    if (!URL.canParse(address, origin)) {
      answerNotice(response, "notFound");
      return;
    }
    const url = new URL(address, origin);
    route({ request, response, url }, guard).catch((error: unknown) => {
      options.log("web request", error);
      if (response.headersSent) response.destroy();
      else answerJson(response, 500, failure("internal"));
    });
  });
  return {
    origin,
    startUrl: () => startUrl(guard),
    emit: windows.emit,
    openWindows: () => windows.count(),
    close: async () => {
      windows.close();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
