import { describe, expect, it } from "vitest";
import { decodeText } from "../../backend/decode-text.ts";

/** A table of two-byte characters turned round: Node decodes it and does not encode. */
function encoder(label: string, seconds: readonly (readonly [number, number])[]): (text: string) => Uint8Array {
  const decoder = new TextDecoder(label);
  const table = new Map<string, readonly number[]>();
  for (let first = 0x81; first <= 0xfe; first += 1) {
    for (const [from, to] of seconds) {
      for (let second = from; second <= to; second += 1) {
        const sign = decoder.decode(Uint8Array.of(first, second));
        if (sign.length === 1 && sign !== "\uFFFD" && !table.has(sign)) table.set(sign, [first, second]);
      }
    }
  }
  return (text) =>
    Uint8Array.from(
      Array.from(text).flatMap((sign) => {
        const code = sign.charCodeAt(0);
        const bytes = code < 0x80 ? [code] : table.get(sign);
        if (bytes === undefined) throw new Error(`${label} has no ${sign}`);
        return bytes;
      }),
    );
}
const big5 = encoder("big5", [
  [0x40, 0x7e],
  [0xa1, 0xfe],
]);
const gbk = encoder("gb18030", [
  [0x40, 0x7e],
  [0x80, 0xfe],
]);
const join = (...parts: readonly Uint8Array[]): Uint8Array => Buffer.concat(parts);
const read = (bytes: Uint8Array): string => decodeText(bytes, "報告.txt");

const simple = "青石县审计局2025年工作报告\n一、主要工作\n（一）依法履职。全年完成审计项目32个，提出建议118条。\n";
const traditional = "青石縣審計局2025年工作報告\n一、主要工作\n（一）依法履職。全年完成審計項目32個，提出建議118條。\n";

describe("a text that does not name its encoding", () => {
  it.each([traditional, "審計工作報告", "審計局", traditional.repeat(50), `2025 GDP ${"x".repeat(200)}審計工作報告`])(
    "is read as Big5: %.20s",
    (text) => expect(read(big5(text))).toBe(text),
  );

  it.each([simple, "审计工作报告", "联通", "青石县", "李𬭩、王𠮷同志。".replaceAll(/[𬭩𠮷]/gu, "某"), traditional])(
    "is read as GBK: %.20s",
    (text) => expect(read(gbk(text))).toBe(text),
  );

  it("keeps what was cut off in the middle of a character", () => {
    expect(read(gbk(simple).subarray(0, 51))).toMatch(
      /^青石县审计局2025年工作报告\n一、主要工作\n（一）[^\uFFFD]*\uFFFD$/u,
    );
    expect(read(Buffer.from(simple).subarray(0, 40))).toMatch(/^青石县审计局2025年工作[^\uFFFD]*\uFFFD$/u);
    const holed = Buffer.from(simple);
    holed[1] = 0xff;
    expect(read(holed)).toContain("石县审计局2025年工作报告\n一、主要工作");
  });

  it("may be put together of files in two encodings, line by line", () => {
    expect(read(join(Buffer.from(simple), gbk(simple)))).toBe(simple + simple);
    expect(read(join(gbk(simple.repeat(100)), Buffer.from("青石县审计局。\n")))).toBe(
      `${simple.repeat(100)}青石县审计局。\n`,
    );
    expect(read(join(Buffer.from(simple.repeat(100)), gbk("平稳。\n")))).toBe(`${simple.repeat(100)}平稳。\n`);
  });

  it("may stand behind a wrong mark, and before bytes that a broken write left", () => {
    expect(read(join(Buffer.from([0xef, 0xbb, 0xbf]), gbk(simple)))).toBe(simple);
    expect(read(join(Buffer.from(simple), new Uint8Array(300)))).toBe(simple);
  });

  it("is read in UTF-32 with its mark", () => {
    const codes = Uint32Array.from(`\uFEFF${simple}`, (sign) => sign.codePointAt(0) ?? 0);
    const little = Buffer.from(codes.buffer);
    expect(read(little)).toBe(simple);
    expect(read(Buffer.from(little).swap32())).toBe(simple);
  });
});
