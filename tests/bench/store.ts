import { mkdir, open } from "node:fs/promises";
import { join } from "node:path";
import { openStore } from "../../backend/store/open-store.ts";
import { type Inputs, reportOf } from "./inputs.ts";
import { medianMs } from "./measure.ts";
import { ms, row, type Row, times } from "./table.ts";

const RUNS = 40;
const caller = { windowId: "bench" };

/** Autosave against a plain write and fsync of the same bytes in the same folder. */
export async function measureStore(inputs: Inputs, scratch: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  for (const [index, { label, text }] of inputs.sizes.entries()) {
    const dataFolder = join(scratch, `store-${index}`);
    await mkdir(dataFolder, { recursive: true });
    const store = await openStore({ dataFolder, templatesFolder: "templates", now: () => new Date() });
    const { id } = await store.reports.add({ report: reportOf(text), images: new Map() });
    const { report } = await store.reports.open(id, caller);
    const { year, preset, meta, body } = report;
    const edit = { year, preset, meta, body };
    let revision = report.revision;
    const autosave = await medianMs(
      RUNS,
      async () => {
        ({ revision } = await store.reports.save({ id, baseRevision: revision, edit }, caller));
      },
      { warmUp: 5 },
    );
    await store.close();

    const bytes = Buffer.from(JSON.stringify(report));
    const plain = await medianMs(RUNS, () => writePlainly(join(dataFolder, "plain.json"), bytes), { warmUp: 5 });
    rows.push(
      row("autosave", label, ms(autosave), {
        against: `write + fsync ${ms(plain)}`,
        ratio: times(autosave / plain),
        goal: "≤ 3×",
      }),
    );
  }
  return rows;
}

async function writePlainly(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, "w");
  await file.writeFile(bytes);
  await file.sync();
  await file.close();
}
