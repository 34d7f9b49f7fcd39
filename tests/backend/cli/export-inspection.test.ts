import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { runCommandLine } from "../../../backend/cli/run.ts";
import { inspectionSchema } from "../../../core/inspect/inspection.ts";
import { buildFaces } from "../build-faces.ts";

let folder: string;
beforeAll(buildFaces, 180_000);
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "nianbao-inspection-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(...words: readonly string[]): Promise<{ readonly exit: number; readonly out: string }> {
  let out = "";
  const exit = await runCommandLine(words, { out: (text) => (out += text), err: () => undefined });
  return { exit, out };
}

it("writes 版面体检单 of an export as JSON, and its sum into what it prints", async () => {
  const at = (name: string): string => join(folder, name);
  writeFileSync(at("原文.txt"), "青石县审计局2025年工作报告\n全年完成审计项目12个。\n");
  const targets = ["--docx", at("报告.docx"), "--pdf", at("报告.pdf")];
  const done = await run("export", at("原文.txt"), ...targets, "--report", at("体检.json"));
  expect(done.exit).toBe(0);
  const report = inspectionSchema.parse(JSON.parse(readFileSync(at("体检.json"), "utf8")));
  const { inspection } = JSON.parse(done.out) as { inspection: { passed: number; attention: number; look: string[] } };
  expect([inspection.passed, inspection.attention]).toEqual([report.passed, report.attention]);
  expect(inspection.look).toHaveLength(report.attention);
  expect(report.rows.find(({ id }) => id === "text")).toMatchObject({ verdict: "ok", measured: "27 字，一字不差" });

  const laid = await run(
    "export",
    at("原文.txt"),
    ...targets,
    "--layout",
    "libreoffice",
    "--report",
    at("体检.json"),
    "--force",
  );
  expect(laid.exit).toBe(0);
  const other = inspectionSchema.parse(JSON.parse(readFileSync(at("体检.json"), "utf8")));
  expect(other.program).toBe("libreoffice");
  expect(other.rows.find(({ id }) => id === "layout-program")).toMatchObject({
    expected: "LibreOffice",
    verdict: "ok",
  });
});

it("refuses a report of files without pages, and one in the place of a file", async () => {
  const given = join(folder, "原文.txt");
  const target = join(folder, "报告.docx");
  writeFileSync(given, "工作报告\n一段。\n");
  const codeOf = ({ out }: { out: string }): unknown => (JSON.parse(out) as { error?: { code: string } }).error?.code;
  const alone = await run("export", given, "--txt", join(folder, "a.txt"), "--report", join(folder, "r.json"));
  expect(codeOf(alone)).toBe("argument-invalid");
  expect(codeOf(await run("export", given, "--docx", target, "--report", target))).toBe("argument-invalid");
  expect(codeOf(await run("export", given, "--docx", target, "--report", given, "--force"))).toBe("argument-invalid");
});
