import { Buffer } from "node:buffer";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { inRoot } from "../program.js";
import { onOfficeWidth } from "./office-widths.js";
import { writeTrueType } from "./true-type.js";
import { readWoff2 } from "./woff2.js";

/**
 * Whole face files out of the slices that the packages ship for web pages: a PDF embeds, and other programs install,
 * whole faces alone. They have names of their own, as their licence (SIL OFL 1.1) asks of what was changed.
 */
const faces = [
  { file: "nianbao-song.ttf", family: "Nianbao Song", sheet: "@fontsource/noto-serif-sc/400.css" },
  { file: "nianbao-biaosong.ttf", family: "Nianbao Biaosong", sheet: "@fontsource/noto-serif-sc/700.css" },
  { file: "nianbao-hei.ttf", family: "Nianbao Hei", sheet: "@fontsource/noto-sans-sc/500.css" },
  { file: "nianbao-kai.ttf", family: "Nianbao Kai", sheet: "lxgw-wenkai-webfont/lxgwwenkai-regular.css" },
];
const sliceFile = /url\(['"]?\.\/files\/([^'")]+\.woff2)['"]?\)/gu;
const nameId = {
  copyright: 0,
  family: 1,
  style: 2,
  unique: 3,
  full: 4,
  version: 5,
  postScript: 6,
  licence: 13,
  licenceAt: 14,
};
const LICENCE = "This Font Software is licensed under the SIL Open Font License, Version 1.1.";

/** @param {Buffer} table @param {number} id @returns {string} a name of the face, in English */
function readName(table, id) {
  for (let record = 0; record < table.readUInt16BE(2); record += 1) {
    const [platform, , language, name, length, offset] = [0, 2, 4, 6, 8, 10].map((field) =>
      table.readUInt16BE(6 + 12 * record + field),
    );
    if (platform !== 3 || language !== 0x409 || name !== id) continue;
    const start = table.readUInt16BE(4) + offset;
    return Buffer.from(table.subarray(start, start + length))
      .swap16()
      .toString("utf16le");
  }
  return "";
}

/**
 * One glyph for each code point of the slices, the first slice that has it wins; glyph 0 is the first slice's own.
 * @param {readonly import("./woff2.js").Slice[]} slices
 * @returns {import("./true-type.js").Glyph[]}
 */
function mergeGlyphs(slices) {
  const taken = new Set();
  const [first] = slices;
  const missing = { outline: first.outlineOf(0), advance: first.advances[0] ?? 0, codePoints: [] };
  const glyphs = [];
  for (const { glyphs: byCode, advances, outlineOf, unitsPerEm } of slices) {
    for (const [code, id] of byCode) {
      if (taken.has(code)) continue;
      taken.add(code);
      const glyph = { outline: outlineOf(id), advance: advances[id] ?? 0 };
      glyphs.push({ ...onOfficeWidth(glyph, code, unitsPerEm), codePoints: [code] });
    }
  }
  return [missing, ...glyphs.sort((one, other) => (one.codePoints[0] ?? 0) - (other.codePoints[0] ?? 0))];
}

async function buildFace({ family, sheet }) {
  const css = await readFile(inRoot("node_modules", sheet), "utf8");
  const files = [...css.matchAll(sliceFile)].map(([, name]) => inRoot("node_modules", sheet, "../files", name));
  // the slice of Latin letters stands last and knows them best: some of the others have a few of them as well
  const slices = (await Promise.all(files.map((file) => readFile(file)))).map(readWoff2).reverse();
  const [{ tables }] = slices;
  const postScript = `${family.replaceAll(" ", "")}-Regular`;
  const names = {
    [nameId.copyright]: readName(tables.get("name"), nameId.copyright),
    [nameId.family]: family,
    [nameId.style]: "Regular",
    [nameId.unique]: `${postScript}; made of ${sheet.replace(/\/[^/]*$/u, "")}`,
    [nameId.full]: family,
    [nameId.version]: readName(tables.get("name"), nameId.version),
    [nameId.postScript]: postScript,
    [nameId.licence]: LICENCE,
    [nameId.licenceAt]: "https://openfontlicense.org",
  };
  return writeTrueType({ glyphs: mergeGlyphs(slices), names, from: tables });
}

/** Makes the face files in `folder`. */
export async function buildFaces(folder = inRoot("out/faces")) {
  await mkdir(folder, { recursive: true });
  for (const face of faces) await writeFile(join(folder, face.file), await buildFace(face));
}
