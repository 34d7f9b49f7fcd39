/**
 * Stands in for the Brotli of fontkit, three quarters of a megabyte that only faces of web pages (WOFF2) ask for. Faces of
 * computers are no such files; one that claims to be passes for damaged.
 */
export default function decompress() {
  throw new Error("A face in WOFF2 is not read");
}
