import { type ChildProcess, spawn } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { expect, test } from "vitest";
import type { ReportDocument } from "../../../core/document/schema.ts";
import { makeFolder, namesIn, openTestStore, writeTemplates } from "./test-store.ts";

/** `crash.test.ts` stops at every operation there is; this looks for what only a real process does. More: NIANBAO_KILLS. */
const KILLS = Number(process.env["NIANBAO_KILLS"] ?? 60);
const LANES = 4;

/** The loop as plain JavaScript without what it does not need: it starts in a moment, so that many runs fit into the test. */
async function bundleSaveLoop(folder: string): Promise<string> {
  await build({
    entryPoints: [fileURLToPath(new URL("./save-loop.ts", import.meta.url))],
    outdir: folder,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    minify: true,
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "silent",
  });
  return join(folder, "save-loop.mjs");
}

type Run = { readonly child: ChildProcess; readonly acknowledged: () => number; readonly ended: Promise<string> };

function start(script: string, args: readonly string[]): Run {
  const child = spawn(process.execPath, [script, ...args], { stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  let complaints = "";
  child.stdout.on("data", (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (complaints += chunk.toString()));
  const acknowledged = (): number => Number(output.slice(0, output.lastIndexOf("\n")).split("\n").at(-1) ?? 0);
  const ended = new Promise<string>((resolve) => child.on("close", () => resolve(complaints)));
  return { child, acknowledged, ended };
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

/** Lets the loop acknowledge something, then kills it at an arbitrary moment. Returns the last acknowledged revision. */
async function runAndKill(script: string, args: readonly string[]): Promise<number> {
  const run = start(script, args);
  // However long it takes to start: a loop that never acknowledges anything is ended with the test.
  while (run.acknowledged() === 0 && run.child.exitCode === null) await pause(1);
  await pause(Math.random() * 12);
  run.child.kill("SIGKILL");
  expect(await run.ended).toBe("");
  return run.acknowledged();
}

test(
  `after each of ${KILLS} kills in the middle of saving every acknowledged revision is there and nothing is unreadable`,
  { timeout: 900_000 },
  async () => {
    const scriptFolder = await makeFolder();
    const script = await bundleSaveLoop(scriptFolder);

    const runLane = async (): Promise<{ kills: number; saves: number }> => {
      const root = await makeFolder();
      const templatesFolder = await writeTemplates(root);
      const dataFolder = join(root, "data");
      const store = await openTestStore(root);
      const { id } = await store.reports.create({ templateId: "small", year: 2026, organ: "" });
      await store.close();
      const path = join(dataFolder, "reports", `${id}.json`);
      let last = 0;
      for (let kill = 0; kill < KILLS / LANES; kill += 1) {
        const acknowledged = await runAndKill(script, [dataFolder, templatesFolder, id]);
        expect(acknowledged).toBeGreaterThan(last);
        const onDisk = JSON.parse(await readFile(path, "utf8")) as ReportDocument;
        const backup = JSON.parse(await readFile(`${path}.bak`, "utf8")) as ReportDocument;
        // One more than was acknowledged: the save was done, its answer was not out yet.
        expect([acknowledged, acknowledged + 1]).toContain(onDisk.revision);
        expect([onDisk.revision, onDisk.revision - 1]).toContain(backup.revision);
        expect(onDisk.meta.note.startsWith(`revision ${onDisk.revision} `)).toBe(true);
        last = onDisk.revision;
      }

      const next = await openTestStore(root);
      expect((await next.reports.list()).reports.map((summary) => summary.id)).toEqual([id]);
      expect((await next.reports.read(id)).revision).toBe(last);
      expect(next.notices()).toEqual([]);
      const names = await namesIn(dataFolder, "reports");
      expect(names.filter((name) => !name.endsWith(".lock"))).toEqual([`${id}.json`, `${id}.json.bak`]);
      return { kills: KILLS / LANES, saves: last };
    };

    const lanes = await Promise.all(Array.from({ length: LANES }, runLane));
    const kills = lanes.reduce((sum, lane) => sum + lane.kills, 0);
    const saves = lanes.reduce((sum, lane) => sum + lane.saves, 0);
    expect(kills).toBe(KILLS);
    expect(saves).toBeGreaterThan(KILLS);
  },
);
