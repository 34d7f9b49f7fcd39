import { mkdtemp, rm } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { measureCheck } from "./check.ts";
import { measureCompare } from "./compare.ts";
import { measureEditor } from "./editor.ts";
import { readInputs } from "./inputs.ts";
import { measureLibrary } from "./library.ts";
import { measureOutput } from "./output.ts";
import { measureRoll } from "./roll.ts";
import { measureStore } from "./store.ts";
import { formatTable, type Row } from "./table.ts";

const parts = {
  editor: measureEditor,
  store: measureStore,
  library: measureLibrary,
  output: measureOutput,
  compare: measureCompare,
  roll: measureRoll,
  check: measureCheck,
} as const;

const wanted = process.argv.slice(2);
const inputs = readInputs();
const scratch = await mkdtemp(join(tmpdir(), "nianbao-bench-"));
const rows: Row[] = [];
try {
  for (const [name, measure] of Object.entries(parts)) {
    if (wanted.length === 0 || wanted.includes(name)) rows.push(...(await measure(inputs, scratch)));
  }
} finally {
  await rm(scratch, { recursive: true, force: true });
}
console.log(`\nText: ${inputs.name}. Node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? "?"}.\n`);
console.log(formatTable(rows));
