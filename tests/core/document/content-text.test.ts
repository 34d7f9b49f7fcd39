import { describe, expect, it } from "vitest";
import type { Inline } from "../../../core/document/blocks.ts";
import { alignedPlainText, inlineText, maskedText, plainText } from "../../../core/document/content-text.ts";
import { sliceContent } from "../../../core/document/slice-content.ts";

const content: readonly Inline[] = [
  { kind: "year", offset: 0 },
  { kind: "text", text: "年完成" },
  { kind: "blank", label: "个数" },
  { kind: "text", text: "个，" },
  { kind: "figure", figureId: "f1", text: "3.5亿元" },
  { kind: "break" },
  { kind: "text", text: "共10" },
  { kind: "text", text: "4", script: "super" },
];

describe("the texts of a paragraph", () => {
  it("print blanks, years, figures and soft breaks alike", () => {
    expect(inlineText(content, 2025)).toBe("2025年完成【个数】个，3.5亿元\n共104");
  });

  it("keep every character in its place where a blank is masked or a number is raised", () => {
    const masked = maskedText(content, 2025);
    expect(masked).toBe("2025年完成\ufffc\ufffc\ufffc\ufffc个，3.5亿元\n共104");
    expect(
      alignedPlainText([
        { kind: "text", text: "10" },
        { kind: "text", text: "k", script: "super" },
      ]),
    ).toBe("10k");
    expect(
      plainText([
        { kind: "text", text: "10" },
        { kind: "text", text: "k", script: "super" },
      ]),
    ).toBe("10^k");
  });

  it("are cut between characters, and never inside what is set as a whole", () => {
    expect(inlineText(sliceContent(content, 5, 9, 2025), 2025)).toBe("完成【个数】");
    expect(inlineText(sliceContent(content, 2, 5, 2025), 2025)).toBe("2025年");
    expect(inlineText(sliceContent(content, 15, 18, 2025), 2025)).toBe("3.5亿元");
  });
});
