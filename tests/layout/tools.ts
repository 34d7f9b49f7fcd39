import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const answers = (program: string, argument: string): boolean => spawnSync(program, [argument]).error === undefined;

export const hasPoppler = answers("pdftotext", "-v");
export const hasLibreOffice = hasPoppler && answers("soffice", "--version");
/** Without a Chinese face LibreOffice draws boxes of another width: lines do not hold 28 then. */
const chineseFaces = spawnSync("fc-list", [":lang=zh-cn", "family"], { encoding: "utf8" });
export const hasChineseFace = chineseFaces.error === undefined && chineseFaces.stdout.trim() !== "";

/** Says in the test's output why a group of tests is left out. */
export function reportMissing(): void {
  if (!hasPoppler) console.warn("版面测试略过：本机没有 pdftotext（poppler-utils）。");
  else if (!hasLibreOffice) console.warn("DOCX 版面测试略过：本机没有 soffice（LibreOffice）。");
  else if (!hasChineseFace) console.warn("每行 28 字的 DOCX 测试略过：本机没有中文字体。");
}

/** Runs with a folder of its own, which is gone afterwards. */
async function inTemporaryFolder<T>(run: (folder: string) => T | Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), "nianbao-layout-"));
  try {
    return await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** One profile for all conversions of a run: making one takes LibreOffice seconds. */
let profileFolder: string | null = null;
function libreOfficeProfile(): string {
  if (profileFolder === null) {
    const folder = mkdtempSync(join(tmpdir(), "nianbao-libreoffice-"));
    process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
    profileFolder = folder;
  }
  return profileFolder;
}

/** A DOCX as LibreOffice lays it out; `env` may name other faces, see `officeFacesFile`. */
export const docxToPdf = (docx: Uint8Array, env: Readonly<Record<string, string>> = {}): Promise<Uint8Array> =>
  inTemporaryFolder((folder) => {
    writeFileSync(join(folder, "report.docx"), docx);
    const profile = `-env:UserInstallation=file://${libreOfficeProfile()}`;
    const options = ["--headless", profile, "--convert-to", "pdf", "--outdir", folder, join(folder, "report.docx")];
    execFileSync("soffice", options, { stdio: "ignore", timeout: 110_000, env: { ...process.env, ...env } });
    return readFileSync(join(folder, "report.pdf"));
  });

/** What a poppler program prints about a PDF. */
export const askPoppler = (program: string, pdf: Uint8Array, options: readonly string[] = []): Promise<string> =>
  inTemporaryFolder((folder) => {
    const file = join(folder, "pages.pdf");
    writeFileSync(file, pdf);
    const output = program === "pdftotext" ? ["-"] : [];
    return execFileSync(program, [...options, file, ...output], { encoding: "utf8", maxBuffer: 1 << 28 });
  });

/** The text of a Word file as LibreOffice converts it. */
export const wordToText = (file: Uint8Array, ending: "docx" | "doc"): Promise<string> =>
  inTemporaryFolder((folder) => {
    writeFileSync(join(folder, `report.${ending}`), file);
    const profile = `-env:UserInstallation=file://${libreOfficeProfile()}`;
    const format = "txt:Text (encoded):UTF8";
    const options = [
      "--headless",
      profile,
      "--convert-to",
      format,
      "--outdir",
      folder,
      join(folder, `report.${ending}`),
    ];
    execFileSync("soffice", options, { stdio: "ignore", timeout: 110_000 });
    return readFileSync(join(folder, "report.txt"), "utf8");
  });
