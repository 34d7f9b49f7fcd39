import { describe, expect, it } from "vitest";
import { readReportFile } from "../../backend/read-report-file.ts";
import { inspectImage } from "../../backend/store/images.ts";
import { blocksFromBody } from "../../core/document/from-lexical.ts";
import { exportText } from "../../core/export/text.ts";
import { readHtml } from "../../core/import/html/read-html.ts";
import { readStyleSheet } from "../../core/import/html/style-sheet.ts";
import { below, randomOf, type Random } from "../support/seeded-random.ts";
import { growthOf } from "../support/work.ts";

const read = (page: string) => readReportFile({ bytes: Buffer.from(page), name: "页.html", year: 2025 }, new Date(0));

const blockTags = `p div h1 h3 li dt dd blockquote center pre section address figcaption summary fieldset legend article
  details form header footer main nav aside dir menu hgroup listing`.split(/\s+/u);
const inlineTags =
  `span b i u font a em sub sup small label q abbr time kbd nobr o:p st1:date ins mark code cite foo own-tag
  data bdo marquee blink acronym sdfield`.split(/\s+/u);
const looks = [
  "",
  "",
  " class=a",
  " class='b c'",
  " style='font-size:16pt'",
  " align=right",
  " lang=EN-US",
  " dir=rtl",
];

/** A page of random shape, and its words, all of which can be seen. */
function randomPage(random: Random): { readonly page: string; readonly words: readonly string[] } {
  const words: string[] = [];
  const pick = <Item>(list: readonly [Item, ...Item[]]): Item => list[below(random, list.length)] ?? list[0];
  const tag = (list: readonly string[]): string => list[below(random, list.length)] ?? "p";
  const word = (): string => {
    // a number in characters: raised digits are written in other signs
    const number = String(words.length)
      .padStart(4, "0")
      .replace(/\d/gu, (digit) => "甲乙丙丁戊己庚辛壬癸".charAt(Number(digit)));
    words.push(`词${number}尾`);
    return `词${number}尾`;
  };
  const several = (most: number, depth: number): string =>
    Array.from({ length: 1 + below(random, most) }, () => part(depth)).join(pick(["", " ", "\n"]));
  const element = (name: string, depth: number): string => `<${name}${tag(looks)}>${several(3, depth)}</${name}>`;
  const list = (depth: number): string => {
    const name = pick(["ol", "ul"]);
    const items = Array.from(
      { length: 1 + below(random, 3) },
      () => `<li${pick(["", " value=7"])}>${several(2, depth)}`,
    );
    return `<${name}${pick(["", " start=3", " type=a", " reversed"])}>${items.join("")}</${name}>`;
  };
  const table = (depth: number): string => {
    const cell = (): string =>
      `<${pick(["td", "th"])}${pick(["", " colspan=2", " rowspan=2", " rowspan=0"])}>${several(2, depth)}`;
    const row = (): string => `<tr>${Array.from({ length: 1 + below(random, 3) }, cell).join("")}</tr>`;
    const rows = Array.from({ length: 1 + below(random, 3) }, () => {
      const group = pick(["", "thead", "tbody", "tfoot"]);
      return group === "" ? row() : `<${group}>${row()}</${group}>`;
    });
    const caption = below(random, 2) === 0 ? "" : `<caption>${part(depth)}</caption>`;
    return `<table>${caption}${rows.join("")}${below(random, 3) === 0 ? part(depth) : ""}</table>`;
  };
  const special = (depth: number): string =>
    pick([
      () => `<ruby>${word()}<rp>(</rp><rt>yin</rt></ruby>`,
      () => `<select><option>没选<option selected>${word()}</select>`,
      () => `<input type=text value="${word()}"><input type=checkbox checked>`,
      () => `<textarea>${word()}</textarea><br><hr>`,
      () => `<![if !supportLists]>${word()}<![endif]>`,
      () => `<dl><dt>${part(depth)}<dd>${part(depth)}</dl>`,
      () => `<math><mi>${word()}</mi></math>`,
    ])();
  const part = (depth: number): string => {
    if (depth <= 0) return word();
    const kind = below(random, 12);
    if (kind < 4) return element(tag(blockTags), depth - 1);
    if (kind < 7) return element(tag(inlineTags), depth - 1);
    if (kind === 7) return list(depth - 1);
    if (kind === 8) return table(depth - 1);
    return kind === 9 ? special(depth - 1) : word();
  };
  const sheet =
    "<style>.a{font-size:22pt} .b{text-align:center} @page {size:A4} @media print{.a{display:none}} /* x */ td{}</style>";
  return { page: `${pick(["<html><body>", `${sheet}<div>`])}${several(6, 1 + below(random, 6))}`, words };
}

describe("a page of any shape", () => {
  it("gives each of its words", () => {
    for (let seed = 0; seed < 200; seed += 1) {
      const { page, words } = randomPage(randomOf(seed));
      const { report, warnings } = read(page);
      const made = exportText(report).replaceAll(/\s/gu, "");
      expect(
        words.filter((word) => !made.includes(word)),
        `seed ${seed}: ${page}`,
      ).toEqual([]);
      expect(warnings.map(({ code }) => code)).not.toContain("words-missing");
    }
  });

  it("has the name of a table above it, wherever in it the page says it", () => {
    const { blocks } = readHtml(
      "<p>全年完成情况如下。</p><table><tr><td>类别<td>数量<tr><td>项目<td>12<caption>表1 完成情况</caption></table>",
      inspectImage,
      () => null,
    );
    expect(blocks.map((block) => (block.kind === "paragraph" ? block.role : block.kind))).toEqual([
      "body",
      "caption",
      "table",
    ]);
  });

  it("says nothing of elements that it knows", () => {
    const codes = read("<p>甲<textarea>乙</textarea><select><option selected>丙</select></p>").warnings.map(
      ({ code }) => code,
    );
    expect(codes).not.toContain("docx-unknown");
    expect(blocksFromBody(read("<p>甲<sdfield type=PAGE>3</sdfield></p>").report.body)).toHaveLength(1);
  });
});

describe("the styles of a page", () => {
  it("hold inside @media, unless it is for paper", () => {
    const sheet = readStyleSheet([
      "@import url(x.css); @media screen, print { .a { color: red } } @media print { .b { display: none } } /* .c{x:y} */ .d{x:y}",
    ]);
    const of = (name: string) => [...sheet.cssOf("p", name, "").keys()];
    expect([of("a"), of("b"), of("c"), of("d")]).toEqual([["color"], [], [], ["x"]]);
  });

  it.each(["/*", "/*a", "a{", "a,", "@media x{", "@page{", "<!--", "a{b:'c", ".a{b:c}", "@media print{", "}"])(
    "take time in proportion to their length: %s",
    (unit) => {
      const run = (count: number) => () => readStyleSheet([unit.repeat(count)]);
      expect(growthOf(run(10_000), run(80_000), 30)).toBeLessThan(30);
    },
  );
});
