import { standardLayout } from "../../core/layout/rules/layout.ts";
import { standardStyle } from "../../core/layout/rules/house-style.ts";
import { spawnSync } from "node:child_process";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { createThreadPrinter } from "../../backend/pdf/thread-printer.ts";
import { exportDocx } from "../../core/export/docx/export-docx.ts";
import { docxFaces } from "../../core/layout/fonts.ts";
import { type Inputs, reportOf } from "./inputs.ts";
import { medianMs } from "./measure.ts";
import { ms, row, type Row, times } from "./table.ts";

/** DOCX and PDF, warm and as whole processes, against pandoc and LibreOffice where they are installed. */
export async function measureOutput(inputs: Inputs, scratch: string): Promise<readonly Row[]> {
  const printer = createThreadPrinter(join(process.cwd(), "out/faces"));
  const rows: Row[] = [];
  try {
    for (const [index, { label, text }] of inputs.sizes.entries()) {
      const folder = join(scratch, `output-${index}`);
      await mkdir(folder, { recursive: true });
      const textFile = join(folder, "report.txt");
      await writeFile(textFile, text);
      const report = reportOf(text);

      let docx: Uint8Array = new Uint8Array();
      const docxMs = await medianMs(
        7,
        async () => {
          docx = await exportDocx(report, { images: new Map(), fonts: docxFaces(new Set()), layout: standardLayout });
        },
        { warmUp: 5 },
      );
      const docxFile = join(folder, "report.docx");
      await writeFile(docxFile, docx);
      const commandMs = await medianMs(3, () =>
        run("node", exportCommand(textFile, "--docx", join(folder, "cli.docx"))),
      );
      const pdfCommandMs = await medianMs(3, () =>
        run("node", exportCommand(textFile, "--pdf", join(folder, "cli.pdf"))),
      );
      const pandocMs = await medianMsOf("pandoc", ["-f", "markdown", textFile, "-o", join(folder, "pandoc.docx")]);

      const layout = { style: standardStyle, stamped: false, program: "libreoffice" } as const;
      const job = { report, images: new Map(), ...layout };
      const pdfMs = await medianMs(5, () => printer.print(job), { warmUp: 2 });
      const officeMs = await medianMsOf("soffice", ["--headless", "--convert-to", "pdf", "--outdir", folder, docxFile]);

      rows.push(
        row("DOCX export, warm", label, ms(docxMs), {
          ...against("pandoc process", docxMs, pandocMs),
          goal: "≤ 65 ms at 20,000",
        }),
        row("DOCX export, whole process", label, ms(commandMs), {
          ...against("pandoc process", commandMs, pandocMs),
          goal: "≤ 2.5×",
        }),
        row("PDF export, warm", label, ms(pdfMs), {
          ...against("LibreOffice process", pdfMs, officeMs),
          goal: "≤ 0.15×",
        }),
        row(
          "PDF export, whole process",
          label,
          ms(pdfCommandMs),
          against("LibreOffice process", pdfCommandMs, officeMs),
        ),
      );
    }
  } finally {
    await printer.close();
  }
  return rows;
}

const exportCommand = (file: string, ...rest: readonly string[]): readonly string[] => [
  "out/main/cli.js",
  "export",
  file,
  ...rest,
  "--force",
];

function run(command: string, args: readonly string[]): boolean {
  return spawnSync(command, args, { stdio: "ignore" }).status === 0;
}

/** Null where the program is not installed or fails. */
async function medianMsOf(command: string, args: readonly string[]): Promise<number | null> {
  if (!run(command, args)) return null;
  return medianMs(3, () => run(command, args));
}

function against(name: string, value: number, other: number | null): Partial<Row> {
  if (other === null) return { against: `${name}: not installed` };
  return { against: `${name} ${ms(other)}`, ratio: times(value / other) };
}
