import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Long enough for a slow computer to start its browser; the token in the page works once. */
const PAGE_LIVES_MS = 10 * 60 * 1000;

const nothingButItsScript = (script: string): string => {
  const hash = createHash("sha256").update(script).digest("base64");
  return `default-src 'none'; script-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
};

/** A page without anything but its way on: by its script, or by a click where scripts are off. */
function passingPage(target: string): { readonly html: string; readonly policy: string } {
  const script = `location.replace(${JSON.stringify(target)})`;
  const policy = nothingButItsScript(script);
  const head =
    '<meta charset="utf-8"><meta name="referrer" content="no-referrer">' +
    `<meta http-equiv="Content-Security-Policy" content="${policy}"><title>年报台</title>`;
  const body = `<p><a href="${target}">打开年报台</a></p><script>${script}</script>`;
  return { html: `<!doctype html><html lang="zh-CN"><head>${head}</head><body>${body}</body></html>`, policy };
}

/**
 * What a start link is answered with. A redirect would still count as the step from the page that led here, from which
 * no cookie is sent; this page's own step to the window is the server's own.
 */
export const arrivalPage = passingPage("/");

/**
 * Writes a page that leads to a start link, for its user's eyes alone. Browsers are called with the address that they
 * show, and everybody on the computer can list what runs with what words: the name of a file may be read by all, the
 * token may not.
 * @param folders where it may lie, the first that takes it
 * @returns its path; null when none of the folders takes a file
 */
export async function writeStartPage(
  startUrl: string,
  folders: readonly string[],
): Promise<{ readonly path: string; remove(): Promise<void> } | null> {
  const { html } = passingPage(startUrl);
  for (const folder of folders) {
    try {
      // A folder of its own, made for its owner alone: in a common folder nobody can lay a link in its way.
      const own = await mkdtemp(join(folder, "start-"));
      const path = join(own, "nianbao.html");
      const remove = (): Promise<void> => rm(own, { recursive: true, force: true }).catch(() => undefined);
      try {
        await writeFile(path, html, { mode: 0o600, flag: "wx" });
      } catch (error) {
        await remove();
        throw error;
      }
      setTimeout(() => void remove(), PAGE_LIVES_MS).unref();
      return { path, remove };
    } catch {
      // Full or read-only: the next folder.
    }
  }
  return null;
}

/** The places for a start page: beside the reports, the folder of this login, the one for temporary files. */
export const startPageFolders = (dataFolder: string, env: NodeJS.ProcessEnv = process.env): readonly string[] =>
  [dataFolder, env["XDG_RUNTIME_DIR"] ?? "", tmpdir()].filter((folder) => folder !== "");
