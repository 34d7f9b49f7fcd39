/** What an RTF file consists of (Rich Text Format 1.9.1). Offsets are bytes. */
export type RtfToken =
  | { readonly kind: "open" }
  | { readonly kind: "close" }
  | { readonly kind: "word"; readonly name: string; readonly value: number | null }
  /** `\~`, `\*` and the like. */
  | { readonly kind: "symbol"; readonly sign: string }
  | { readonly kind: "byte"; readonly byte: number }
  | { readonly kind: "text"; readonly start: number; readonly end: number }
  /** Bytes of a picture as they are. */
  | { readonly kind: "binary"; readonly start: number; readonly end: number };

const codes = {
  lineFeed: 10,
  return: 13,
  space: 32,
  quote: 39,
  minus: 45,
  backslash: 92,
  open: 123,
  close: 125,
} as const;
const longestName = 32;
const longestNumber = 10;

const isLetter = (code: number): boolean => (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isSpecial = (code: number): boolean =>
  code === codes.backslash ||
  code === codes.open ||
  code === codes.close ||
  code === codes.lineFeed ||
  code === codes.return;

/** Cuts a file into its tokens. Whatever the bytes are, each is looked at once. */
export function* readTokens(bytes: Uint8Array): Generator<RtfToken, void> {
  let at = 0;
  const code = (place: number): number => bytes[place] ?? 0;

  const readWord = (): RtfToken => {
    const nameStart = at;
    while (isLetter(code(at)) && at - nameStart < longestName) at += 1;
    const name = String.fromCharCode(...bytes.subarray(nameStart, at));
    const numberStart = at;
    if (code(at) === codes.minus && isDigit(code(at + 1))) at += 1;
    while (isDigit(code(at)) && at - numberStart < longestNumber) at += 1;
    const digits = String.fromCharCode(...bytes.subarray(numberStart, at));
    if (code(at) === codes.space) at += 1;
    const value = digits === "" ? null : Number(digits);
    if (name !== "bin") return { kind: "word", name, value };
    const start = at;
    at = Math.min(bytes.length, at + Math.max(0, value ?? 0));
    return { kind: "binary", start, end: at };
  };
  const readControl = (): RtfToken | null => {
    at += 1;
    if (at >= bytes.length) return null;
    if (isLetter(code(at))) return readWord();
    const sign = String.fromCharCode(code(at));
    at += 1;
    if (code(at - 1) !== codes.quote) return { kind: "symbol", sign };
    const byte = Number.parseInt(String.fromCharCode(code(at), code(at + 1)), 16);
    if (Number.isNaN(byte)) return null;
    at += 2;
    return { kind: "byte", byte };
  };

  while (at < bytes.length) {
    const next = code(at);
    if (next === codes.backslash) {
      const token = readControl();
      if (token) yield token;
    } else if (next === codes.open || next === codes.close) {
      at += 1;
      yield { kind: next === codes.open ? "open" : "close" };
    } else if (isSpecial(next)) {
      at += 1;
    } else {
      const start = at;
      while (at < bytes.length && !isSpecial(code(at))) at += 1;
      yield { kind: "text", start, end: at };
    }
  }
}
