const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Bytes as base64 (RFC 4648). Core has neither Node's Buffer nor the browser's btoa. */
export function encodeBase64(bytes: Uint8Array): string {
  const parts: string[] = [];
  for (let index = 0; index < bytes.length; index += 3) {
    const first = bytes[index] ?? 0;
    const second = bytes[index + 1];
    const third = bytes[index + 2];
    const group = (first << 16) | ((second ?? 0) << 8) | (third ?? 0);
    const letter = (shift: number): string => alphabet.charAt((group >> shift) & 63);
    parts.push(
      letter(18) + letter(12) + (second === undefined ? "=" : letter(6)) + (third === undefined ? "=" : letter(0)),
    );
  }
  return parts.join("");
}
