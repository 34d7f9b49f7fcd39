import { defineConfig } from "@playwright/test";
import chromium from "@sparticuz/chromium";

/** The real window on the real backend, in a real Chromium that comes from the package registry. */
export default defineConfig({
  testDir: "tests/e2e",
  outputDir: "test-results",
  fullyParallel: true,
  // One more than the processors of a small machine: a window under test waits for half the time.
  workers: 3,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env["CI"] !== undefined,
  // A machine that is shared with others may starve a window for seconds; what fails twice is broken.
  retries: process.env["CI"] === undefined ? 0 : 1,
  reporter: "line",
  use: {
    viewport: { width: 1366, height: 768 },
    locale: "zh-CN",
    permissions: ["clipboard-read", "clipboard-write"],
    // A trace of every test costs a third of the time of all. Of one that fails: `npx playwright test … --trace on`.
    trace: "on-first-retry",
    launchOptions: {
      executablePath: process.env["NIANBAO_TEST_BROWSER"] ?? (await chromium.executablePath()),
      args: ["--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking"],
    },
  },
});
