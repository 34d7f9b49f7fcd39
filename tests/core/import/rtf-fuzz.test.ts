import { expect, it } from "vitest";
import { readReportFile } from "../../../backend/read-report-file.ts";
import { reportSchema } from "../../../core/document/schema.ts";
import { AppError } from "../../../core/result.ts";
import { makeRtf, rtfParagraph, rtfText } from "../../fixtures/rtf/make-rtf.ts";
import { below, type Random, randomOf } from "../../support/seeded-random.ts";
import { spentMs } from "../../support/work.ts";

const original = makeRtf(
  rtfParagraph("青石县审计局2025年工作报告", String.raw`\qc`) +
    String.raw`{\listtext\pard\plain ${rtfText("一、")}\tab}` +
    rtfParagraph("主要工作", String.raw`\s1\ls1`) +
    rtfParagraph("完成审计项目32个，查出问题金额1.2亿元。") +
    String.raw`\trowd\clvmgf\cellx2000\cellx4000 \pard\intbl ${rtfText("项目")}\cell ${rtfText("数量")}\cell\row ` +
    String.raw`\trowd\clvmrg\cellx2000\cellx4000 \pard\intbl\cell 32\cell\row ` +
    String.raw`\pard ${rtfText("详见")}{\field{\*\fldinst TOC}{\fldrslt ${rtfText("目录")}}}{\footnote\pard ${rtfText("注")}}\par ` +
    String.raw`{\shp{\*\shpinst{\shptxt \pard ${rtfText("框")}\par}}}{\pict\pngblip\picwgoal9 89504e47}\page ` +
    rtfParagraph("下一步继续推进。"),
);
const words = [
  String.raw`\par `,
  String.raw`\cell `,
  String.raw`\nestcell `,
  String.raw`\row `,
  String.raw`\nestrow `,
  String.raw`\trowd\cellx-9\cellx1 `,
  String.raw`\intbl\itap9 `,
  String.raw`\bin999999999 `,
  String.raw`\u-99999 `,
  String.raw`\uc200 `,
  String.raw`{\footnote `,
  String.raw`{\shptxt `,
  String.raw`{\field `,
  String.raw`{\fldrslt `,
  String.raw`{\listtext `,
  String.raw`{\*\x `,
  "{",
  "}",
  "\\",
  "\\'",
].map((word) => new TextEncoder().encode(word));

function inserted(bytes: Uint8Array, random: Random): Uint8Array {
  const word = words[below(random, words.length)] ?? new Uint8Array();
  const at = below(random, bytes.length);
  return Uint8Array.from([...bytes.subarray(0, at), ...word, ...bytes.subarray(at)]);
}

function mutate(seed: number): Uint8Array {
  const random = randomOf(seed);
  let bytes: Uint8Array = original.slice();
  const choice = random();
  if (choice < 0.1) return bytes.slice(0, 6 + below(random, bytes.length));
  for (let count = 1 + below(random, 12); count > 0; count -= 1) {
    if (random() < 0.6) bytes = inserted(bytes, random);
    else bytes[6 + below(random, bytes.length - 6)] = below(random, 256);
  }
  return bytes;
}

const runs = Number(process.env["NIANBAO_FUZZ_RUNS"] ?? 2000);
/** Of the processor for one file; a hundredth of it is usual. */
const slowestMs = 10_000;

it(`gives a report or a clear error for each of ${runs} damaged RTF files, in time`, { timeout: 1_800_000 }, () => {
  let reports = 0;
  let slowest = 0;
  for (let seed = 1; seed <= runs; seed += 1) {
    const begun = spentMs();
    try {
      const { report } = readReportFile({ bytes: mutate(seed), name: "去年.doc", year: null }, new Date(0));
      expect(reportSchema.safeParse(report).error, `seed ${seed}`).toBeUndefined();
      reports += 1;
    } catch (error) {
      if (!(error instanceof AppError)) throw new Error(`seed ${seed}`, { cause: error });
    }
    slowest = Math.max(slowest, spentMs() - begun);
  }
  expect(slowest).toBeLessThan(slowestMs);
  expect(reports).toBeGreaterThan(runs / 2);
});

it("reads groups in groups however deep, and words without end, in time", () => {
  const begun = spentMs();
  for (const body of [
    "{".repeat(100_000) + rtfParagraph("深处有字。"),
    "\\b1\\b0 ".repeat(100_000) + rtfParagraph("有字。"),
  ]) {
    const { report } = readReportFile({ bytes: makeRtf(body), name: "a.rtf", year: null }, new Date(0));
    expect(JSON.stringify(report.body)).toContain("有字。");
  }
  expect(spentMs() - begun).toBeLessThan(slowestMs);
});
