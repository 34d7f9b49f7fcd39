import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { runCommandLine } from "../../backend/cli/run.ts";
import { layoutPresets, type ReportDocument } from "../../core/document/schema.ts";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "nianbao-presets-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

async function run(...words: readonly string[]): Promise<{ readonly code: number; readonly err: string }> {
  let err = "";
  const code = await runCommandLine(words, { out: () => undefined, err: (text) => (err += text) });
  return { code, err };
}
const at = (name: string): string => join(folder, name);
const make = (out: string, preset: string) =>
  run("new", "--template", "blank", "--year", "2025", "--org", "某某市审计局", "--preset", preset, "--out", out);

describe("the layout on the command line", () => {
  it.each(layoutPresets)("%s is what a new report is made in", async (preset) => {
    const file = at(`${preset}.json`);
    expect((await make(file, preset)).code).toBe(0);
    expect((JSON.parse(readFileSync(file, "utf8")) as ReportDocument).preset).toBe(preset);
  });

  it("is another one for an export alone", async () => {
    const [file, txt] = [at("report.json"), at("report.txt")];
    await make(file, "public-report");
    const headOf = async (...options: readonly string[]): Promise<string> => {
      expect((await run("export", file, "--txt", txt, "--force", ...options)).code).toBe(0);
      return readFileSync(txt, "utf8").split("\r\n")[0] ?? "";
    };
    expect(await headOf("--preset", "official-document")).toBe("某某市审计局文件");
    expect(await headOf("--preset", "letter")).toBe("某某市审计局");
    expect(await headOf("--preset", "order")).toBe("某某市审计局令");
    expect(await headOf("--preset", "minutes")).toBe("某某市审计局纪要");
    expect(await headOf()).not.toContain("某某市审计局文件");
    expect((JSON.parse(readFileSync(file, "utf8")) as ReportDocument).preset).toBe("public-report");
  });

  it("is refused by name where there is none such, and the known ones are listed", async () => {
    const { code, err } = await make(at("none.json"), "red-head");
    expect(code).not.toBe(0);
    expect(err).toContain("red-head");
    expect(err).toContain("official-document（正式公文）");
  });
});
