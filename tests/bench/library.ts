import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openStore } from "../../backend/store/open-store.ts";
import { type Inputs, reportOf } from "./inputs.ts";
import { ms, row, type Row } from "./table.ts";

const REPORTS = 2_000;

async function msOf<T>(run: () => Promise<T>): Promise<{ readonly took: number; readonly value: T }> {
  const started = performance.now();
  const value = await run();
  return { took: performance.now() - started, value };
}

/** The library of a bureau of many years: its first start, which reads every report, the next one, and its list. */
export async function measureLibrary({ sizes }: Inputs, scratch: string): Promise<readonly Row[]> {
  const dataFolder = join(scratch, "library");
  await mkdir(join(dataFolder, "reports"), { recursive: true });
  const report = reportOf(sizes[0]?.text ?? "");
  for (let count = 0; count < REPORTS; count += 1) {
    const id = crypto.randomUUID();
    await writeFile(join(dataFolder, "reports", `${id}.json`), JSON.stringify({ ...report, id }));
  }
  const open = () => openStore({ dataFolder, templatesFolder: "templates", now: () => new Date() });
  const first = await msOf(open);
  await first.value.close();
  const next = await msOf(open);
  const list = await msOf(() => next.value.reports.list());
  await next.value.close();
  const label = REPORTS.toLocaleString("en");
  return [
    row("library: first start", label, ms(first.took), { goal: "≤ 3 s" }),
    row("library: next start", label, ms(next.took), { goal: "≤ 500 ms" }),
    row("library: list", label, ms(list.took), { goal: "≤ 500 ms" }),
  ];
}
