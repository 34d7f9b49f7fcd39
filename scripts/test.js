/**
 * `npm test`: everything that must hold, from a fresh clone: install, types, lint, format, dead code, unit and
 * storage tests, build, the window in real Chromium, and — where LibreOffice and the Electron runtime are installed —
 * the layout and desktop suites. Prints one closing line with the number of checks passed and failed.
 *
 * Two lanes run side by side, because most steps use one processor; the window's tests then have the machine alone.
 *
 * `node scripts/test.js e2e unit` runs the named steps alone.
 */
import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { ensureInstalled } from "./ensure-installed.js";

const root = fileURLToPath(new URL("..", import.meta.url));
const reports = mkdtempSync(join(tmpdir(), "nianbao-test-"));
const bin = (path) => join(root, "node_modules", path);
const vitest = bin("vitest/vitest.mjs");
const playwright = bin("@playwright/test/cli.js");

/**
 * Runs a node program and tells whether it ended well.
 * @param {(text: string) => void} print takes what it says
 * @returns {Promise<boolean>}
 */
function run(args, print, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, ...env },
    });
    for (const stream of [child.stdout, child.stderr]) stream.setEncoding("utf8").on("data", print);
    child.on("error", () => resolve(false));
    child.on("close", (status) => resolve(status === 0));
  });
}

/** What failed, named once more at the end: the last lines of a run are what is read. @type {string[]} */
const failures = [];

/** @param {string} name @param {string} [message] */
function noteFailure(name, message = "") {
  const told = message.split("\n").filter((line) => !line.includes("node_modules"));
  failures.push(`${name}\n${told.slice(0, 12).join("\n")}`);
}

const one = (passed) => (passed ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 });

/** A step whose runner wrote no report has failed as a whole. */
function counted(ended, reportFile, read) {
  if (!existsSync(reportFile)) return one(ended);
  const counts = read(JSON.parse(readFileSync(reportFile, "utf8")));
  return ended || counts.failed > 0 ? counts : { ...counts, failed: 1 };
}

async function runVitest(name, print, extra = []) {
  const outputFile = join(reports, `${name}.json`);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile=${outputFile}`];
  const ended = await run([vitest, "run", ...reporters, ...extra], print);
  return counted(ended, outputFile, (report) => {
    for (const file of report.testResults) {
      const name = relative(root, file.name);
      if (file.status === "failed" && file.message !== "") noteFailure(name, file.message);
      for (const test of file.assertionResults) {
        if (test.status === "failed") noteFailure(`${name}: ${test.fullName}`, test.failureMessages[0]);
      }
    }
    return { passed: report.numPassedTests, failed: report.numFailedTests, skipped: report.numPendingTests };
  });
}

/** A suite of Playwright's report: its own tests, and the suites within it. */
function notePlaywrightFailures(suite) {
  for (const spec of suite.specs ?? []) {
    if (spec.ok) continue;
    const messages = spec.tests.flatMap((test) => test.results.map((result) => result.error?.message ?? ""));
    noteFailure(
      `${spec.file}:${spec.line} ${spec.title}`,
      messages.find((message) => message !== ""),
    );
  }
  for (const inner of suite.suites ?? []) notePlaywrightFailures(inner);
}

async function runPlaywright(name, print, extra = []) {
  const outputFile = join(reports, `${name}.json`);
  const ended = await run([playwright, "test", "--reporter=line,json", ...extra], print, {
    PLAYWRIGHT_JSON_OUTPUT_NAME: outputFile,
  });
  return counted(ended, outputFile, ({ stats, suites }) => {
    for (const suite of suites) notePlaywrightFailures(suite);
    if (stats.flaky > 0) print(`${name}: ${stats.flaky} passed only when run again\n`);
    return { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
  });
}

/** @type {Record<string, (print: (text: string) => void) => Promise<{ passed: number, failed: number, skipped: number }>>} */
const steps = {
  types: async (print) => one(await run(["scripts/check-types.js"], print)),
  lint: async (print) => one(await run([bin("eslint/bin/eslint.js"), ".", "--max-warnings", "0"], print)),
  format: async (print) =>
    one(await run([bin("prettier/bin/prettier.cjs"), "--check", "--log-level", "warn", "."], print)),
  "dead code": async (print) => one(await run([bin("knip/bin/knip.js")], print)),
  build: async (print) => one(await run(["scripts/build.js"], print)),
  unit: (print) => runVitest("unit", print),
  layout: (print) => runVitest("layout", print, ["--config", "tests/layout/vitest.config.ts"]),
  e2e: (print) => runPlaywright("e2e", print),
  desktop: (print) => runPlaywright("desktop", print, ["--config", "tests/electron/playwright.config.ts"]),
};

/** One after the other: each group has up to two lanes, and a lane's steps follow each other. */
const groups = [[["build"]], [["types", "lint", "format", "dead code", "layout"], ["unit"]], [["e2e", "desktop"]]];

ensureInstalled(root);
const wanted = process.argv.slice(2);
const unknown = wanted.filter((name) => !(name in steps));
if (unknown.length > 0) {
  console.error(`No such step: ${unknown.join(", ")}. Steps: ${Object.keys(steps).join(", ")}`);
  process.exit(2);
}

const total = { passed: 0, failed: 0, skipped: 0 };
const lines = [];

/** What a step says is printed as it comes where it runs alone, and in one piece where two run side by side. */
async function runStep(name, isAlone) {
  const heading = `\n== ${name}\n`;
  const said = [];
  const print = isAlone ? (text) => void process.stdout.write(text) : (text) => void said.push(text);
  print(heading);
  const started = Date.now();
  const counts = await steps[name](print);
  process.stdout.write(said.join(""));
  for (const key of Object.keys(total)) total[key] += counts[key];
  const seconds = ((Date.now() - started) / 1000).toFixed(1);
  lines.push(`${name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped (${seconds} s)`);
}

for (const group of groups) {
  const lanes = group
    .map((lane) => lane.filter((name) => wanted.length === 0 || wanted.includes(name)))
    .filter((lane) => lane.length > 0);
  await Promise.all(
    lanes.map(async (lane) => {
      for (const name of lane) await runStep(name, lanes.length === 1);
    }),
  );
}
rmSync(reports, { recursive: true, force: true });
for (const failure of failures) console.log(`\nFAILED ${failure}`);
console.log(`\n${lines.join("\n")}\n`);
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}`);
process.exit(total.failed > 0 ? 1 : 0);
