/** A page with its pictures in one file, as browsers and Word save it (MHTML, RFC 2557). */
export type MimeArchive = {
  readonly page: { readonly bytes: Uint8Array; readonly charset: string };
  /** A file of the archive by the address that the page uses; null for any other. */
  readonly bytesOf: (url: string) => Uint8Array | null;
};

type Part = { readonly headers: string; readonly body: string };

const deepest = 3;
const mostParts = 2000;

/** Header lines as one string, with folded lines joined. */
function splitPart(part: string): Part {
  const end = /\r?\n\r?\n/u.exec(part);
  if (end === null) return { headers: part, body: "" };
  return {
    headers: part.slice(0, end.index).replaceAll(/\r?\n[ \t]+/gu, " "),
    body: part.slice(end.index + end[0].length),
  };
}

const header = (headers: string, name: string): string =>
  new RegExp(`^${name}:[ \\t]*(.*)$`, "imu").exec(headers)?.[1]?.trim() ?? "";
const parameter = (value: string, name: string): string => {
  const [, quoted, plain] = new RegExp(`${name}=(?:"([^"]*)"|([^;\\s]+))`, "iu").exec(value) ?? [];
  return quoted ?? plain ?? "";
};

function partsOf(text: string, depth = 0): readonly Part[] {
  const part = splitPart(text.replace(/^\s+/u, ""));
  const type = header(part.headers, "Content-Type");
  const boundary = parameter(type, "boundary");
  if (!/^multipart\//iu.test(type) || boundary === "" || depth > deepest) return [part];
  return part.body
    .split(`--${boundary}`)
    .slice(1, mostParts)
    .filter((inner) => !inner.startsWith("--"))
    .flatMap((inner) => partsOf(inner, depth + 1));
}

const base64Signs = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

function fromBase64(text: string): Uint8Array {
  const bytes = new Uint8Array(Math.floor((text.length * 3) / 4) + 3);
  let length = 0;
  let bits = 0;
  let count = 0;
  for (const sign of text) {
    const value = base64Signs.indexOf(sign);
    if (value < 0) continue;
    bits = ((bits << 6) | value) & 0xffffff;
    count += 6;
    if (count < 8) continue;
    count -= 8;
    bytes[length] = (bits >> count) & 0xff;
    length += 1;
  }
  return bytes.subarray(0, length);
}

const fromLatin = (text: string): Uint8Array => Uint8Array.from(text, (sign) => sign.charCodeAt(0) & 0xff);

const fromQuotedPrintable = (text: string): Uint8Array =>
  fromLatin(
    text
      .replaceAll(/[ \t]*=\r?\n/gu, "")
      .replaceAll(/=([0-9a-f]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  );

function bytesOfPart({ headers, body }: Part): Uint8Array {
  const encoding = header(headers, "Content-Transfer-Encoding").toLowerCase();
  if (encoding === "base64") return fromBase64(body);
  return encoding === "quoted-printable" ? fromQuotedPrintable(body) : fromLatin(body);
}

/**
 * Opens an archive. Nothing outside of it is fetched.
 * @param text the file, a character a byte
 * @returns null where it holds no page
 */
export function openMimeArchive(text: string): MimeArchive | null {
  const parts = partsOf(text);
  const page = parts.find(({ headers }) => /^text\/html/iu.test(header(headers, "Content-Type")));
  if (page === undefined) return null;
  const files = new Map<string, Part>();
  const base = header(page.headers, "Content-Location").replace(/[^/]*$/u, "");
  for (const part of parts) {
    const place = header(part.headers, "Content-Location");
    const id = header(part.headers, "Content-ID").replaceAll(/[<>]/gu, "");
    if (place !== "") files.set(place, part);
    if (id !== "") files.set(`cid:${id}`, part);
  }
  return {
    page: { bytes: bytesOfPart(page), charset: parameter(header(page.headers, "Content-Type"), "charset") },
    bytesOf: (url) => {
      const part = files.get(url) ?? files.get(`${base}${url}`);
      return part === undefined ? null : bytesOfPart(part);
    },
  };
}
