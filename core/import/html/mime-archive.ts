export type ArchivedPage = { readonly bytes: Uint8Array; readonly charset: string };

/** A page with its pictures in one file, as browsers and Word save it (MHTML, RFC 2557). */
export type MimeArchive = {
  readonly page: ArchivedPage;
  /** Pages beside the first, as frames show them, and headers and footers of Word. */
  readonly others: readonly ArchivedPage[];
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

/** What stands between lines of the boundary; a longer line that only begins like one is none. */
function partedBy(body: string, boundary: string): readonly string[] {
  const mark = `--${boundary}`;
  const parts: string[] = [];
  let start = -1;
  for (let at = body.indexOf(mark); at >= 0; at = body.indexOf(mark, at + mark.length)) {
    const before = at === 0 || body.charAt(at - 1) === "\n";
    const [line = ""] = /^.{0,80}/u.exec(body.slice(at + mark.length, at + mark.length + 80)) ?? [];
    if (!before || !/^(?:--)?\s*$/u.test(line)) continue;
    if (start >= 0) parts.push(body.slice(start, at));
    start = line.startsWith("--") ? -1 : at + mark.length;
    if (parts.length >= mostParts) return parts;
  }
  // the last mark may be cut off
  return start >= 0 ? [...parts, body.slice(start)] : parts;
}

function partsOf(text: string, depth = 0): readonly Part[] {
  const part = splitPart(text.replace(/^\s+/u, ""));
  const type = header(part.headers, "Content-Type");
  const boundary = parameter(type, "boundary");
  if (!/^multipart\//iu.test(type) || boundary === "" || depth > deepest) return [part];
  return partedBy(part.body, boundary).flatMap((inner) => partsOf(inner, depth + 1));
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
      .replaceAll(/=[ \t]{0,80}\r?\n/gu, "")
      .replaceAll(/=([0-9a-f]{2})/giu, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
  );

function bytesOfPart({ headers, body }: Part): Uint8Array {
  const encoding = header(headers, "Content-Transfer-Encoding").toLowerCase();
  if (encoding === "base64") return fromBase64(body);
  return encoding === "quoted-printable" ? fromQuotedPrintable(body) : fromLatin(body);
}

const isPage = /^(?:text\/html|application\/xhtml\+xml)/iu;
const pageOf = (part: Part): ArchivedPage => ({
  bytes: bytesOfPart(part),
  charset: parameter(header(part.headers, "Content-Type"), "charset"),
});

/**
 * Opens an archive. Nothing outside of it is fetched.
 * @param text the file, a character a byte
 * @returns null where it holds no page
 */
export function openMimeArchive(text: string): MimeArchive | null {
  const parts = partsOf(text);
  const [page, ...others] = parts.filter(({ headers }) => isPage.test(header(headers, "Content-Type")));
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
    page: pageOf(page),
    others: others.map(pageOf),
    bytesOf: (url) => {
      const part = files.get(url) ?? files.get(`${base}${url}`);
      return part === undefined ? null : bytesOfPart(part);
    },
  };
}
