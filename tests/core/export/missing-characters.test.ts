import { describe, expect, it } from "vitest";
import { missingCharacterWarnings } from "../../../core/export/missing-characters.ts";

const messageOf = (...characters: string[]): string => missingCharacterWarnings(characters)[0]?.message ?? "";

describe("the warning of characters without a face", () => {
  it("is not there where every character has one", () => {
    expect(missingCharacterWarnings([])).toEqual([]);
  });

  it("names them with their numbers, and those that nobody can read by their numbers alone", () => {
    expect(messageOf("𠀀", "\ue000", "\u200b")).toContain(
      "有 3 个字这台计算机的字体里都没有，PDF 上以“〓”代替：“𠀀”（U+20000）、U+E000、U+200B。",
    );
  });

  it("names the first of many", () => {
    const many = Array.from({ length: 30 }, (_, index) => String.fromCodePoint(0x20000 + index));
    expect(messageOf(...many)).toMatch(/有 30 个字.*“𠀉”（U\+20009）等。/u);
  });
});
