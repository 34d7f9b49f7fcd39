import { readFile, stat } from "node:fs/promises";
import { extname, join, sep } from "node:path";

const mediaTypes: Readonly<Record<string, string>> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".ttf": "font/ttf",
  ".txt": "text/plain; charset=utf-8",
  ".wasm": "application/wasm",
  ".bcmap": "application/octet-stream",
  ".pfb": "application/octet-stream",
  ".woff2": "font/woff2",
};

/** Names that carry a hash of their content never change what they hold. */
const isNamedByContent = (path: string): boolean => path.startsWith("/assets/");

export type StaticFile = { readonly bytes: Buffer; readonly mediaType: string; readonly cacheControl: string };

/** The file of `folder` that a URL path names, or null when the path is malformed or leaves the folder. */
function resolveInside(folder: string, urlPath: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  const parts = path.split("/").filter((part) => part !== "");
  const isSafe = parts.every((part) => part !== "." && part !== ".." && !/[\\:\0]/u.test(part));
  const file = join(folder, ...parts);
  return isSafe && file.startsWith(folder + sep) ? file : null;
}

/** Whole faces lie beside the window, where the PDF takes them from. */
const isFace = (path: string): boolean => path.startsWith("/faces/");

/**
 * Reads a file of the built window, or a face of `faces` beside it. Null: no such file, no known type, or a path outside
 * the folder.
 */
export async function readStaticFile(folder: string, urlPath: string): Promise<StaticFile | null> {
  const path = urlPath === "/" ? "/index.html" : urlPath;
  const file = isFace(path)
    ? resolveInside(join(folder, "../faces"), path.slice("/faces".length))
    : resolveInside(folder, path);
  const mediaType = mediaTypes[extname(path).toLowerCase()];
  if (file === null || mediaType === undefined) return null;
  try {
    if (!(await stat(file)).isFile()) return null;
    const cacheControl = isNamedByContent(path) ? "private, max-age=31536000, immutable" : "no-cache";
    return { bytes: await readFile(file), mediaType, cacheControl };
  } catch {
    return null;
  }
}
