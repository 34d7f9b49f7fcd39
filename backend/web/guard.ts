import { createHash, randomBytes, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

/**
 * Who may talk to the server. It listens on this computer only, but so do web pages in the user's browser and
 * programs of other users: a request must carry the cookie that only a start link gives, name this server as its
 * host (against DNS rebinding) and come from this server's own pages (against cross-site requests).
 */
export type Guard = {
  /** A token for one start link. It works once. */
  issueToken(): string;
  /** Spends a token. Returns the `Set-Cookie` value, or null when the token is unknown or used. */
  redeemToken(token: string): string | null;
  /** Why a request is refused, or null when it may pass. */
  refuse(request: IncomingMessage): Refusal | null;
  /** SHA-256 of the cookies that were given, as hex. */
  readonly digests: () => readonly string[];
  /** For the start link, which has no cookie yet and may be followed from anywhere: its token is the proof. */
  refuseHost(request: IncomingMessage): Refusal | null;
};
export type Refusal = "wrong-host" | "wrong-origin" | "no-session";

const SECRET_BYTES = 32;
const newSecret = (): string => randomBytes(SECRET_BYTES).toString("base64url");
const digest = (secret: string): Buffer => createHash("sha256").update(secret).digest();
/** Comparing digests takes the same time wherever the first difference is. */
const isAmong = (secret: string, digests: readonly Buffer[]): boolean =>
  digests.filter((known) => timingSafeEqual(known, digest(secret))).length > 0;

function readCookie(request: IncomingMessage, name: string): string {
  const pairs = (request.headers.cookie ?? "").split(/;\s*/u);
  return pairs.find((pair) => pair.startsWith(`${name}=`))?.slice(name.length + 1) ?? "";
}

/** Reading a page does not send an Origin; browsers then say with Sec-Fetch-Site where the request comes from. */
function isForeign(request: IncomingMessage, origin: string): boolean {
  const given = request.headers.origin;
  if (given !== undefined) return given !== origin;
  if (request.method !== "GET" && request.method !== "HEAD") return true;
  const site = request.headers["sec-fetch-site"];
  return site !== undefined && site !== "same-origin" && site !== "none";
}

/**
 * @param port the port the server listens on
 * @param known digests of cookies that were given for this port before
 */
export function createGuard(port: number, known: readonly string[] = []): Guard {
  const host = `127.0.0.1:${port}`;
  const origin = `http://${host}`;
  // Browsers keep cookies by host, not by port: the name tells two servers on one computer apart.
  const cookieName = `nianbao-${port}`;
  const tokens = new Set<string>();
  const sessions: Buffer[] = known.map((hex) => Buffer.from(hex, "hex"));

  const refuseHost = (request: IncomingMessage): Refusal | null =>
    request.headers.host === host ? null : "wrong-host";
  const refuseForeign = (request: IncomingMessage): Refusal | null =>
    isForeign(request, origin) ? "wrong-origin" : null;
  const refuseStranger = (request: IncomingMessage): Refusal | null =>
    isAmong(readCookie(request, cookieName), sessions) ? null : "no-session";
  return {
    issueToken: () => {
      const token = newSecret();
      tokens.add(token);
      return token;
    },
    redeemToken: (token) => {
      if (!tokens.delete(token)) return null;
      const secret = newSecret();
      sessions.push(digest(secret));
      return `${cookieName}=${secret}; Path=/; HttpOnly; SameSite=Strict`;
    },
    refuse: (request) => refuseHost(request) ?? refuseForeign(request) ?? refuseStranger(request),
    digests: () => sessions.map((session) => session.toString("hex")),
    refuseHost,
  };
}
