import { extractFile, listPackage, statFile } from "@electron/asar";
import { Arch, build, Platform } from "electron-builder";
import { existsSync } from "node:fs";
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { once } from "node:events";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { Worker } from "node:worker_threads";
import ts from "typescript";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ThreadAnswer } from "../../backend/thread/thread-answer.ts";
import type { ReportDocument } from "../../core/document/schema.ts";
import { summariseReport } from "../../core/document/summarise.ts";
import { makeDocx } from "../fixtures/docx/make-docx.ts";
import { p } from "../fixtures/docx/word-xml.ts";

const root = resolve(import.meta.dirname, "../..");
const isBuilt = existsSync(join(root, "out/main/main.js")) && existsSync(join(root, "out/renderer/index.html"));

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "nianbao-pack-"));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function write(base: string, files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(base, name)), { recursive: true });
    await writeFile(join(base, name), text);
  }
}

/** Before its fuses, Electron's program has this mark; then come a version, their number, and a digit for each. */
const FUSE_MARK = "dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX";
const fusesOf = (program: Buffer): string => {
  const start = program.indexOf(FUSE_MARK) + FUSE_MARK.length + 2;
  return program.toString("latin1", start, start + (program[start - 1] ?? 0));
};

/** A folder with the file names of Electron's Linux build and nothing in the files but, in the program, the fuses. */
async function placeholderRuntime(): Promise<string> {
  const runtime = join(folder, "runtime");
  await write(runtime, {
    // As Electron ships: run as Node, options and inspection allowed; encryption, integrity and "asar only" off.
    electron: `\x7fELF${FUSE_MARK}\x01\x0810110001`,
    version: "45.4.1",
    LICENSE: "MIT",
    "LICENSES.chromium.html": "<p></p>",
    "chrome-sandbox": "",
    "icudtl.dat": "",
    "resources.pak": "",
    "locales/zh-CN.pak": "",
    "locales/en-US.pak": "",
    "locales/fr.pak": "",
  });
  await chmod(join(runtime, "electron"), 0o755);
  return runtime;
}

/** Packs a project folder with this repository's electron-builder.yml; returns the folder of the packed program. */
async function pack(projectDir: string): Promise<string> {
  const output = join(folder, "dist");
  await build({
    targets: Platform.LINUX.createTarget("dir", Arch.x64),
    projectDir,
    publish: "never",
    config: {
      electronDist: await placeholderRuntime(),
      electronVersion: "45.4.1",
      directories: { output },
    },
  });
  return join(output, "linux-unpacked");
}

const filesIn = (archive: string): readonly string[] =>
  listPackage(archive, { isPack: false })
    .map((path) => path.replaceAll("\\", "/").replace(/^\//u, ""))
    .filter((path) => !("files" in statFile(archive, path)))
    .sort();

/** Names of packages that a bundled program would look up in node_modules when it runs. */
function packagesImportedBy(code: string): readonly string[] {
  // read by a parser: words of texts and comments are no imports, and a bundle has no white space to tell them by
  const names = new Set<string>();
  const note = (specifier: ts.Node | undefined): void => {
    if (specifier !== undefined && ts.isStringLiteralLike(specifier)) names.add(specifier.text);
  };
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) note(node.moduleSpecifier);
    if (ts.isCallExpression(node)) {
      const { expression } = node;
      const isRequire = ts.isIdentifier(expression) && expression.text === "require";
      if (isRequire || expression.kind === ts.SyntaxKind.ImportKeyword) note(node.arguments[0]);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("bundle.js", code, ts.ScriptTarget.ESNext, false, ts.ScriptKind.JS));
  return [...names].filter((name) => !name.startsWith(".") && !isBuiltin(name) && name !== "electron");
}

/** Starts the reader of files that lies in the archive, as the program does, on a Word file. */
async function titleReadBy(archive: string, files: readonly string[]): Promise<string> {
  const name = files.find((file) => /^out\/main\/desktop\/import-worker-.+\.js$/u.test(file)) ?? "";
  const copy = join(folder, "import-worker.mjs");
  await writeFile(copy, extractFile(archive, name));
  const { code } = (await import(/* @vite-ignore */ pathToFileURL(copy).href)) as { code: string };
  const bytes = makeDocx({ body: p("某区审计局2024年度工作报告") });
  const workerData = { file: { name: "去年.docx", year: null, bytes }, now: new Date() };
  const thread = new Worker(code, { eval: true, env: {}, workerData });
  const [answer] = (await once(thread, "message")) as [ThreadAnswer<{ report: ReportDocument }>];
  if (answer.kind !== "done") throw new Error(`The reader answered ${JSON.stringify(answer)}`);
  return summariseReport(answer.value.report).title;
}

const program = {
  "out/main/main.js": "export {};",
  "out/main/desktop/store.js": "export {};",
  "out/preload/preload.cjs": "",
  "out/faces/face.ttf": "",
  "out/renderer/index.html": "<!doctype html>",
  "out/renderer/assets/index.js": "",
  "out/renderer/assets/index.css": "",
  "out/renderer/fonts/fonts.css": "",
  "out/renderer/fonts/face.woff2": "",
  "templates/blank.json": "{}",
};
const elsewhere = {
  "out/main/cli.js": "",
  "out/main/web.js": "",
  "out/main/chunks/store.js": "",
  "out/main/main.js.map": "{}",
  "out/stamps.json": "{}",
  "templates/README.md": "",
  "core/result.ts": "",
  "electron/main.ts": "",
  "tests/some.test.ts": "",
  "docs/notes.md": "",
  "README.md": "",
  ".env": "",
  "electron.vite.config.ts": "",
  "node_modules/playwright-core/package.json": '{"name":"playwright-core","version":"1.65.1"}',
  "node_modules/playwright-core/index.js": "",
  "node_modules/zod/package.json": '{"name":"zod","version":"4.6.7"}',
  "node_modules/zod/index.js": "",
};

describe("packing", { timeout: 120_000 }, () => {
  it("puts the built program and its templates into the archive, and nothing else", async () => {
    const project = join(folder, "project");
    await write(project, { ...program, ...elsewhere });
    const manifest = {
      name: "nianbao-desk",
      version: "0.1.0",
      type: "module",
      main: "out/main/main.js",
      author: "Nianbao Desk contributors",
      description: "年报台",
      dependencies: { "playwright-core": "1.65.1", zod: "4.6.7" },
      devDependencies: { electron: "45.4.1" },
      scripts: { start: "node scripts/start.js" },
    };
    await writeFile(join(project, "package.json"), JSON.stringify(manifest));
    await cp(join(root, "electron-builder.yml"), join(project, "electron-builder.yml"));
    await cp(join(root, "build"), join(project, "build"), { recursive: true });

    const packed = await pack(project);

    const archive = join(packed, "resources/app.asar");
    expect(filesIn(archive)).toEqual([...Object.keys(program), "package.json"].sort());
    // read by a thread, which does not see into the archive everywhere
    expect(await readdir(join(packed, "resources/app.asar.unpacked"), { recursive: true })).toEqual([
      "out",
      "out/faces",
      "out/faces/face.ttf",
    ]);
    expect(await readdir(join(packed, "locales"))).toEqual(["en-US.pak", "zh-CN.pak"]);
    // Run as Node, cookie encryption, NODE_OPTIONS, inspection, integrity, asar only, own snapshot, file privileges.
    expect(fusesOf(await readFile(join(packed, "nianbao-desk")))).toBe("01001100");
    const shipped = JSON.parse(extractFile(archive, "package.json").toString("utf8")) as Record<string, unknown>;
    expect(shipped).toMatchObject({ main: "out/main/main.js", type: "module", desktopName: "nianbao-desk.desktop" });
    expect(shipped).not.toHaveProperty("scripts");
    expect(shipped).not.toHaveProperty("devDependencies");
  });

  it.skipIf(!isBuilt)("packs this program so that it needs no package beside the archive", async () => {
    const packed = await pack(root);

    const archive = join(packed, "resources/app.asar");
    const files = filesIn(archive);
    const rooms =
      /^(?:out\/(?:main\/main\.js|main\/desktop\/.+|preload\/preload\.cjs|faces\/nianbao-\w+\.ttf|renderer\/.+)|templates\/.+\.json|package\.json)$/u;
    expect(files.filter((file) => !rooms.test(file))).toEqual([]);
    expect(files).toEqual(
      expect.arrayContaining(["out/main/main.js", "out/preload/preload.cjs", "out/renderer/index.html"]),
    );
    expect(files.some((file) => file.startsWith("templates/"))).toBe(true);
    const scripts = files.filter((file) => /^out\/(?:main|preload)\/.+\.c?js$/u.test(file));
    const imported = scripts.flatMap((file) => packagesImportedBy(extractFile(archive, file).toString("utf8")));
    expect(imported).toEqual([]);
    expect(await titleReadBy(archive, files)).toBe("某区审计局2024年度工作报告");
  });
});
