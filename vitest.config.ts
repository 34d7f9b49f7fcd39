import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["tests/**/*.test.{ts,tsx}"],
    exclude: ["tests/e2e/**", "tests/bench/**", "tests/layout/**", "node_modules/**"],
    testTimeout: 20_000,
    pool: "forks",
  },
});
