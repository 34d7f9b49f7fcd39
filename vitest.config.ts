import { defineConfig } from "vitest/config";
import { workerCode } from "./scripts/worker-code.ts";

const shared = { extends: true, test: { isolate: false } } as const;

/**
 * Most of a small test's time would be the loading of its modules: files that leave no mark on the modules they load share
 * them. Tests with a fake `electron` have each a process of their own.
 */
export default defineConfig({
  plugins: [workerCode()],
  test: {
    // It ends what hangs. How long a test takes on a machine that is shared with others proves nothing.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    unstubGlobals: true,
    setupFiles: ["tests/support/fixed-seed.ts"],
    pool: "forks",
    projects: [
      {
        ...shared,
        test: {
          ...shared.test,
          name: "report and window",
          pool: "threads",
          include: ["tests/{core,renderer,templates}/**/*.test.{ts,tsx}"],
        },
      },
      { ...shared, test: { ...shared.test, name: "services", include: ["tests/{backend,regression}/**/*.test.ts"] } },
      { extends: true, test: { name: "desktop shell", include: ["tests/electron/*.test.ts"] } },
    ],
  },
});
