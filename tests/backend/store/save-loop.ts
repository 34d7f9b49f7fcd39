/**
 * A program of its own that is killed while it saves: node save-loop.js <data folder> <templates folder> <report id>.
 * Writes the number of each acknowledged revision to its output, one a line.
 */
import { writeSync } from "node:fs";
import { openStore } from "../../../backend/store/open-store.ts";

const [, , dataFolder = "", templatesFolder = "", id = ""] = process.argv;
const caller = { windowId: "window-of-the-loop" };
const store = await openStore({ dataFolder, templatesFolder, now: () => new Date() });
const { report, access } = await store.reports.open(id, caller);
if (access !== "write") throw new Error("The lock of the killed process was not taken over");
const { year, preset, meta, body } = report;
let baseRevision = report.revision;
for (;;) {
  const mark = { ...meta, note: `revision ${baseRevision + 1} ${"字".repeat((baseRevision * 37) % 480)}` };
  const { revision } = await store.reports.save({ id, baseRevision, edit: { year, preset, meta: mark, body } }, caller);
  writeSync(1, `${revision}\n`);
  baseRevision = revision;
}
