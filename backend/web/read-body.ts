import type { IncomingMessage } from "node:http";

/** Room for a picture of 10 MB as base64, and for the longest report many times over. */
export const MAX_BODY_BYTES = 32 * 1024 * 1024;

export type Body = { readonly kind: "json"; readonly value: unknown } | { readonly kind: "too-large" | "malformed" };

/** Reads a JSON body. What lies beyond the limit is let run out unread, so that the sender gets its answer. */
export async function readJsonBody(request: IncomingMessage, maxBytes = MAX_BODY_BYTES): Promise<Body> {
  if (Number(request.headers["content-length"] ?? 0) > maxBytes) {
    request.resume();
    return { kind: "too-large" };
  }
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= maxBytes) chunks.push(chunk);
    else chunks.length = 0;
  }
  if (length > maxBytes) return { kind: "too-large" };
  try {
    return { kind: "json", value: JSON.parse(Buffer.concat(chunks).toString("utf8")) };
  } catch {
    return { kind: "malformed" };
  }
}
