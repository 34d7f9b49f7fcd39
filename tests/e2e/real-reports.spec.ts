import { existsSync, readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "./fixtures.ts";

/** Published reports in plain text, where they lie beside the project. */
const folder = join(process.cwd(), "../shared/samples");
const published = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith(".txt")) : [];
/** Reports of our own in the same forms, which every computer has. */
const ownFolder = join(process.cwd(), "tests/fixtures/rollover");
const samples = [
  ...["municipal.txt", "district.txt"].map((name) => ({ name, file: join(ownFolder, name), leastPages: 3 })),
  ...published.map((name) => ({ name, file: join(folder, name), leastPages: 6 })),
];

for (const { name, file, leastPages } of samples) {
  test(`brings ${name} in, shows every character of it and exports it`, async ({ desk, backend }) => {
    const { page } = desk;
    const chooser = page.waitForEvent("filechooser");
    await page.getByRole("button", { name: /打开文件/u }).click();
    await (await chooser).setFiles(file);
    await expect.poll(async () => (await desk.call("library.list", {})).reports.length).toBe(1);
    const [report] = (await desk.call("library.list", {})).reports;
    if (report === undefined) throw new Error("nothing was imported");
    const plan = await desk.call("export.plan", { id: report.id, folderToken: null, formats: ["docx", "pdf", "txt"] });
    const result = await desk.call("export.run", {
      id: report.id,
      folderToken: plan.folderToken,
      formats: ["docx", "pdf", "txt"],
      overwrite: false,
    });
    expect(result.pages).toBeGreaterThanOrEqual(leastPages);
    const text = plan.files.find(({ format }) => format === "txt");
    const withoutSpace = (value: string): string => value.replaceAll(/\s/gu, "");
    expect(withoutSpace(await readFile(join(backend.exportFolder, text?.name ?? ""), "utf8"))).toBe(
      withoutSpace(await readFile(file, "utf8")),
    );
  });
}
