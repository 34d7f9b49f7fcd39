import { build } from "esbuild";
import { notePackage } from "./bundled-packages.ts";
import { dirname, resolve } from "node:path";
import type { Plugin } from "vite";

const PREFIX = "\0worker-code:";
const SUFFIX = "?code";

/**
 * The build of pdfkit that carries the colour profile of PDF/A inside: the one for Node reads it from a file beside itself.
 * It packs with fflate, which packs alike on every computer.
 */
const pdfkitWithProfile = resolve("node_modules/pdfkit/js/pdfkit.browser.mjs");

/**
 * For `import { code } from "./some-worker.ts?code"`: the script with all that it imports, as one text to start a worker
 * thread with. It lies inside the program that imports it, so that a worker needs no file of its own: neither beside
 * sources nor in an archive, into which worker threads do not see everywhere.
 */
export function workerCode(): Plugin {
  return {
    name: "worker-code",
    enforce: "pre",
    resolveId(source, importer) {
      if (!source.endsWith(SUFFIX) || importer === undefined) return null;
      return PREFIX + resolve(dirname(importer), source.slice(0, -SUFFIX.length));
    },
    async load(id) {
      if (!id.startsWith(PREFIX)) return null;
      const { outputFiles, metafile } = await build({
        entryPoints: [id.slice(PREFIX.length)],
        bundle: true,
        platform: "node",
        format: "cjs",
        target: "node20.19",
        alias: {
          fflate: "fflate/browser",
          pdfkit: pdfkitWithProfile,
          "brotli/decompress.js": resolve("scripts/no-brotli.js"),
          "unicode-trie": resolve("scripts/lazy-trie.js"),
        },
        // read by pdfkit alone, for the name that its own files have
        define: { "import.meta.url": JSON.stringify("file:///pdfkit/") },
        minify: true,
        legalComments: "none",
        metafile: true,
        write: false,
      });
      for (const file of Object.keys(metafile.inputs)) {
        this.addWatchFile(resolve(file));
        notePackage(resolve(file));
      }
      return `export const code = ${JSON.stringify(outputFiles[0]?.text ?? "")};`;
    },
  };
}
