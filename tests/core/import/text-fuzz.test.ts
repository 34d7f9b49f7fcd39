import { expect, it } from "vitest";
import { readReportFile } from "../../../backend/read-report-file.ts";
import { reportSchema } from "../../../core/document/schema.ts";
import { exportText } from "../../../core/export/text.ts";
import { AppError } from "../../../core/result.ts";
import { below, type Random, randomOf } from "../../support/seeded-random.ts";
import { fixtureText } from "./fixture.ts";
import { spentMs } from "../../support/work.ts";

const originals = ["county-from-web", "half-width", "mixed-ordinals", "plan-with-notice", "enforcement"].map(
  fixtureText,
);
/** What stands at the beginnings of lines, what closes and opens, and what no text should hold. */
const pieces = [
  "一、", "（一）", "（1）", "1.", "九百九十九、", "第一章 ", "附件：1.", "附件", "2026年2月30日", "\t", "\n", "\r", "\f", "\u2028",
  "，", "。", "《", "“", "（", "…", "— 2 —", "目录", "\u0000", "\ufffd", "\u200b", "\ud800", "😀", "审".repeat(500), "1".repeat(500),
  "[bookmark:", "某某市审计局", "抄送：", "{", "<?xml", "PK", "%PDF-",
]; // prettier-ignore

/** The same text with pieces put in, lines taken out, doubled and moved. */
function changed(text: string, random: Random): string {
  let result = text;
  for (let count = 1 + below(random, 8); count > 0; count -= 1) {
    const at = below(random, result.length + 1);
    const length = below(random, 200);
    const piece = pieces[below(random, pieces.length)] ?? "";
    switch (below(random, 4)) {
      case 0:
        result = result.slice(0, at) + piece + result.slice(at);
        break;
      case 1:
        result = result.slice(0, at) + result.slice(at + length);
        break;
      case 2:
        result = result.slice(0, at) + result.slice(at, at + length).repeat(3) + result.slice(at + length);
        break;
      default:
        result = result.slice(at) + result.slice(0, at);
    }
  }
  return result;
}

const encodings = {
  utf8: (text: string) => Buffer.from(text, "utf8"),
  utf16: (text: string) => Buffer.from(`\ufeff${text}`, "utf16le"),
  utf16Big: (text: string) => Buffer.from(`\ufeff${text}`, "utf16le").swap16(),
  latin: (text: string) => Buffer.from(text, "latin1"),
} as const;
const encoders = Object.values(encodings);

function mutate(random: Random): Uint8Array {
  if (random() < 0.1) return Uint8Array.from({ length: below(random, 4000) }, () => below(random, 256));
  if (random() < 0.05) {
    const piece = pieces[below(random, pieces.length)] ?? "，";
    return Buffer.from(piece.repeat(1 + below(random, 300)), "utf8");
  }
  const text = changed(originals[below(random, originals.length)] ?? "", random);
  const bytes = (encoders[random() < 0.7 ? 0 : below(random, encoders.length)] ?? encodings.utf8)(text);
  if (random() < 0.2) return bytes.subarray(0, below(random, bytes.length));
  if (random() < 0.2)
    for (let flips = 1 + below(random, 20); flips > 0; flips -= 1)
      bytes[below(random, bytes.length)] = below(random, 256);
  return bytes;
}

const strip = (text: string): string => text.replaceAll(/\s/gu, "");
/** 成文日期 is printed in figures and a lone 附件 without a number, which the writer is told. */
const inStandardForm = (text: string): string =>
  text
    .replaceAll("二〇二六年一月二十日", "2026年1月20日")
    .replaceAll(/(?<=[年月])0(?=[1-9])/gu, "")
    .replaceAll(/附件：1\.(?!.*2\.)/gu, "附件：");
const runs = Number(process.env["NIANBAO_FUZZ_RUNS"] ?? 800);
/** Of the processor for one file; a hundredth of it is usual. */
const slowestMs = 10_000;

it(`gives a report or a clear error for each of ${runs} damaged texts, in time`, { timeout: 1_800_000 }, () => {
  const codes = new Map<string, number>();
  for (let seed = 1; seed <= runs; seed += 1) {
    const bytes = mutate(randomOf(seed));
    const begun = spentMs();
    try {
      const { report } = readReportFile({ bytes, name: "去年.txt", year: null }, new Date(0));
      expect(reportSchema.safeParse(report).error, `seed ${seed}`).toBeUndefined();
      codes.set("report", (codes.get("report") ?? 0) + 1);
    } catch (error) {
      if (!(error instanceof AppError)) throw new Error(`seed ${seed}`, { cause: error });
      codes.set(error.code, (codes.get(error.code) ?? 0) + 1);
    }
    expect(spentMs() - begun, `seed ${seed}`).toBeLessThan(slowestMs);
  }
  expect(codes.get("report") ?? 0).toBeGreaterThan(runs / 2);
});

it("keeps every character of texts that are damaged and still texts", () => {
  for (let seed = 1; seed <= Math.min(runs, 2000); seed += 1) {
    const random = randomOf(seed);
    const damaged = `某局工作报告\n${changed(originals[seed % originals.length] ?? "", random)}`;
    // a file with NUL is no text, and half of a pair no character
    const text = damaged.replaceAll("\u0000", "").replaceAll(/[\ud800\ufffd]/gu, "");
    const { report } = readReportFile({ bytes: Buffer.from(text, "utf8"), name: "去年.txt", year: null }, new Date(0));
    expect(inStandardForm(strip(exportText(report))), `seed ${seed}`).toBe(inStandardForm(strip(text)));
  }
}, 120_000);

const longText = (megabytes: number): string => {
  const section = `（一）加强学习\n${"全年组织各类审计项目十二个，提出建议四十三条。".repeat(12)}\n`;
  return section.repeat(Math.ceil((megabytes * 1024 * 1024) / Buffer.byteLength(section)));
};

it("reads a text of five megabytes", () => {
  const text = longText(5);
  const { report } = readReportFile({ bytes: Buffer.from(text, "utf8"), name: "去年.txt", year: null }, new Date(0));
  expect(strip(exportText(report)).length).toBe(strip(text).length);
}, 30_000);

it("says of a text of ten megabytes that it is more than one report, and how much more", () => {
  const bytes = Buffer.from(longText(10), "utf8");
  const read = (): unknown => readReportFile({ bytes, name: "去年.txt", year: null }, new Date(0));
  expect(read).toThrow(new AppError("report-too-long", { name: "去年.txt", count: 24_644, most: 20_000, unit: "段" }));
}, 30_000);
