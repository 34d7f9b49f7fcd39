import type { IncomingMessage } from "node:http";
import { MAX_FILE_MB } from "../../core/import/largest-file.ts";

const BYTES_PER_MB = 1024 * 1024;
/** Room for every report whose file could be read again: what is refused here would be no smaller in its file. */
const MAX_JSON_MB = MAX_FILE_MB;

/** What a request asks for, or why it cannot be answered. */
export type Body =
  | { readonly kind: "call"; readonly channel: string; readonly input: unknown }
  | { readonly kind: "too-large"; readonly limitMb: number; readonly isFile: boolean }
  | { readonly kind: "malformed" };

/** The whole body. What lies beyond the limit is let run out unread, so that the sender gets its answer. */
async function readBytes(request: IncomingMessage, limitMb: number): Promise<Buffer | null> {
  const maxBytes = limitMb * BYTES_PER_MB;
  if (Number(request.headers["content-length"] ?? 0) > maxBytes) {
    request.resume();
    return null;
  }
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length;
    if (length <= maxBytes) chunks.push(chunk);
    else chunks.length = 0;
  }
  return length > maxBytes ? null : Buffer.concat(chunks);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null;

function parseCall(text: string): Extract<Body, { kind: "call" }> | null {
  try {
    const call: unknown = JSON.parse(text);
    if (!isObject(call) || typeof call["channel"] !== "string") return null;
    return { kind: "call", channel: call["channel"], input: call["input"] ?? {} };
  } catch {
    return null;
  }
}

/** A file that travels as it is; the rest of its call stands in a header, percent-encoded. */
function withBytes(header: string | readonly string[] | undefined, bytes: Buffer): Body {
  try {
    const call = typeof header === "string" ? parseCall(decodeURIComponent(header)) : null;
    if (call === null || !isObject(call.input)) return { kind: "malformed" };
    return { ...call, input: { ...call.input, bytes } };
  } catch {
    return { kind: "malformed" };
  }
}

/** Reads a call: JSON, or the bytes of a file. */
export async function readCall(request: IncomingMessage): Promise<Body> {
  const isFile = request.headers["content-type"] === "application/octet-stream";
  const limitMb = isFile ? MAX_FILE_MB : MAX_JSON_MB;
  const bytes = await readBytes(request, limitMb);
  if (bytes === null) return { kind: "too-large", limitMb, isFile };
  if (isFile) return withBytes(request.headers["x-call"], bytes);
  return parseCall(bytes.toString("utf8")) ?? { kind: "malformed" };
}
