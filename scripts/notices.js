import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { inRoot } from "./program.js";

/**
 * The notices of everything in the package that others wrote: each bundled npm package with its licence's text, the
 * fonts and the word list. A package without a text stops the build: what may not be passed on is not passed on unseen.
 */
const licenceFile = /^(?:licen[cs]e|copying|ofl|notice)(?:[.-].*)?$/iu;
/**
 * Packages that leave their text out of what they publish; the texts are those of their repositories or, where these have
 * none either, of the licence and the author that the package names.
 */
const textsElsewhere = {
  dfa: "scripts/licences/fontkit.txt",
  fontkit: "scripts/licences/fontkit.txt",
  saxes: "scripts/licences/saxes.txt",
};
/** What is in the package and comes from no bundle. */
const others = [
  { name: "Noto Serif SC（思源宋体）", files: ["node_modules/@fontsource/noto-serif-sc/LICENSE"], licence: "OFL-1.1" },
  { name: "Noto Sans SC（思源黑体）", files: ["node_modules/@fontsource/noto-sans-sc/LICENSE"], licence: "OFL-1.1" },
  { name: "LXGW WenKai（霞鹜文楷）", files: ["node_modules/lxgw-wenkai-webfont/OFL.txt"], licence: "OFL-1.1" },
  {
    name: "jieba 词表（core/words/dictionary.json）",
    files: ["core/words/LICENSE-jieba.txt"],
    licence: "MIT",
  },
];

/** @param {string} root @param {string} folder a package's folder, such as `node_modules/zod` */
function noticeOf(root, folder) {
  const { name, version, license: licence } = JSON.parse(readFileSync(join(root, folder, "package.json"), "utf8"));
  const own = readdirSync(join(root, folder))
    .filter((file) => licenceFile.test(file))
    .map((file) => `${folder}/${file}`);
  const elsewhere = textsElsewhere[name];
  const files = own.length > 0 || elsewhere === undefined ? own : [elsewhere];
  return { name: `${name} ${version}`, licence: String(licence ?? ""), files };
}

/**
 * @param {readonly string[]} folders of the bundled packages
 * @param {string} root
 * @returns {string} the text of the notices
 * @throws Error when a package has no licence's text
 */
export function noticesOf(folders, root) {
  const notices = [...[...new Set(folders)].sort().map((folder) => noticeOf(root, folder)), ...others];
  const parts = notices.map(({ name, licence, files }) => {
    const texts = files
      .filter((file) => existsSync(join(root, file)))
      .map((file) => readFileSync(join(root, file), "utf8").trim())
      .filter((text) => text !== "");
    if (texts.length === 0) throw new Error(`${name} 没有许可证文本，不能打进程序包。`);
    return `${"=".repeat(80)}\n${name}${licence === "" ? "" : `（${licence}）`}\n\n${texts.join("\n\n")}\n`;
  });
  const intro =
    "年报台使用了以下第三方软件、字体和词表，谨此致谢。各自的许可证如下。\n" +
    "Electron 与 Chromium 的许可证在安装文件夹的 LICENSE.electron.txt 和 LICENSES.chromium.html 中。\n";
  return `${intro}\n${parts.join("\n")}`;
}

/** Makes `out/renderer/third-party-notices.txt` of what the builds have noted. */
export function writeNotices() {
  const noted = inRoot("out/packages");
  // The faces alone were built: there is no program yet whose notices these would be.
  if (!existsSync(noted)) return;
  const folders = readdirSync(noted).flatMap((file) => JSON.parse(readFileSync(join(noted, file), "utf8")));
  const target = inRoot("out/renderer/third-party-notices.txt");
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, noticesOf(folders, inRoot(".")));
}
