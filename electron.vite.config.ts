import react from "@vitejs/plugin-react";
import { resolve } from "node:path";
import { defineConfig } from "electron-vite";
import { bundledPackages } from "./scripts/bundled-packages.ts";
import { policyInPage } from "./scripts/policy-in-page.ts";
import { workerCode } from "./scripts/worker-code.ts";

/** Libraries that go into the programs themselves: one file loads faster than a tree of packages. */
const bundled = [
  "csv-parse",
  "csv-stringify",
  "diff",
  "docx",
  "electron-log",
  "fflate",
  "lowdb",
  "micromark",
  "micromark-extension-cjk-friendly",
  "micromark-extension-gfm-strikethrough",
  "micromark-extension-gfm-table",
  "parse5",
  "read-excel-file",
  "saxes",
  "write-excel-file",
  "zod",
];

/** One build for the three shells: `out/main` (Electron, command line, browser mode), `out/preload`, `out/renderer`. */
export default defineConfig({
  main: {
    plugins: [workerCode(), bundledPackages("main")],
    resolve: {
      // Its build for Node declares a `require` of its own for worker threads, which nothing here uses and which
      // collides with the one that electron-vite adds to a chunk.
      alias: { fflate: "fflate/browser" },
    },
    build: {
      outDir: "out/main",
      // The command line and browser mode run on the user's Node, which is older than Electron's.
      target: "node20.19",
      externalizeDeps: { exclude: bundled },
      rolldownOptions: {
        input: {
          main: resolve("electron/main.ts"),
          cli: resolve("backend/cli.ts"),
          web: resolve("backend/web.ts"),
        },
        // Half the text is read and compiled at every start; names stay, so that the log names what failed.
        output: { format: "es", minify: { compress: true, mangle: false, codegen: true } },
      },
    },
  },
  preload: {
    plugins: [bundledPackages("preload")],
    build: {
      outDir: "out/preload",
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: resolve("electron/preload.ts") },
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  renderer: {
    root: "renderer",
    base: "./",
    plugins: [react(), policyInPage(), bundledPackages("renderer")],
    worker: { plugins: () => [bundledPackages("renderer")] },
    build: {
      outDir: resolve("out/renderer"),
      // scripts/build.js empties it, and leaves the fonts.
      emptyOutDir: false,
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 4096,
      minify: true,
      rolldownOptions: {
        input: { index: resolve("renderer/index.html") },
        // Each file is a request, and its own wait: what a picture needs comes as one. The dictionary is parsed beside it.
        output: {
          codeSplitting: {
            groups: [
              { name: "dictionary", test: /dictionary\.json$/, priority: 2 },
              { name: "window", tags: ["$initial"], priority: 1 },
              { name: "workspace", test: /workspace\.tsx$/ },
            ],
          },
        },
      },
    },
  },
});
