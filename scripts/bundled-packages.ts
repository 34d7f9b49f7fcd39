import { mkdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Plugin } from "vite";

/** `node_modules/@scope/name/file` → `node_modules/@scope/name`, also of a package inside another. */
const packageFolder = /^.*node_modules\/(?:@[^/]+\/)?[^/]+/u;

const folders = new Set<string>();

/** Notes the package that a bundled file is from, if it is from one. */
export function notePackage(file: string): void {
  const path = file.replaceAll("\\", "/").replace(/^\0/u, "");
  const folder = packageFolder.exec(path)?.[0];
  if (folder !== undefined) folders.add(folder.slice(folder.indexOf("node_modules/")));
}

/**
 * Writes down which packages went into a bundle, for `scripts/notices.js`: `out/packages/`. Bundles of workers
 * have plugins of their own and note what they hold through the same list.
 */
export function bundledPackages(name: string): Plugin {
  let entries = "";
  return {
    name: "bundled-packages",
    // one target may be built in several bundles
    buildStart({ input }) {
      const named = Array.isArray(input) ? input.map((file) => basename(file)) : Object.keys(input);
      entries = named.join("-").replaceAll(/[^\w-]/gu, "_");
    },
    moduleParsed: ({ id }) => notePackage(id),
    closeBundle() {
      const target = join("out", "packages");
      mkdirSync(target, { recursive: true });
      writeFileSync(join(target, `${name}-${entries}.json`), JSON.stringify([...folders].sort(), null, 2));
    },
  };
}
