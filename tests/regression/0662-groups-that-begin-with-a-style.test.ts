import { expect, it } from "vitest";
import { decodeCodePage } from "../../backend/decode-code-page.ts";
import { inspectImage } from "../../backend/store/images.ts";
import { inlineText } from "../../core/document/content-text.ts";
import { readRtf } from "../../core/import/rtf/read-rtf.ts";
import { makeRtf, rtfText } from "../fixtures/rtf/make-rtf.ts";

const read = (body: string) =>
  readRtf(
    makeRtf(String.raw`\pard\plain\f1 ${rtfText("全年")}${body}${rtfText("推进。")}\par `),
    inspectImage,
    decodeCodePage,
  );
const words = (body: string): string =>
  read(body)
    .blocks.map((block) => ("content" in block ? inlineText(block.content, 2025) : ""))
    .join("⏎");

it.each([
  String.raw`{\cs15 WORDS}`,
  String.raw`{\cs15\b WORDS}`,
  String.raw`{\ds0 WORDS}`,
  String.raw`{\ts11 WORDS}`,
  String.raw`{\cs15{\field{\*\fldinst {HYPERLINK "a"}}{\fldrslt {\cs16 WORDS}}}}`,
  String.raw`{\lang2052 WORDS}`,
  String.raw`{\formshade WORDS}`,
  String.raw`{\horzvert1 WORDS}`,
  String.raw`{\htmlrtf0 WORDS}`,
])("words of a group of RTF that begins with a style or a look are words of the text: %s", (group) => {
  const { warnings } = read(group.replace("WORDS", rtfText("平稳")));
  expect(words(group.replace("WORDS", rtfText("平稳")))).toBe("全年平稳推进。");
  expect(warnings.map(({ code }) => code)).not.toContain("words-missing");
});

it("the name of a character style is none of them", () => {
  expect(words(String.raw`{\stylesheet{\*\cs15 \additive ${rtfText("强调文字")};}}`)).toBe("全年推进。");
});
