import react from "@vitejs/plugin-react";
import { resolve } from "node:path";
import { defineConfig } from "electron-vite";

/** One build for the three shells: `out/main` (Electron, command line, browser mode), `out/preload`, `out/renderer`. */
export default defineConfig({
  main: {
    build: {
      outDir: "out/main",
      externalizeDeps: { exclude: [] },
      rollupOptions: {
        input: {
          main: resolve("electron/main.ts"),
          cli: resolve("backend/cli.ts"),
          web: resolve("backend/web.ts"),
        },
        output: { format: "es" },
      },
    },
  },
  preload: {
    build: {
      outDir: "out/preload",
      externalizeDeps: false,
      rollupOptions: {
        input: { preload: resolve("electron/preload.ts") },
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  renderer: {
    root: "renderer",
    base: "./",
    plugins: [react()],
    build: {
      outDir: resolve("out/renderer"),
      emptyOutDir: true,
      assetsInlineLimit: 0,
      rollupOptions: { input: { index: resolve("renderer/index.html") } },
    },
  },
});
