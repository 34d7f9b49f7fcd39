import { protocol } from "electron";
import { contentSecurityPolicy } from "../core/content-security-policy.ts";
import { readStaticFile } from "../backend/web/static-files.ts";

const SCHEME = "app";
/** Every address of the window begins so. */
export const deskPrefix = `${SCHEME}://desk/`;

export type ServedImage = { readonly mediaType: string; readonly bytes: Uint8Array };

/** Must run before the app is ready. The scheme behaves like https: an origin, fetch, `'self'` in a policy. */
export function registerAppScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme: SCHEME, privileges: { standard: true, secure: true, supportFetchAPI: true, stream: true } },
  ]);
}

/** An answer with the headers that every answer of ours carries. */
function answer(status: number, mediaType: string, body: string | Uint8Array, policy: string): Response {
  const headers = {
    "content-type": mediaType,
    "content-security-policy": policy,
    "x-content-type-options": "nosniff",
    "referrer-policy": "no-referrer",
  };
  return new Response(typeof body === "string" ? body : Uint8Array.from(body), { status, headers });
}

const refusal = (status: number): Response => answer(status, "text/plain; charset=utf-8", "", "default-src 'none'");

const answerImage = (image: ServedImage | null | undefined, policy: string): Response =>
  image ? answer(200, image.mediaType, image.bytes, policy) : refusal(404);

/** A file of `folder`, read through Node, which sees into the program's archive; paths out of it name nothing. */
async function answerFile(folder: string, pathname: string, policy: string): Promise<Response> {
  const file = await readStaticFile(folder, pathname);
  return file === null ? refusal(404) : answer(200, file.mediaType, file.bytes, policy);
}

export type AppRequest = { readonly url: string; readonly method: string };

/** Answers the window's addresses: its built files, and the images of reports under `/images/`. */
export async function answerDesk(
  { url, method }: AppRequest,
  windowFolder: string,
  readImage: (id: string) => Promise<ServedImage | null>,
): Promise<Response> {
  if (!url.startsWith(deskPrefix)) return refusal(404);
  if (method !== "GET" && method !== "HEAD") return refusal(405);
  const { pathname } = new URL(url);
  const imageId = /^\/images\/([\w.-]+)$/u.exec(pathname)?.[1];
  return imageId === undefined
    ? answerFile(windowFolder, pathname, contentSecurityPolicy)
    : answerImage(await readImage(imageId).catch(() => null), contentSecurityPolicy);
}

export function setUpProtocol(windowFolder: string, readImage: (id: string) => Promise<ServedImage | null>): void {
  protocol.handle(SCHEME, (request) => answerDesk(request, windowFolder, readImage));
}
