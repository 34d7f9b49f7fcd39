import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate";
import { expect, it } from "vitest";
import { readReportFile } from "../../../backend/read-report-file.ts";
import { AppError } from "../../../core/result.ts";
import { reportSchema } from "../../../core/document/schema.ts";
import { makePng } from "../../backend/store/image-samples.ts";
import { makeDocx } from "../../fixtures/docx/make-docx.ts";
import {
  definition,
  field,
  level,
  list,
  p,
  picture,
  r,
  style,
  tbl,
  tc,
  textBox,
  tr,
} from "../../fixtures/docx/word-xml.ts";
import { below, type Random, randomOf } from "../../support/seeded-random.ts";
import { spentMs } from "../../support/work.ts";

/** A file with a little of everything that the reader knows. */
const original = makeDocx({
  body: [
    p("某发〔2026〕5号"),
    p("青石县审计局2025年法治政府建设情况报告", { style: "Title", align: "center" }),
    p("县人民政府："),
    p("主要工作", { list: [1, 0], style: "H1" }),
    p(r("学习制度。", { font: "楷体" }) + r("组织学习四次。") + r('<w:footnoteReference w:id="2"/>'), { list: [1, 1] }),
    p(field("TOC \\o", r("目录"))),
    tbl(
      tr(tc("甲", '<w:vMerge w:val="restart"/>') + tc("乙", '<w:gridSpan w:val="2"/>'), "<w:tblHeader/>") +
        tr(tc("", "<w:vMerge/>") + tc("丙") + tc(tbl(tr(tc("丁"))) + p("戊"))),
      [100, 200, 300],
    ),
    p(r(textBox(p("框中文字。"))) + r(picture("image1", 1_000_000))),
    p(`<w:ins w:id="1">${r("插入")}</w:ins><w:del w:id="2">${r("<w:delText>删</w:delText>")}</w:del>`),
    p("青石县审计局"),
    p("2026年2月3日"),
    "<w:sectPr/>",
  ].join(""),
  styles:
    style("Title", "Title") + style("H1", "heading 1", '<w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/></w:rPr>'),
  numbering: definition(0, level(0, "chineseCounting", "%1、"), level(1, "chineseCounting", "（%2）")) + list(1, 0),
  footnotes: `<w:footnote w:id="2">${p("注文")}</w:footnote>`,
  media: { "image1.png": makePng(4, 3) },
});

const pick = <T>(random: Random, list: readonly T[]): T | undefined => list[below(random, list.length)];

function withFlippedBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const changed = bytes.slice();
  for (let count = 1 + below(random, 12); count > 0; count -= 1)
    changed[below(random, changed.length)] = below(random, 256);
  return changed;
}

const names = [
  "w:p",
  "w:r",
  "w:tbl",
  "w:tr",
  "w:tc",
  "w:t",
  "w:pPr",
  "w:rPr",
  "w:ins",
  "w:sdt",
  "w:txbxContent",
] as const;
const values = [
  "",
  "-1",
  "0",
  "99999999999",
  "1e9",
  "Title",
  "H1",
  "&#0;",
  "restart",
  "\u0000",
  "黑体",
  "%1%2%9",
] as const;

/** The same XML with elements doubled, taken out, renamed or put elsewhere, and attributes with other values. */
function withChangedXml(xml: string, random: Random): string {
  let changed = xml;
  for (let count = 1 + below(random, 6); count > 0; count -= 1) {
    const tags = [...changed.matchAll(/<[^>]+>/gu)];
    const tag = pick(random, tags);
    const other = pick(random, tags);
    if (tag === undefined || other === undefined) break;
    const [text] = tag;
    const end = tag.index + text.length;
    const [before, behind] = [changed.slice(0, tag.index), changed.slice(end)];
    switch (below(random, 6)) {
      case 0:
        changed = before + behind;
        break;
      case 1:
        changed = before + text + text + behind;
        break;
      case 2:
        changed = before + text.replace(/"[^"]*"/u, `"${pick(random, values) ?? ""}"`) + behind;
        break;
      case 3:
        changed = before + text.replace(/w:\w+/u, pick(random, names) ?? "w:p") + behind;
        break;
      case 4:
        changed = before + other[0] + behind;
        break;
      default:
        changed = changed.slice(0, end) + changed.slice(tag.index, tag.index + below(random, 2000)) + behind;
    }
  }
  return changed;
}

/** The same package with parts changed, exchanged or taken out. */
function withChangedParts(bytes: Uint8Array, random: Random): Uint8Array {
  const files: Zippable = { ...unzipSync(bytes) };
  const parts = Object.keys(files);
  const name = random() < 0.6 ? "word/document.xml" : (pick(random, parts) ?? "");
  const content = files[name];
  if (!(content instanceof Uint8Array)) return bytes;
  const other = files[pick(random, parts) ?? ""];
  const choice = random();
  if (choice < 0.8) files[name] = strToU8(withChangedXml(strFromU8(content), random));
  else if (choice < 0.9 && other !== undefined) files[name] = other;
  else return zipSync(Object.fromEntries(Object.entries(files).filter(([part]) => part !== name)), { level: 1 });
  return zipSync(files, { level: 1 });
}

function mutate(seed: number): Uint8Array {
  const random = randomOf(seed);
  const choice = random();
  if (choice < 0.15) return withFlippedBytes(original, random);
  if (choice < 0.22) return original.slice(0, below(random, original.length));
  return withChangedParts(original, random);
}

const runs = Number(process.env["NIANBAO_FUZZ_RUNS"] ?? 2000);
/** Of the processor for one file; a hundredth of it is usual. */
const slowestMs = 10_000;

it(`gives a report or a clear error for each of ${runs} damaged Word files, in time`, { timeout: 1_800_000 }, () => {
  const codes = new Map<string, number>();
  for (let seed = 1; seed <= runs; seed += 1) {
    const bytes = mutate(seed);
    const begun = spentMs();
    try {
      const { report } = readReportFile({ bytes, name: "去年.docx", year: null }, new Date(0));
      expect(reportSchema.safeParse(report).error, `seed ${seed}`).toBeUndefined();
      codes.set("report", (codes.get("report") ?? 0) + 1);
    } catch (error) {
      if (!(error instanceof AppError)) throw new Error(`seed ${seed}`, { cause: error });
      codes.set(error.code, (codes.get(error.code) ?? 0) + 1);
    }
    expect(spentMs() - begun, `seed ${seed}`).toBeLessThan(slowestMs);
  }
  // the mutations reach the reader, and are not all refused at the door
  expect(codes.get("report") ?? 0).toBeGreaterThan(runs / 5);
  expect(codes.get("file-damaged") ?? 0).toBeGreaterThan(runs / 20);
});
