import js from "@eslint/js";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

/** Who may import whom (see docs/architecture.md). Paths are matched as written in the import. */
const forbid = (patterns, message) => ({
  "no-restricted-imports": ["error", { patterns: patterns.map((regex) => ({ regex, message })) }],
});
const nodeBuiltIns = "^node:";

export default tseslint.config(
  { ignores: ["out/", "dist/", "node_modules/", "coverage/", "test-results/"] },
  js.configs.recommended,
  {
    files: ["**/*.ts", "**/*.tsx"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: {
        // One program for all rooms: with one for each, core is parsed and checked five times. What a room may not see is
        // said by the compiler (`npm run typecheck`) and by the forbidden imports below.
        project: "./tsconfig.lint.json",
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      "@typescript-eslint/no-non-null-assertion": "error",
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      "@typescript-eslint/switch-exhaustiveness-check": "error",
      "@typescript-eslint/no-confusing-void-expression": ["error", { ignoreArrowShorthand: true }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", varsIgnorePattern: "^_" }],
      eqeqeq: "error",
      "no-restricted-syntax": [
        "error",
        {
          selector: "ImportDeclaration[source.value='zod'] > ImportSpecifier[imported.name='z']",
          message:
            'import * as z from "zod": what a thread is built from then leaves out the forty languages of its messages',
        },
      ],
    },
  },
  {
    files: ["core/**"],
    rules: forbid(
      [nodeBuiltIns, "^electron", "^react", "/backend/", "/electron/", "/renderer/"],
      "core is pure: no Node, no Electron, no React, none of the other rooms",
    ),
  },
  {
    files: ["backend/**"],
    rules: forbid(["^electron$", "^react", "/electron/", "/renderer/"], "backend stands on core alone"),
  },
  {
    files: ["electron/**"],
    rules: forbid(["^react", "/renderer/"], "the shell does not know the window's code"),
  },
  {
    files: ["renderer/**"],
    extends: [reactHooks.configs.flat["recommended-latest"]],
    rules: forbid(
      [nodeBuiltIns, "^electron", "/backend/", "/electron/"],
      "the window reaches the backend through desk.ts only",
    ),
  },
  {
    // Playwright reads from an empty pattern that a fixture needs no other fixture.
    files: ["tests/e2e/fixtures.ts"],
    rules: { "no-empty-pattern": "off" },
  },
  {
    files: ["**/*.js", "**/*.mjs"],
    languageOptions: { globals: { process: "readonly", console: "readonly", URL: "readonly", setTimeout: "readonly" } },
  },
);
