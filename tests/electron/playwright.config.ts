import { defineConfig } from "@playwright/test";

/** The desktop shell itself, wherever the Electron runtime is installed; elsewhere every scenario says it was skipped. */
export default defineConfig({
  testDir: "./e2e",
  testMatch: "*.spec.ts",
  outputDir: "../../test-results/desktop",
  timeout: 60_000,
  workers: 1,
});
