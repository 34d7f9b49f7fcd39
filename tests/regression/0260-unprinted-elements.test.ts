import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { runCommandLine } from "../../backend/cli/run.ts";
import { exportWarnings } from "../../backend/output/run-export.ts";
import { readReportFile } from "../../backend/read-report-file.ts";
import { assembleReport } from "../../core/document/assemble.ts";
import { elementNames } from "../../core/document/element-names.ts";
import { layoutPresets, metaSchema, type ReportDocument } from "../../core/document/schema.ts";
import { webHtml } from "../../core/export/html.ts";
import { layOutReport } from "../../core/layout/pages/lay-out-report.ts";
import { exportText } from "../../core/export/text.ts";
import { testFaces } from "../core/layout/lines/test-faces.ts";
import { linesOf } from "../core/layout/page-lines.ts";
import { exportedParts } from "../core/export/docx/read-package.ts";
import { paragraph, sampleReport, title } from "../core/export/sample-report.ts";
import { makeDocx } from "../fixtures/docx/make-docx.ts";
import { p } from "../fixtures/docx/word-xml.ts";

const blocks = [title("某市2025年法治政府建设情况报告"), paragraph("正文一段。")];

/** Every field of 公文要素 filled with words that stand nowhere else; how they print is for the exporters to say. */
const fields = Object.keys(metaSchema.shape) as readonly (keyof typeof metaSchema.shape)[];
const filled = (field: keyof typeof metaSchema.shape, index: number): { value: unknown; words: string } => {
  const words = `甲${"乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥"[index] ?? index}值`;
  if (field === "sealForm") return { value: "seal", words: "加盖印章" };
  if (field === "attachments") return { value: [{ title: words, content: null }], words };
  const schema = metaSchema.shape[field];
  const day = `2031-0${(index % 9) + 1}-1${index % 10}`;
  if (schema.safeParse(words).success) return { value: words, words };
  if (schema.safeParse([words]).success) return { value: [words], words };
  return { value: schema.parse(day), words: `2031年${(index % 9) + 1}月1${index % 10}日` };
};
const full = fields.map((field, index) => ({ field, ...filled(field, index) }));
const meta = metaSchema.parse(Object.fromEntries(full.map(({ field, value }) => [field, value])));

const withoutTags = (html: string): string => html.replace(/<head>.*<\/head>/su, "").replaceAll(/<[^>]*>/gu, "");

async function filesOf(report: ReportDocument): Promise<Readonly<Record<string, string>>> {
  const parts = await exportedParts(report);
  const shown = Object.entries(parts).filter(([path]) => /^word\/(?:document|header\d*|footer\d*)\.xml$/u.test(path));
  return {
    docx: withoutTags(shown.map(([, xml]) => xml).join("")),
    pages: layOutReport(assembleReport(report), { faces: testFaces, program: "word", hasImage: () => true })
      .flatMap(linesOf)
      .join(""),
    web: withoutTags(webHtml(report, new Map())),
    text: exportText(report),
  };
}

const messagesOf = (report: ReportDocument): string =>
  exportWarnings(report)
    .map(({ message }) => message)
    .join("\n");

describe("公文要素 that no exporter prints", () => {
  it.each(layoutPresets)(
    "are named with their values at export, and all others stand in every file (%s)",
    async (preset) => {
      const report = { ...sampleReport(blocks), meta, preset };
      const files = await filesOf(report);
      const said = messagesOf(report);
      for (const { field, words } of full) {
        // no word of its own: the signature stands as it says
        if (field === "sealForm") continue;
        const isInAll = Object.values(files).every((text) => text.includes(words));
        const isNamed = said.includes(`${elementNames[field]}“${words}”`);
        expect([field, isInAll || isNamed]).toEqual([field, true]);
        // one that is printed is not called missing
        expect([field, isInAll && isNamed]).toEqual([field, false]);
      }
    },
  );

  it("put 密级 first and in a sentence of its own", () => {
    const report = { ...sampleReport(blocks), meta };
    expect(exportWarnings(report)[0]).toMatchObject({
      code: "secrecy-unprinted",
      message: expect.stringContaining(`密级和保密期限“${meta.secrecy}”`) as string,
    });
  });

  it("are not taken for printed because the text has the same word", () => {
    const report = {
      ...sampleReport([...blocks, paragraph("保守国家秘密，办理特急件3件。")]),
      meta: metaSchema.parse({ secrecy: "秘密", urgency: "特急" }),
    };
    expect(messagesOf(report)).toContain("密级和保密期限“秘密”");
    expect(messagesOf(report)).toContain("紧急程度“特急”");
  });

  it("are none in a public report that its organ signs, and 发文机关 is one where nothing names it", () => {
    expect(exportWarnings(sampleReport(blocks))).toEqual([]);
    const unsigned = sampleReport(blocks, { issuingOrgan: "某市审计局" });
    expect(messagesOf(unsigned)).toContain("发文机关“某市审计局”");
    const numbered = sampleReport(blocks, {
      issuingOrgan: "某市审计局",
      signatories: ["某市审计局"],
      documentNumber: "某审发〔2026〕3号",
    });
    expect(messagesOf(numbered)).toContain("发文机关“某市审计局”、发文字号“某审发〔2026〕3号”");
  });
});

const lines = [
  "000123",
  "机密★1年",
  "特急",
  "某某市审计局文件",
  "某审发〔2026〕3号　签发人：李某某",
  "某某市审计局关于2025年法治政府建设情况的报告",
  "市人民政府：",
  "现将有关情况报告如下。",
  "某某市审计局",
  "2026年1月20日",
  "抄送：市人大常委会办公室，市委办公室。",
  "某某市审计局办公室　　2026年1月21日印发",
];
const files = {
  "红头.docx": makeDocx({ body: lines.map((line) => p(line)).join("") }),
  "红头.html": Buffer.from(`<html><body>${lines.map((line) => `<p>${line}</p>`).join("\n")}</body></html>`),
  "红头.rtf": Buffer.from(
    `{\\rtf1\\ansi ${lines.map((line) => Array.from(line, (letter) => (/[ -~]/u.test(letter) ? letter : `\\u${letter.charCodeAt(0)}?`)).join("")).join("\\par ")}\\par}`,
  ),
  "红头.txt": Buffer.from(lines.join("\n")),
} as const;

describe("a file with 版头 and 版记", () => {
  it.each(Object.entries(files))("loses none of them unsaid: %s", (name, bytes) => {
    const { report, warnings } = readReportFile({ bytes, name, year: null }, new Date("2026-02-01T00:00:00Z"));
    const said = warnings.map(({ message }) => message).join("\n");
    const kept = exportText(report);
    for (const words of [
      "000123",
      "机密★1年",
      "特急",
      "某审发〔2026〕3号",
      "李某某",
      "市人大常委会办公室，市委办公室",
      "某某市审计局办公室",
      "2026年1月21日",
    ]) {
      expect([words, kept.includes(words) || said.includes(`“${words}”`)]).toEqual([words, true]);
    }
    expect(kept).toContain("某某市审计局文件");
    expect(report.preset).toBe("official-document");
  });

  it("has 密级 said first by the command line where its layout prints none", async () => {
    const [given, out, txt] = ["红头.docx", "报告.json", "报告.txt"].map((name) => join(folder, name)) as [
      string,
      string,
      string,
    ];
    writeFileSync(given, files["红头.docx"]);
    await run("import", given, "--out", out);
    const report = JSON.parse(readFileSync(out, "utf8")) as ReportDocument;
    writeFileSync(out, JSON.stringify({ ...report, preset: "public-report" }));
    const exported = await run("export", out, "--txt", txt);
    expect(exported[0]?.code).toBe("secrecy-unprinted");
    expect(exported[0]?.message).toContain("密级和保密期限“机密★1年”");
    expect(exported[1]?.message).toContain("签发人“李某某”、抄送“市人大常委会办公室，市委办公室”");
  });
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "nianbao-elements-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

async function run(
  ...words: readonly string[]
): Promise<readonly { readonly code: string; readonly message: string }[]> {
  let out = "";
  await runCommandLine(words, { out: (text) => (out += text), err: () => undefined });
  return (JSON.parse(out) as { readonly warnings: readonly { readonly code: string; readonly message: string }[] })
    .warnings;
}
