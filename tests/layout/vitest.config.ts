import { defineConfig } from "vitest/config";

/** Slow tests on real pages: LibreOffice, Chromium and poppler, each where it is installed. */
export default defineConfig({
  test: {
    include: ["tests/layout/**/*.test.ts"],
    testTimeout: 120_000,
    hookTimeout: 180_000,
    pool: "forks",
    fileParallelism: false,
  },
});
