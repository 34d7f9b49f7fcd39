import { describe, expect, it } from "vitest";
import { readReportFile } from "../../backend/read-report-file.ts";
import { exportText } from "../../core/export/text.ts";
import { packageOfFlat } from "../../core/import/docx/flat-package.ts";
import { openMimeArchive } from "../../core/import/html/mime-archive.ts";
import { drawEquation } from "../../core/import/word/eq-field.ts";
import { p } from "../fixtures/docx/word-xml.ts";
import { below, randomOf, type Random } from "../support/seeded-random.ts";
import { growthOf } from "../support/work.ts";

const read = (text: string, name: string) =>
  readReportFile({ bytes: Buffer.from(text), name, year: 2025 }, new Date(0));
const lines = (text: string, name: string) =>
  exportText(read(text, name).report)
    .split("\n")
    .filter((line) => line !== "");

const quoted = (text: string): string =>
  Array.from(Buffer.from(text), (byte) => `=${byte.toString(16).toUpperCase().padStart(2, "0")}`)
    .join("")
    .replaceAll(/(.{72})/gu, "$1=\r\n");

type Page = { readonly words: string; readonly type?: string };

/** An archive of pages, written as one program or another does. */
function archive(pages: readonly Page[], random: Random): string {
  const pick = (...list: readonly string[]): string => list[below(random, list.length)] ?? "";
  const boundary = pick("----=_NextPart_01", "X", "a'b(c)+_,-./:=?");
  const part = ({ words, type = "text/html" }: Page): string => {
    const html = `<html><body><p>${words}</p></body></html>`;
    const encoding = pick("base64", "quoted-printable", "8bit", "QUOTED-PRINTABLE");
    const base64 = Buffer.from(html)
      .toString("base64")
      .replaceAll(/(.{76})/gu, "$1\r\n");
    const body = encoding === "base64" ? base64 : /quoted/iu.test(encoding) ? quoted(html) : html;
    return `--${boundary}${pick("", " ")}\r\n${pick("Content-Type", "content-type")}: ${type};\r\n\tcharset=${pick('"utf-8"', "utf-8")}\r\nContent-Transfer-Encoding: ${encoding}\r\n\r\n${body}\r\n`;
  };
  const end = pick(`--${boundary}--\r\n`, `--${boundary}--`, "");
  const whole = `MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n boundary="${boundary}"\r\n\r\n${pick("", "前言\r\n")}${pages.map(part).join("")}${end}`;
  return pick(whole, whole.replaceAll("\r\n", "\n"));
}

describe("a page in an archive", () => {
  it("is read however the archive is written", () => {
    for (let seed = 0; seed < 120; seed += 1) {
      const text = archive([{ words: `全年完成第${seed}批项目。` }], randomOf(seed));
      expect(lines(text, "页.mht"), `seed ${seed}`).toEqual([`全年完成第${seed}批项目。`]);
    }
  });

  it("tells of other pages that say something, and of none that number pages", () => {
    const told = (...pages: readonly Page[]) =>
      read(archive([{ words: "全年平稳推进。" }, ...pages], randomOf(1)), "页.mht").warnings.find(
        ({ code }) => code === "archive-pages",
      )?.message;
    expect(told({ words: "框架中的另一页。" }, { words: "附在后面的清单。", type: "application/xhtml+xml" })).toContain(
      "另有 2 个网页",
    );
    expect(told({ words: "第 1 页" }, { words: "" })).toBeUndefined();
  });

  it("keeps blanks in front of a soft line break, and is not parted by what only begins like its boundary", () => {
    const text =
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="X"\r\n\r\n--X\r\nContent-Type: text/html\r\n' +
      "Content-Transfer-Encoding: quoted-printable\r\n\r\n<p>Word =\r\n2016 and=\t\r\n --X1 more</p>\r\n--X--";
    expect(lines(text, "页.mht")).toEqual(["Word 2016 and --X1 more"]);
  });

  it.each([
    "--X\r\n",
    "--X",
    " ",
    "=\r\n",
    "\r\n ",
    "a:b\r\n",
    "--X\r\nContent-Type: multipart/mixed; boundary=X\r\n\r\n",
  ])("takes time in proportion to its length: %j", (unit) => {
    const head =
      'MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary="X"\r\n\r\n--X\r\nContent-Type: text/html\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n';
    const run = (count: number) => () => openMimeArchive(head + unit.repeat(count));
    expect(growthOf(run(8_000), run(64_000), 30)).toBeLessThan(30);
  });
});

describe("a Word file that is one XML", () => {
  const main = (words: string) =>
    `<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${p(words)}</w:body></w:document>`;
  const flat = (part: string) =>
    `<?xml version="1.0"?><pkg:package xmlns:pkg="http://schemas.microsoft.com/office/2006/xmlPackage">${part}</pkg:package>`;
  it.each([
    [
      "as Word writes it",
      `<pkg:part pkg:name="/word/document.xml" pkg:contentType="x"><pkg:xmlData>${main("平稳。")}</pkg:xmlData></pkg:part>`,
    ],
    [
      "in other quotes and another order",
      `<pkg:part pkg:padding='1' pkg:contentType='x' pkg:name='/word/document.xml'>\n<pkg:xmlData pkg:originalXmlStandalone="yes">${main("平稳。")}</pkg:xmlData></pkg:part>`,
    ],
    [
      "behind a part without an end",
      `<pkg:part pkg:name="/word/x.bin"><pkg:binaryData><pkg:part pkg:name="/word/document.xml"><pkg:xmlData>${main("平稳。")}</pkg:xmlData></pkg:part>`,
    ],
  ])("is read %s", (_, part) => expect(lines(flat(part), "报告.xml")).toEqual(["平稳。"]));

  it.each(["<pkg:part ", '<pkg:part pkg:name="a"><pkg:xmlData>', '<pkg:part pkg:name="a">', "<pkg:part pkg:name="])(
    "takes time in proportion to its length: %s",
    (unit) => {
      const run = (count: number) => () => packageOfFlat(unit.repeat(count), () => new Uint8Array());
      expect(growthOf(run(4_000), run(32_000), 30)).toBeLessThan(30);
    },
  );
});

describe("an EQ field", () => {
  /** A field of random shape, and its words. */
  const equation = (random: Random): { readonly code: string; readonly words: readonly string[] } => {
    const words: string[] = [];
    const commands = [
      "\\f",
      "\\r",
      "\\s\\up8",
      "\\s\\do 4",
      "\\o\\ac",
      "\\o",
      "\\a\\al\\co2",
      "\\b\\lc\\[",
      "\\i\\su",
      "\\d\\fo10",
      "\\x\\to",
      "\\l",
    ];
    const part = (depth: number): string => {
      if (depth <= 0 || below(random, 4) === 0) {
        words.push(`词${String.fromCharCode(0x4e00 + words.length)}`);
        return words.at(-1) ?? "";
      }
      const inside = Array.from({ length: 1 + below(random, 4) }, () => part(depth - 1)).join(
        below(random, 2) === 0 ? "," : ";",
      );
      return `${commands[below(random, commands.length)] ?? ""}(${inside})${below(random, 3) === 0 ? part(0) : ""}`;
    };
    return { code: `EQ ${part(1 + below(random, 6))}`, words };
  };
  it("gives each of its words", () => {
    for (let seed = 0; seed < 500; seed += 1) {
      const { code, words } = equation(randomOf(seed));
      const { text = "", kind } = drawEquation(code) ?? {};
      // what stands above a word is its reading, which is left out and told
      if (kind === "reading") continue;
      expect(
        words.filter((word) => !text.includes(word)),
        `seed ${seed}: ${code} → ${text}`,
      ).toEqual([]);
    }
  });
  it("keeps a number that its comma parts", () => {
    expect(drawEquation("EQ \\f(1,000,3)")?.text).toBe("1/(000,3)");
  });
});
