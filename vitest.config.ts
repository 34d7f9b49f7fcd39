import { defineConfig } from "vitest/config";
import { workerCode } from "./scripts/worker-code.ts";

export default defineConfig({
  plugins: [workerCode()],
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    exclude: ["tests/e2e/**", "tests/bench/**", "tests/layout/**", "node_modules/**"],
    testTimeout: 20_000,
    pool: "forks",
  },
});
