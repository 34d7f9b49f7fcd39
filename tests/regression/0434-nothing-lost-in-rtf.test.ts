import { describe, expect, it } from "vitest";
import { decodeCodePage } from "../../backend/decode-code-page.ts";
import { inspectImage } from "../../backend/store/images.ts";
import { knownDestinations } from "../../core/import/rtf/destinations.ts";
import { readRtf } from "../../core/import/rtf/read-rtf.ts";
import { makeRtf, rtfParagraph, rtfText } from "../fixtures/rtf/make-rtf.ts";

const read = (body: string) =>
  readRtf(makeRtf(rtfParagraph("全年工作平稳推进。") + body), inspectImage, decodeCodePage);
const line = (inside: string): string => String.raw`\pard\plain\f1 ${inside}\par`;
const last = (body: string) => {
  const block = read(body).blocks.at(-1);
  return block?.kind === "paragraph" ? block.content : [];
};
const words = (body: string): string =>
  last(body)
    .map((inline) => (inline.kind === "text" ? inline.text : ""))
    .join("");
const codes = (body: string): readonly string[] => read(body).warnings.map(({ code }) => code);

describe("an RTF file", () => {
  it("keeps the word under its reading", () => {
    const code = String.raw`EQ \\* jc2 \\* "Font:${rtfText("宋体")}" \\* hps10 \\o\\ad(\\s\\up 9(b\'f3),${rtfText("亳")})`;
    const field = String.raw`{\field{\*\fldinst {${code}}}{\fldrslt}}`;
    expect(words(line(field + rtfText("州市")))).toBe("亳州市");
    expect(codes(line(field + rtfText("州市")))).toContain("docx-readings");
  });

  it("keeps a formula as one line", () => {
    const math = String.raw`{\mmath{\*\moMath{\mf{\mfPr{\mctrlPr\b}}{\mnum{\mr\mscr0 3}}{\mden{\mr 4}}}}}`;
    expect(words(line(rtfText("占") + math))).toBe("占3/4");
    expect(codes(line(rtfText("占") + math))).toContain("docx-formulas");
  });

  it("shows what is chosen in a form", () => {
    const box = (result: number): string =>
      String.raw`{\field{\*\fldinst { FORMCHECKBOX }{\*\formfield{\fftype1\ffres${result}\ffhps20\ffdefres0}}}{\fldrslt}}`;
    const choice = String.raw`{\field{\*\fldinst { FORMDROPDOWN }{\*\formfield{\fftype2\ffres1{\*\ffl ${rtfText("甲")}}{\*\ffl ${rtfText("乙")}}}}}{\fldrslt}}`;
    expect(words(line(`${box(1)}${rtfText("是")}${box(0)}${rtfText("否")}${choice}`))).toBe("☑是☐否乙");
  });

  it("leaves out words struck through, and keeps raised and lowered signs", () => {
    const struck = String.raw`${rtfText("完成")}{\strike ${rtfText("旧")}}{\striked1 ${rtfText("数")}}32`;
    expect(words(line(struck))).toBe("完成32");
    expect(codes(line(struck))).toContain("docx-struck");
    expect(codes(line(struck))).not.toContain("words-missing");
    expect(last(line(String.raw`12m{\super 2}{\sub i}x`))).toEqual([
      { kind: "text", text: "12m" },
      { kind: "text", text: "2", script: "super" },
      { kind: "text", text: "i", script: "sub" },
      { kind: "text", text: "x" },
    ]);
  });

  it("tells words and groups that nobody knows, and no others", () => {
    expect(codes(line(String.raw`\novelty1 ${rtfText("字")}`))).toContain("docx-unknown");
    expect(codes(line(String.raw`{\*\novelty ${rtfText("字")}}${rtfText("句")}`))).toContain("docx-unknown");
    for (const name of knownDestinations) {
      expect(codes(line(`{\\*\\${name} x}${rtfText("句")}`)), name).not.toContain("docx-unknown");
    }
  });
});
