/**
 * `npm test`: everything that must hold, from a fresh clone: install, types, lint, format, dead code, unit and
 * storage tests, build, the window in real Chromium, and — where LibreOffice and the Electron runtime are installed —
 * the layout and desktop suites. Prints one closing line with the number of checks passed and failed.
 *
 * `node scripts/test.js e2e unit` runs the named steps alone.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled } from "./ensure-installed.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const reports = mkdtempSync(join(tmpdir(), "nianbao-test-"));
const bin = (path) => join(root, "node_modules", path);
const tsc = bin("typescript/bin/tsc");
const vitest = bin("vitest/vitest.mjs");
const playwright = bin("@playwright/test/cli.js");

/** Runs a node program and tells whether it ended well. */
function run(args, env = {}) {
  const { status } = spawnSync(process.execPath, args, {
    cwd: root,
    stdio: "inherit",
    env: { ...process.env, ...env },
  });
  return status === 0;
}

const one = (passed) => (passed ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 });

/** A step whose runner wrote no report has failed as a whole. */
function counted(ended, reportFile, read) {
  if (!existsSync(reportFile)) return one(ended);
  const counts = read(JSON.parse(readFileSync(reportFile, "utf8")));
  return ended || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

function runVitest(name, extra = []) {
  const outputFile = join(reports, `${name}.json`);
  const ended = run([vitest, "run", "--reporter=default", "--reporter=json", `--outputFile=${outputFile}`, ...extra]);
  return counted(ended, outputFile, (report) => ({
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests,
  }));
}

function runPlaywright(name, extra = []) {
  const outputFile = join(reports, `${name}.json`);
  const ended = run([playwright, "test", "--reporter=line,json", ...extra], {
    PLAYWRIGHT_JSON_OUTPUT_NAME: outputFile,
  });
  return counted(ended, outputFile, ({ stats }) => {
    if (stats.flaky > 0) console.log(`${name}: ${stats.flaky} passed only when run again`);
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
  });
}

const rooms = ["core", "backend", "electron", "renderer", "tests"];
const steps = {
  types: () => one(rooms.every((room) => run([tsc, "-p", room]))),
  lint: () => one(run([bin("eslint/bin/eslint.js"), ".", "--max-warnings", "0"])),
  format: () => one(run([bin("prettier/bin/prettier.cjs"), "--check", "--log-level", "warn", "."])),
  "dead code": () => one(run([bin("knip/bin/knip.js")])),
  build: () => one(run(["scripts/build.js"])),
  unit: () => runVitest("unit"),
  layout: () => runVitest("layout", ["--config", "tests/layout/vitest.config.ts"]),
  e2e: () => runPlaywright("e2e"),
  desktop: () => runPlaywright("desktop", ["--config", "tests/electron/playwright.config.ts"]),
};

ensureInstalled(root);
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in steps));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(", ")}. Steps: ${Object.keys(steps).join(", ")}`);
  process.exit(2);
}

const total = { passed: 0, failed: 0, skipped: 0 };
const lines = [];
for (const [name, step] of Object.entries(steps)) {
  if (wanted.length > 0 && !wanted.includes(name)) continue;
  console.log(`\n== ${name}`);
  const started = Date.now();
  const counts = step();
  for (const key of Object.keys(total)) total[key] += counts[key];
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  lines.push(`${name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped (${seconds} s)`);
}
rmSync(reports, { recursive: true, force: true });
console.log(`\n${lines.join("\n")}\n`);
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}`);
process.exit(total.failed > 0 ? 1 : 0);
