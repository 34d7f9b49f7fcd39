import { copyFile, mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { inRoot } from "./program.js";

/** The open faces that stand in where a computer lacks the official ones (SIL Open Font License). */
const styleSheets = [
  "@fontsource/noto-serif-sc/400.css",
  "@fontsource/noto-serif-sc/700.css",
  "@fontsource/noto-sans-sc/400.css",
  "@fontsource/noto-sans-sc/500.css",
  "lxgw-wenkai-webfont/lxgwwenkai-regular.css",
];
/** The same faces whole (`out/faces`), for paragraphs so long that their slices would slow the browser down. */
const wholeFaces = [
  { family: "Nianbao Song", weight: 400, file: "nianbao-song.ttf" },
  { family: "Nianbao Song", weight: 700, file: "nianbao-biaosong.ttf" },
  { family: "Nianbao Hei", weight: 500, file: "nianbao-hei.ttf" },
  { family: "Nianbao Kai", weight: 400, file: "nianbao-kai.ttf" },
];
const wholeRules = wholeFaces.map(
  ({ family, weight, file }) => `@font-face {
  font-family: "${family}";
  font-weight: ${weight};
  font-display: block;
  src: url(../faces/${file}) format("truetype");
}`,
);
const licences = {
  "@fontsource/noto-serif-sc/LICENSE": "noto-serif-sc.LICENSE.txt",
  "@fontsource/noto-sans-sc/LICENSE": "noto-sans-sc.LICENSE.txt",
  "lxgw-wenkai-webfont/OFL.txt": "lxgw-wenkai.LICENSE.txt",
};
const woff2 = /url\(['"]?\.\/files\/([^'")]+\.woff2)['"]?\)/gu;
/** The older format that the packages offer beside woff2; every Chromium that runs this program reads woff2. */
const woffFallback = /,\s*url\([^)]+\.woff\)\s*format\('woff'\)/gu;

/** Makes `out/renderer/fonts`: one style sheet and the files it names beside the whole faces, nothing else. */
export async function buildFonts() {
  const target = inRoot("out/renderer/fonts");
  await mkdir(target, { recursive: true });
  const present = new Set(await readdir(target));
  const sheets = await Promise.all(styleSheets.map((sheet) => readFile(inRoot("node_modules", sheet), "utf8")));
  const copies = styleSheets.flatMap((sheet, index) =>
    [...(sheets[index] ?? "").matchAll(woff2)].map(([, name]) => inRoot("node_modules", sheet, "../files", name)),
  );
  for (const file of copies) {
    if (!present.has(basename(file))) await copyFile(file, join(target, basename(file)));
  }
  for (const [from, to] of Object.entries(licences)) await copyFile(inRoot("node_modules", from), join(target, to));
  const css = sheets.map((sheet) => sheet.replace(woffFallback, "").replace(woff2, "url($1)")).join("\n");
  await writeFile(join(target, "fonts.css"), [css, ...wholeRules].join("\n"));
}
