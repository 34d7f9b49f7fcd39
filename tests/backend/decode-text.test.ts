import { describe, expect, it } from "vitest";
import { decodeText } from "../../backend/decode-text.ts";
import { MAX_TEXT_MB } from "../../core/import/largest-file.ts";
import { AppError, type ErrorCode } from "../../core/result.ts";

const text = "某市审计局2025年度报告\r\n一、主要工作\r\n（一）依法履职。全年完成审计项目32个，提出建议118条。\r\n";

/** GBK bytes of `text` made by hand: Node decodes GBK but does not encode it. */
const gbkSample = Buffer.from("c9f3bcc6bed6b9a4d7f7b1a8b8e6a3ac32303235c4eaa1a3", "hex");

const utf16le = (value: string): Buffer => Buffer.from(value, "utf16le");
const utf16be = (value: string): Buffer => Buffer.from(value, "utf16le").swap16();

function codeOf(bytes: Uint8Array): ErrorCode | null {
  try {
    decodeText(bytes, "文件.txt");
    return null;
  } catch (error) {
    return error instanceof AppError ? error.code : "internal";
  }
}

describe("decodeText", () => {
  it.each([
    ["UTF-8", Buffer.from(text)],
    ["UTF-8 with a byte order mark", Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), Buffer.from(text)])],
    ["UTF-16 LE with a mark", Buffer.concat([Buffer.from([0xff, 0xfe]), utf16le(text)])],
    ["UTF-16 BE with a mark", Buffer.concat([Buffer.from([0xfe, 0xff]), utf16be(text)])],
    ["UTF-16 LE without a mark", utf16le(text)],
    ["UTF-16 BE without a mark", utf16be(text)],
  ])("reads %s", (_, bytes) => {
    expect(decodeText(bytes, "文件.txt")).toBe(text);
  });

  it("reads GBK", () => {
    expect(decodeText(gbkSample, "文件.txt")).toBe("审计局工作报告，2025年。");
  });

  it("reads GBK of odd and even length alike", () => {
    expect(decodeText(Buffer.concat([gbkSample, Buffer.from("A")]), "文件.txt")).toBe("审计局工作报告，2025年。A");
  });

  it("reads the four-byte characters of GB18030", () => {
    const bytes = Buffer.concat([gbkSample, Buffer.from([0x95, 0x32, 0x82, 0x36])]);
    expect(decodeText(bytes, "文件.txt")).toBe("审计局工作报告，2025年。𠀀");
  });

  it("keeps UTF-8 that was cut inside a character as UTF-8", () => {
    const bytes = Buffer.from(text.repeat(20).trimEnd());
    expect(decodeText(bytes.subarray(0, bytes.length - 1), "文件.txt")).toContain("全年完成审计项目32个");
  });

  it("keeps UTF-8 with one damaged byte as UTF-8", () => {
    const bytes = Buffer.from(text.repeat(20));
    bytes[40] = 0xff;
    expect(decodeText(bytes, "文件.txt")).toContain("全年完成审计项目32个");
  });

  it("reads a short text with a few stray control characters", () => {
    const stray = "某县工作报告\r\n一、情况\u0001\r\n（一）学习\u0007思想，服务大局，依法履职，取得成效。\r\n";
    for (const bytes of [Buffer.from(stray), utf16le(stray), Buffer.concat([gbkSample, Buffer.from([1])])]) {
      expect(decodeText(bytes, "文件.txt")).toContain("\u0001");
    }
  });

  it("tells an empty file, whatever encoding its emptiness has", () => {
    expect(codeOf(new Uint8Array())).toBe("file-empty");
    expect(codeOf(Buffer.from("\uFEFF \r\n\t\r\n"))).toBe("file-empty");
    expect(codeOf(Buffer.from([0xff, 0xfe]))).toBe("file-empty");
  });

  it.each([
    ["a Word document", Buffer.concat([Buffer.from("PK\u0003\u0004"), Buffer.alloc(400, 7)])],
    ["an old Word document", Buffer.concat([Buffer.from("d0cf11e0a1b11ae1", "hex"), Buffer.alloc(600)])],
    ["a picture", Buffer.concat([Buffer.from("89504e470d0a1a0a", "hex"), Buffer.alloc(301, 3)])],
    ["random bytes", Buffer.from(Array.from({ length: 3000 }, (_, at) => (at * at * 7919 + at * 31) % 256))],
    ["zero bytes", Buffer.alloc(1000)],
  ])("refuses %s", (_, bytes) => {
    expect(codeOf(bytes)).toBe("file-not-text");
  });

  it("refuses a file that no report can be", () => {
    expect(codeOf(Buffer.alloc(MAX_TEXT_MB * 1024 * 1024 + 1, "文"))).toBe("file-too-large");
  });
});
