import { readFileSync } from "node:fs";
import { join } from "node:path";
import { create } from "fontkit";
import { beforeAll, describe, expect, it } from "vitest";
import { openFace, type Face } from "../../../backend/faces/open-face.ts";
import { programFolders } from "../../../backend/program-folder.ts";
import { buildFaces } from "../build-faces.ts";

const BUILD_WITHIN_MS = 180_000;
const names = ["song", "biaosong", "hei", "kai"] as const;
const faceOf = (name: (typeof names)[number]): Face =>
  openFace(`${join(programFolders.faces, `nianbao-${name}.ttf`)}#0`);
const codesOf = (text: string): number[] => Array.from(text, (character) => character.codePointAt(0) ?? 0);

beforeAll(buildFaces, BUILD_WITHIN_MS);

describe.each(names)("the program's own face %s", (name) => {
  const advances = (text: string): (number | undefined)[] =>
    codesOf(text).map((code) => faceOf(name).glyphOf(code)?.advanceEm);

  it("sets ASCII on half an em, so that columns of figures line up", () => {
    const ascii = Array.from({ length: 0x7f - 0x20 }, (_, index) => String.fromCharCode(0x20 + index)).join("");
    expect(new Set(advances(ascii))).toEqual(new Set([0.5]));
  });

  it("sets Chinese characters and the marks of GB 2312 on one em", () => {
    expect(new Set(advances("国务院镕堃，。、；：！？（）《》〈〉【】〔〕「」—…“”·①℃±×÷→〓"))).toEqual(new Set([1]));
  });

  it("draws every half-width character inside its half em", () => {
    const { font } = faceOf(name);
    for (const code of codesOf("AMWmw@%0123456789")) {
      const xs = [
        ...font
          .glyphForCodePoint(code)
          .path.toSVG()
          .matchAll(/[MLQ]([^MLQZ]*)/gu),
      ].flatMap(([, numbers = ""]) =>
        numbers
          .split(/[\s,]+/u)
          .filter((_, index) => index % 2 === 0)
          .map(Number),
      );
      expect(Math.min(...xs), String.fromCharCode(code)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...xs), String.fromCharCode(code)).toBeLessThanOrEqual(0.5 * font.unitsPerEm);
    }
  });

  it("has a name of its own and may be embedded", () => {
    expect(faceOf(name).font.postscriptName?.startsWith("Nianbao")).toBe(true);
    expect(faceOf(name).isEmbeddable).toBe(true);
  });
});

it("keeps the outlines of the slices it is made of, as fontkit reads both", () => {
  const slices = [
    ["song", "@fontsource/noto-serif-sc/files/noto-serif-sc-119-400-normal.woff2"],
    ["kai", "lxgw-wenkai-webfont/files/lxgwwenkai-regular-subset-119.woff2"],
  ] as const;
  for (const [name, file] of slices) {
    const slice = create(readFileSync(join(programFolders.root, "node_modules", file)));
    if ("fonts" in slice) throw new Error("A collection");
    const shared = codesOf("的一是不了在人有我他这中大来上国").filter((code) => slice.hasGlyphForCodePoint(code));
    expect(shared.length).toBeGreaterThan(3);
    for (const code of shared) {
      const outline = faceOf(name).font.glyphForCodePoint(code).path.toSVG();
      expect(outline).toBe(slice.glyphForCodePoint(code).path.toSVG());
      expect(outline.length).toBeGreaterThan(20);
    }
  }
});
