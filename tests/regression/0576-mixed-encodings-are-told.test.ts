import { describe, expect, it } from "vitest";
import { decodeWithWarnings } from "../../backend/decode-text.ts";
import { readReportFile } from "../../backend/read-report-file.ts";

/** 关于审计工作 in GBK. */
const gbk = Buffer.from("b9d8d3dac9f3bcc6b9a4d7f7", "hex");
/** 審計局工作報告 in Big5. */
const big5 = Buffer.from("bc66ad70a7bda475a740b3f8a769", "hex");
const read = (bytes: Uint8Array) =>
  readReportFile({ bytes, name: "报告.txt", year: 2025 }, new Date("2026-01-05T00:00:00Z"));

describe("a text whose encoding had to be guessed", () => {
  it("names the lines that are in another one, and keeps all words", () => {
    const bytes = Buffer.concat([
      Buffer.from("青石县审计局工作报告\n我局依法履职。\n"),
      gbk,
      Buffer.from("\n完毕如上。\n"),
    ]);
    const { text, warnings } = decodeWithWarnings(bytes, "报告.txt");
    expect(text).toBe("青石县审计局工作报告\n我局依法履职。\n关于审计工作\n完毕如上。\n");
    expect(warnings).toEqual([
      {
        code: "encoding-mixed",
        message:
          "文件的文字编码前后不一：大部分是 UTF-8，有 1 行是 GBK（第一处在第 3 行“关于审计工作”），已逐行认读。请核对有无乱码。",
      },
    ]);
    expect(read(bytes).warnings.map(({ code }) => code)).toContain("encoding-mixed");
  });

  it("says so where the other way round most lines are in GBK", () => {
    const line = Buffer.concat([gbk, Buffer.from("\n")]);
    const { warnings } = decodeWithWarnings(
      Buffer.concat([line, line, line, Buffer.from("青石县审计局\n")]),
      "报告.txt",
    );
    expect(warnings[0]?.message).toContain("大部分是 GBK，有 1 行是 UTF-8（第一处在第 4 行“青石县审计局”）");
  });

  it("says that it was taken for Big5", () => {
    const { text, warnings } = decodeWithWarnings(big5, "報告.txt");
    expect(text).toBe(new TextDecoder("big5").decode(big5));
    expect(warnings.map(({ code }) => code)).toEqual(["encoding-big5"]);
  });

  it.each([Buffer.from("青石县审计局"), gbk])("says nothing of a text in one encoding", (bytes) => {
    expect(decodeWithWarnings(bytes, "报告.txt").warnings).toEqual([]);
  });
});
