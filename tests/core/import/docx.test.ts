import { describe, expect, it } from "vitest";
import { inspectImage } from "../../../backend/store/images.ts";
import { assembleReport } from "../../../core/document/assemble.ts";
import { bodyFromBlocks } from "../../../core/document/to-lexical.ts";
import { metaSchema } from "../../../core/document/schema.ts";
import { showBlocks } from "../../../core/document/show.ts";
import { readDocx } from "../../../core/import/docx/read-docx.ts";
import type { ImportedFile } from "../../../core/import/word/imported-file.ts";
import { makePng } from "../../backend/store/image-samples.ts";
import { type DocxParts, makeDocx, strict } from "../../fixtures/docx/make-docx.ts";
import {
  definition,
  field,
  level,
  list,
  p,
  picture,
  r,
  style,
  t,
  tbl,
  tc,
  textBox,
  tr,
} from "../../fixtures/docx/word-xml.ts";

const read = (parts: DocxParts, namespace?: string): ImportedFile => readDocx(makeDocx(parts, namespace), inspectImage);

/** Every block in one line: its kind, its ordinal and its words. */
function lines(imported: ImportedFile): readonly string[] {
  const report = { body: bodyFromBlocks(imported.blocks, 2025), meta: metaSchema.parse({}), year: 2025 };
  return assembleReport(report).blocks.map((block) => {
    switch (block.kind) {
      case "table":
        return `table ${block.rows.map((row) => row.map((cell) => cell.paragraphs.map(plain).join("/")).join("|")).join(" # ")}`;
      case "image":
        return `image ${block.widthPx}x${block.heightPx} ${block.altText}`;
      case "pageBreak":
        return "pageBreak";
      case "runInHeading":
        return `runIn${block.level} ${block.number}${plain(block.heading)}¦${plain(block.content)}`;
      case "heading":
      case "listItem":
        return `${block.kind}${block.level} ${block.number}${plain(block.content)}`;
      case "title":
        return `title ${plain(block.content)}`;
      case "paragraph":
        return `${block.role} ${plain(block.content)}`;
    }
  });
}
type Content = Extract<ReturnType<typeof assembleReport>["blocks"][number], { kind: "paragraph" }>["content"];
const plain = (content: Content): string =>
  content
    .map((inline) =>
      inline.kind === "text"
        ? inline.bold === true
          ? `*${inline.text}*`
          : inline.text
        : inline.kind === "break"
          ? "↵"
          : "",
    )
    .join("");
const codes = ({ warnings }: ImportedFile): readonly string[] => warnings.map(({ code }) => code);

const title = p("青石县审计局2025年法治政府建设情况报告", { align: "center" });
const intro = p("2025年，青石县审计局认真履行审计监督职责，全面推进依法行政。现将有关情况报告如下。");
const simple = (...body: readonly string[]): DocxParts => ({ body: title + intro + body.join("") });
/** What a text gives below title and introduction. */
const below = (parts: DocxParts): readonly string[] => lines(read(parts)).slice(2);

describe("automatic ordinals", () => {
  const official = definition(
    0,
    level(0, "chineseCounting", "%1、"),
    level(1, "chineseCounting", "（%2）"),
    level(2, "decimal", "%3."),
    level(3, "decimal", "（%4）"),
  );
  const numbered = (numbering: string, ...body: readonly string[]): DocxParts => ({ ...simple(...body), numbering });
  const a = (text: string, at: number, id = 1): string => p(text, { list: [id, at] });

  it("stay with their words behind a page break", () => {
    const newPage = r('<w:br w:type="page"/>');
    const parts = numbered(
      official + list(1, 0),
      p("主要工作", { list: [1, 0] }),
      p(newPage + r("存在的问题"), { list: [1, 0] }),
      p(r("下一步打算") + newPage + r("另起一页的话"), { list: [1, 0] }),
    );
    expect(below(parts)).toEqual([
      "heading1 一、主要工作",
      "pageBreak",
      "heading1 二、存在的问题",
      "heading1 三、下一步打算",
      "pageBreak",
      "body 另起一页的话",
    ]);
  });

  it("do not count the mark that ends a section", () => {
    const section = '<w:sectPr><w:type w:val="continuous"/></w:sectPr>';
    const parts = numbered(
      official + list(1, 0),
      p("", { list: [1, 0], extra: section }),
      p("主要工作", { list: [1, 0] }),
      p("存在的问题", { list: [1, 0], extra: section }),
      section,
    );
    expect(below(parts)).toEqual(["heading1 一、主要工作", "heading1 二、存在的问题"]);
  });

  it("have as many digits as the list shows by example", () => {
    const example = (format: string): string =>
      '<mc:AlternateContent><mc:Choice Requires="w14">' +
      `<w:numFmt w:val="custom" w:format="${format}"/></mc:Choice></mc:AlternateContent>`;
    const numbering =
      definition(0, level(0, "decimal", "第%1号", example("001, 002, 003, ..."))) +
      definition(1, level(0, "decimal", "第%1号", example("01, 02, 03, ..."), 100)) +
      list(1, 0) +
      list(2, 1);
    const parts = numbered(numbering, p("甲项目", { list: [1, 0] }), p("乙项目", { list: [2, 0] }));
    expect(below(parts).map((line) => line.replace(/^\S+ /u, ""))).toEqual(["第001号甲项目", "第100号乙项目"]);
  });

  it("stand where a reader of Word sees them, and restart under a higher level", () => {
    const parts = numbered(
      official + list(1, 0),
      a("主要工作", 0),
      a("学习制度", 1),
      a("审计执法", 1),
      a("重点项目", 2),
      a("下一步打算", 0),
      a("完善机制", 1),
    );
    expect(below(parts)).toEqual([
      "heading1 一、主要工作",
      "heading2 （一）学习制度",
      "heading2 （二）审计执法",
      "heading3 1.重点项目",
      "heading1 二、下一步打算",
      "heading2 （一）完善机制",
    ]);
  });

  it("go on where two lists share one definition, and begin anew where a list says so", () => {
    const again = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>';
    const parts = numbered(
      definition(0, level(0, "decimal", "%1.")) + list(1, 0) + list(2, 0) + list(3, 0, again),
      a("甲项；", 0, 1),
      a("乙项；", 0, 2),
      a("丙项。", 0, 3),
    );
    expect(below(parts).map((line) => line.slice(-5))).toEqual(["1.甲项；", "2.乙项；", "1.丙项。"]);
  });

  it.each([
    ["chineseCountingThousand", "%1、", 12, "十二、"],
    ["japaneseCounting", "%1、", 21, "二十一、"],
    ["taiwaneseCountingThousand", "（%1）", 10, "（十）"],
    ["ideographTraditional", "%1、", 3, "丙、"],
    ["ideographDigital", "%1、", 10, "一〇、"],
    ["chineseCountingThousand", "%1、", 1012, "一千零一十二、"],
    ["chineseLegalSimplified", "%1、", 11, "壹拾壹、"],
    ["decimalEnclosedCircle", "%1", 3, "③"],
    ["decimalEnclosedParen", "%1", 3, "⑶"],
    ["decimalFullWidth", "%1．", 12, "１２．"],
    ["decimalZero", "%1.", 5, "05."],
    ["upperLetter", "%1.", 28, "BB."],
    ["lowerRoman", "%1)", 14, "xiv)"],
    ["upperRoman", "%1.", 9, "IX."],
    ["chineseCounting", "第%1条 ", 3, "第三条 "],
  ])("are written in the format %s", (format, text, start, expected) => {
    const parts = numbered(
      definition(0, level(0, format, text, "", start)) + list(1, 0),
      p("坚持以审计项目为抓手，推动各项制度落实到位。", { list: [1, 0] }),
    );
    const [line = ""] = below(parts);
    expect(line.replace(/^\S+ /u, "").replaceAll(/\s/gu, "")).toBe(
      `${expected.trim()}坚持以审计项目为抓手，推动各项制度落实到位。`,
    );
  });

  it("hold the numbers of higher levels, in digits where the list is legal", () => {
    const legal = definition(0, level(0, "chineseCounting", "第%1章 "), level(1, "decimal", "%1.%2 ", "<w:isLgl/>"));
    const parts = numbered(legal + list(1, 0), a("总则", 0), p("适用范围", { list: [1, 1], outline: 1 }));
    expect(below(parts)).toEqual(["heading0 第一章总则", "heading1 1.1适用范围"]);
  });

  it("come through styles, also by the name of a numbering style", () => {
    const parts: DocxParts = {
      ...simple(p("工作情况", { style: "H1" }), p("法治学习", { style: "H2" }), p("审计执法", { style: "H2" })),
      styles:
        style("H1", "heading 1", '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr><w:outlineLvl w:val="0"/></w:pPr>') +
        style("H2", "自定二级", '<w:basedOn w:val="H1"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr>') +
        style("L", "公文序号", '<w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr>', "numbering"),
      numbering:
        '<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="L"/></w:abstractNum>' +
        '<w:abstractNum w:abstractNumId="1"><w:styleLink w:val="L"/>' +
        `${level(0, "chineseCounting", "%1、")}${level(1, "chineseCounting", "（%2）")}</w:abstractNum>` +
        list(1, 0) +
        list(2, 1),
    };
    expect(below(parts)).toEqual(["heading1 一、工作情况", "heading2 （一）法治学习", "heading2 （二）审计执法"]);
  });

  it("are switched off by list 0, and never count a level that does not restart", () => {
    const keeps = definition(
      0,
      level(0, "chineseCounting", "%1、"),
      level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>'),
    );
    const parts = numbered(
      keeps + list(1, 0),
      a("甲章", 0),
      a("第一件事办好了；", 1),
      a("乙章", 0),
      a("第二件事办好了；", 1),
      a("没有编号的段落。", 0, 0),
    );
    expect(below(parts)).toEqual([
      "heading1 一、甲章",
      "listItem3 1.第一件事办好了；",
      "heading1 二、乙章",
      "listItem3 2.第二件事办好了；",
      "body 没有编号的段落。",
    ]);
  });

  it("begin where a list begins, also below headings that have none", () => {
    const late = definition(0, level(0, "chineseCounting", "（%1）", "", 2));
    const heading = (text: string): string => p(text, { outline: 0 });
    const parts = numbered(
      late + list(1, 0),
      heading("工作情况"),
      a("加强学习", 0),
      heading("其他情况"),
      a("严格执法", 0),
    );
    expect(below(parts)).toEqual([
      "heading1 工作情况",
      "heading2 （二）加强学习",
      "heading1 其他情况",
      "heading2 （三）严格执法",
    ]);
  });

  it("stand in tables also where nothing else does, and in lines that were never filled in", () => {
    const rows = definition(0, level(0, "decimal", "%1")) + definition(1, level(0, "chineseCounting", "（%1）"));
    const cell = (): string => tc(p("", { list: [1, 0] }));
    const parts = numbered(
      rows + list(1, 0) + list(2, 1),
      tbl(tr(cell() + tc("甲项目")) + tr(cell() + tc("乙项目"))),
      p("加强学习", { list: [2, 0] }),
      p("", { list: [2, 0] }),
      p("严格执法", { list: [2, 0] }),
    );
    expect(below(parts)).toEqual([
      "table 1|甲项目 # 2|乙项目",
      "heading2 （一）加强学习",
      "listItem2 （二）",
      "heading2 （三）严格执法",
    ]);
    expect(codes(read(parts))).toContain("docx-empty-numbers");
  });

  it("count a level that is passed over as begun", () => {
    const both = definition(0, level(0, "decimal", "%1 "), level(1, "decimal", "%1.%2 "));
    const b = (text: string, at: number): string => p(text, { list: [1, at], outline: at });
    const parts = numbered(both + list(1, 0), b("范围", 1), b("依据", 0), b("程序", 1));
    expect(below(parts)).toEqual(["heading2 1.1范围", "heading1 2依据", "heading2 2.1程序"]);
  });

  it("of bullets are signs", () => {
    const bullet = level(0, "bullet", "\uf06c", "").replace(
      "</w:lvl>",
      '<w:rPr><w:rFonts w:ascii="Wingdings"/></w:rPr></w:lvl>',
    );
    const parts = numbered(definition(0, bullet) + list(1, 0), a("要点内容。", 0));
    expect(below(parts)).toEqual(["body ● 要点内容。"]);
    const hollow = numbered(definition(0, level(0, "bullet", "o", "")) + list(1, 0), a("次要内容。", 0));
    expect(below(hollow)).toEqual(["body ◦ 次要内容。"]);
  });
});

describe("headings", () => {
  it("follow typed ordinals where a file has no styles", () => {
    const parts = simple(p("一、主要工作"), p("（一）加强学习。组织学习四次。"), p("1.完善制度"), p("修订制度三项。"));
    expect(below(parts)).toEqual([
      "heading1 一、主要工作",
      "runIn2 （一）加强学习。¦组织学习四次。",
      "heading3 1.完善制度",
      "body 修订制度三项。",
    ]);
  });

  it("follow the outline where they have no ordinal, whatever their style is called", () => {
    const styles =
      style("1", "标题 1") +
      style("X", "自定样式", '<w:pPr><w:outlineLvl w:val="1"/></w:pPr>') +
      style("Y", "更下一层", '<w:basedOn w:val="X"/>');
    const body =
      p("总体情况", { style: "1" }) + p("队伍建设", { style: "X" }) + p("经费保障", { style: "Y" }) + p("正文。");
    expect(below({ ...simple(body), styles })).toEqual([
      "heading1 总体情况",
      "heading2 队伍建设",
      "heading2 经费保障",
      "body 正文。",
    ]);
  });

  it("are told by 黑体 and 楷体 where there is neither style nor ordinal, also from the theme", () => {
    const theme =
      '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:themeElements><a:fontScheme>' +
      '<a:majorFont><a:ea typeface=""/><a:font script="Hans" typeface="黑体"/></a:majorFont><a:minorFont><a:ea typeface="仿宋"/></a:minorFont>' +
      "</a:fontScheme></a:themeElements></a:theme>";
    const text =
      "全年组织各类审计项目十二个，提出审计建议四十三条，推动建章立制二十一项，促进增收节支和挽回损失九千万元。";
    const themed = r("前言", { extra: '<w:rFonts w:eastAsiaTheme="majorEastAsia"/>' });
    const body =
      p(themed) +
      p(r(text, { font: "仿宋_GB2312" })) +
      p(r("法治学习", { font: "楷体_GB2312" })) +
      p(r(text, { font: "仿宋_GB2312" }));
    expect(below({ ...simple(body), theme })).toEqual([
      "heading1 前言",
      `body ${text}`,
      "heading2 法治学习",
      `body ${text}`,
    ]);
  });

  it("run into their paragraph where 楷体 or bold ends at 。 although the sentence is long", () => {
    const lead =
      "（一）坚持把学习贯彻法治思想作为首要政治任务，不断完善学习制度，健全长效机制，全面提升依法审计的意识和能力水平，切实做到学以致用、以用促学。";
    const body = p(r(lead, { font: "楷体" }) + r("组织集体学习十二次。", { font: "仿宋" }));
    expect(below(simple(body))).toEqual([`runIn2 ${lead}¦组织集体学习十二次。`]);
  });

  it("are not what merely looks bold all over, and keep real emphasis inside a paragraph", () => {
    const body =
      p(r("这一段全部加粗，只是样子，不是强调，也不是标题。", { bold: true })) +
      p(r("其中") + r("重点", { bold: true }) + r("突出。"));
    expect(below(simple(body))).toEqual([
      "body 这一段全部加粗，只是样子，不是强调，也不是标题。",
      "body 其中*重点*突出。",
    ]);
  });

  it("of the whole text are found by style, or centred and large, over several lines", () => {
    const big = (text: string): string => p(r(text, { font: "方正小标宋简体", size: 22 }), { align: "center" });
    const both = [
      read({ body: big("青石县审计局") + big("2025年度工作亮点") + intro }),
      read({
        body: p(`${r("青石县审计局")}${r("<w:br/>")}${r("2025年度工作亮点")}`, { style: "a" }) + intro,
        styles: style("a", "Title"),
      }),
    ];
    expect(both.map((imported) => lines(imported)[0])).toEqual([
      "title 青石县审计局2025年度工作亮点",
      "title 青石县审计局2025年度工作亮点",
    ]);
  });

  it("gather no title from both sides of a table or a page break", () => {
    const big = (text: string): string => p(r(text, { size: 22 }), { align: "center" });
    const form = tbl(tr(tc("单位") + tc("青石县审计局")));
    const parts = { body: big("年度考核材料") + form + big("年度考核登记表") + p("说明如下。") };
    expect(lines(read(parts)).slice(0, 3)).toEqual([
      "title 年度考核材料",
      "table 单位|青石县审计局",
      "body 年度考核登记表",
    ]);
    const pages = { body: big("年度考核材料") + p(r('<w:br w:type="page"/>')) + big("年度考核登记表") };
    expect(lines(read(pages))).toEqual(["title 年度考核材料", "pageBreak", "body 年度考核登记表"]);
  });

  it("take no signature from above a table", () => {
    const parts = simple(p("青石县审计局"), tbl(tr(tc("经办") + tc("李明"))), p("2026年2月3日"));
    expect(below(parts)).toEqual(["body 青石县审计局", "table 经办|李明"]);
    expect(read(parts).meta).toMatchObject({ date: "2026-02-03" });
  });
});

describe("tables", () => {
  it("keep merged cells, header rows and widths", () => {
    const imported = read(
      simple(
        tbl(
          tr(tc("项目", '<w:vMerge w:val="restart"/>') + tc("金额", '<w:gridSpan w:val="2"/>'), "<w:tblHeader/>") +
            tr(tc("", "<w:vMerge/>") + tc("年初") + tc("年末"), "<w:tblHeader/>") +
            tr(tc(p("甲", { align: "center" })) + tc("1") + tc(p("2") + p("元"))),
          [2000, 1000, 1500],
        ),
      ),
    );
    expect(imported.blocks.at(-1)).toEqual({
      kind: "table",
      columnWidths: [2000, 1000, 1500],
      headerRows: 2,
      rows: [
        [
          { paragraphs: [[{ kind: "text", text: "项目" }]], rowSpan: 2, colSpan: 1, align: "start" },
          { paragraphs: [[{ kind: "text", text: "金额" }]], rowSpan: 1, colSpan: 2, align: "start" },
        ],
        [
          { paragraphs: [[{ kind: "text", text: "年初" }]], rowSpan: 1, colSpan: 1, align: "start" },
          { paragraphs: [[{ kind: "text", text: "年末" }]], rowSpan: 1, colSpan: 1, align: "start" },
        ],
        [
          { paragraphs: [[{ kind: "text", text: "甲" }]], rowSpan: 1, colSpan: 1, align: "center" },
          { paragraphs: [[{ kind: "text", text: "1" }]], rowSpan: 1, colSpan: 1, align: "start" },
          {
            paragraphs: [[{ kind: "text", text: "2" }], [{ kind: "text", text: "元" }]],
            rowSpan: 1,
            colSpan: 1,
            align: "start",
          },
        ],
      ],
    });
  });

  it("have their captions above them", () => {
    const parts = simple(p("表1 审计项目情况"), tbl(tr(tc("甲"))), p("不是表题。"), tbl(tr(tc("乙"))));
    expect(below(parts)).toEqual(["caption 表1 审计项目情况", "table 甲", "body 不是表题。", "table 乙"]);
  });

  it("inside a cell become text, and one around a whole text gives the text itself", () => {
    const inner = tbl(tr(tc("甲") + tc("乙")));
    const nested = read(simple(tbl(tr(tc("外") + tc(inner + p(""))))));
    expect(lines(nested).at(-1)).toBe("table 外|甲\t乙");
    expect(codes(nested)).toContain("docx-nested-tables");
    const frame = tbl(tr(tc(Array.from({ length: 9 }, (_, index) => p(`第${index + 1}段的内容。`)).join(""))));
    expect(below(simple(frame))).toHaveLength(9);
  });

  it("lose rows that are covered altogether, and survive rows that do not fit", () => {
    const rows =
      tr(tc("甲", '<w:vMerge w:val="restart"/>') + tc("乙", '<w:vMerge w:val="restart"/>')) +
      tr(tc("", "<w:vMerge/>") + tc("", "<w:vMerge/>")) +
      tr(tc("丙")) +
      tr(tc("丁", '<w:gridSpan w:val="999999999"/>'));
    const table = read(simple(tbl(rows))).blocks.at(-1);
    expect(
      table?.kind === "table" && table.rows.map((row) => row.map(({ rowSpan, colSpan }) => [rowSpan, colSpan])),
    ).toEqual([
      [
        [1, 1],
        [1, 1],
        [1, 61],
      ],
      [
        [1, 1],
        [1, 62],
      ],
      [[1, 63]],
    ]);
  });
});

describe("what stands among the text", () => {
  const png = makePng(40, 20);
  const changed = (name: string, content: string): string => `<w:${name} w:id="1" w:author="甲">${content}</w:${name}>`;

  it("is kept: breaks, tabs, hyphens, symbols, links, ruby, tags, fields' results", () => {
    const ruby = `<w:ruby><w:rt>${r("shěn")}</w:rt><w:rubyBase>${r("审")}</w:rubyBase></w:ruby>`;
    const body = p(
      [
        r(`${t("甲")}<w:tab/>${t("乙")}<w:br/>${t("丙")}<w:noBreakHyphen/>${t("丁")}<w:softHyphen/>`),
        r('<w:sym w:font="Wingdings" w:char="F0FC"/>'),
        `<w:hyperlink r:id="x">${r("链接")}</w:hyperlink>`,
        r(ruby),
        `<w:smartTag><w:sdt><w:sdtContent>${r("标记")}</w:sdtContent></w:sdt></w:smartTag>`,
        field(" PAGEREF _x ", r("3")),
        `<w:fldSimple w:instr=" DATE ">${r("1月")}</w:fldSimple>`,
        r(
          '<w:fldChar w:fldCharType="begin"/><w:instrText>eq \\o\\ac(○,1)</w:instrText><w:fldChar w:fldCharType="end"/>',
        ),
      ].join(""),
    );
    expect(below(simple(body))).toEqual(["body 甲\t乙↵丙-丁✓链接审标记31月①"]);
  });

  it("is left out and told: deletions, hidden text, comments, macros; a table of contents is text", () => {
    const contents = `${p(r('<w:fldChar w:fldCharType="begin"/>') + r("<w:instrText>TOC \\o</w:instrText>") + r('<w:fldChar w:fldCharType="separate"/>') + r("一、甲\t1"))}${p(r("二、乙\t2") + r('<w:fldChar w:fldCharType="end"/>'))}`;
    const imported = read({
      ...simple(
        p("目录"),
        contents,
        p(
          r("保留") +
            changed("ins", r("插入")) +
            changed("del", r("<w:delText>删去</w:delText>")) +
            changed("moveFrom", r("移走")),
        ),
        p(r("看得见") + r("看不见", { extra: "<w:vanish/>" }) + r('<w:commentReference w:id="1"/>')),
      ),
      comments: `<w:comment w:id="1">${p("请核对")}</w:comment>`,
      other: { "word/vbaProject.bin": new Uint8Array([1, 2, 3]) },
    });
    expect(lines(imported).slice(2)).toEqual([
      "body 目录",
      "body 一、甲\t1",
      "body 二、乙\t2",
      "body 保留插入",
      "body 看得见",
    ]);
    expect(codes(imported)).toEqual([
      "docx-tracked-changes",
      "docx-comments",
      "docx-hidden-text",
      "docx-contents",
      "docx-macros",
    ]);
    expect(imported.warnings[0]?.message).toContain("插入的 1 处已保留，删除的 2 处");
  });

  it("joins paragraphs whose break was deleted", () => {
    const mark = `<w:rPr>${changed("del", "")}</w:rPr>`;
    expect(below(simple(p("前半句，", { extra: mark }), p("后半句。")))).toEqual(["body 前半句，后半句。"]);
  });

  it("tells the entries of a table of contents from the headings they repeat", () => {
    const framed =
      '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>' +
      `<w:sdtContent>${p("目  录")}${p("一、主要工作\t1")}</w:sdtContent></w:sdt>`;
    const field = p(`<w:fldSimple w:instr=" TOC \\o ">${r("一、主要工作\t1")}</w:fldSimple>`);
    const styled = p("一、主要工作\t1", { style: "10" });
    const heading = p("一、主要工作") + p("全年工作平稳。");
    for (const contents of [framed, p("目  录") + field, p("目  录") + styled]) {
      const parts = { ...simple(contents, heading), styles: style("10", "toc 1") };
      expect(below(parts)).toEqual([
        "body 目  录",
        "body 一、主要工作\t1",
        "heading1 一、主要工作",
        "body 全年工作平稳。",
      ]);
      expect(read(parts).title).toBe("青石县审计局2025年法治政府建设情况报告");
    }
  });

  it("survives a table of contents that never ends", () => {
    const open = p(
      r('<w:fldChar w:fldCharType="begin"/>') +
        r("<w:instrText>TOC</w:instrText>") +
        r('<w:fldChar w:fldCharType="separate"/>'),
    );
    expect(below(simple(open, p("正文还在。")))).toEqual(["body 正文还在。"]);
  });

  it("survives a field whose code never ends", () => {
    const open = p(r('<w:fldChar w:fldCharType="begin"/>') + r("上文。"));
    expect(below(simple(open, p(field("PAGE", r("3")) + r("下文。"))))).toEqual(["body 上文。", "body 3下文。"]);
  });

  it("keeps the words of places to click", () => {
    const click = (code: string): string =>
      r('<w:fldChar w:fldCharType="begin"/>') +
      r(`<w:instrText xml:space="preserve">${code}</w:instrText>`) +
      r('<w:fldChar w:fldCharType="end"/>');
    const parts = simple(p(r("主送：") + click("MACROBUTTON NoMacro [单击此处填写 机关名称]") + r("。")));
    expect(below(parts)).toEqual(["body 主送：[单击此处填写 机关名称]。"]);
  });

  it("writes the entry that is chosen in a drop-down list of a form", () => {
    const list = '<w:ddList><w:result w:val="1"/><w:listEntry w:val="未整改"/><w:listEntry w:val="已整改"/></w:ddList>';
    const dropDown =
      r(`<w:fldChar w:fldCharType="begin"><w:ffData>${list}</w:ffData></w:fldChar>`) +
      r("<w:instrText>FORMDROPDOWN</w:instrText>") +
      r('<w:fldChar w:fldCharType="separate"/>') +
      r('<w:fldChar w:fldCharType="end"/>');
    expect(below(simple(p(r("状态：") + dropDown + r("。"))))).toEqual(["body 状态：已整改。"]);
  });

  it("writes the signs of symbol fonts as the characters they look like", () => {
    const sign = (font: string, code: string): string => r(`<w:sym w:font="${font}" w:char="${code}"/>`);
    const parts = simple(
      p(sign("Symbol", "F0CE") + sign("Symbol", "F0D8") + sign("Wingdings", "F0AB") + sign("Wingdings 3", "F075")),
    );
    expect(below(parts)).toEqual(["body ∈¬★▶"]);
  });

  it("takes in a document that stands in the file for a part of the text, and leaves out other kinds", () => {
    const inner = makeDocx({ body: p("合并进来的内容。") + p("又一段。") });
    const relations =
      '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">' +
      ["afchunk1.docx", "afchunk2.html"]
        .map((name, index) => `<Relationship Id="c${index + 1}" Type="x/aFChunk" Target="${name}"/>`)
        .join("") +
      "</Relationships>";
    const imported = read({
      ...simple(p("上文。"), '<w:altChunk r:id="c1"/>', p("下文。"), '<w:altChunk r:id="c2"/>'),
      other: {
        "word/afchunk1.docx": inner,
        "word/afchunk2.html": "<p>网页</p>",
        "word/_rels/document.xml.rels": relations,
      },
    });
    expect(lines(imported).slice(2)).toEqual(["body 上文。", "body 合并进来的内容。", "body 又一段。", "body 下文。"]);
    expect(imported.warnings.find(({ code }) => code === "docx-objects")?.message).toContain("有 1 个");
  });

  it("puts notes in their place, and those of a heading behind it", () => {
    const imported = read({
      ...simple(
        p(r("一、主要工作") + r('<w:footnoteReference w:id="2"/>'), { outline: 0 }),
        p(r("正文") + r('<w:endnoteReference w:id="2"/>') + r("继续。")),
      ),
      footnotes: `<w:footnote w:id="2">${p(r("<w:footnoteRef/>") + r("统计口径有变"))}</w:footnote>`,
      endnotes: `<w:endnote w:id="2">${p("另见附表")}</w:endnote>`,
    });
    expect(lines(imported).slice(2)).toEqual([
      "heading1 一、主要工作",
      "body 〔注：统计口径有变〕",
      "body 正文〔注：另见附表〕继续。",
    ]);
    expect(codes(imported)).toContain("docx-notes");
  });

  it("keeps text boxes once, and pictures with their size and words", () => {
    const imported = read({
      ...simple(p(r("上文。") + r(textBox(p("框中文字。")))), p(r(picture("image1", 36_000 * 50, "办公楼")))),
      media: { "image1.png": png },
    });
    expect(lines(imported).slice(2)).toEqual(["body 上文。", "body 框中文字。", "image 40x20 办公楼"]);
    const image = imported.blocks.at(-1);
    expect(image).toMatchObject({ kind: "image", displayWidthMm: 50 });
    expect([...imported.images.values()]).toMatchObject([{ mediaType: "image/png" }]);
  });

  it("takes the place a picture came from for no description of it", () => {
    for (const place of ["C:\\Users\\liming\\a.png", "http://intranet/a.png", "\\\\server\\a.png"]) {
      const imported = read({ ...simple(p(r(picture("image1", 1000, place)))), media: { "image1.png": png } });
      expect(imported.blocks.at(-1)).toMatchObject({ kind: "image", altText: "" });
    }
  });

  it("tells of pictures it cannot read", () => {
    const imported = read({ ...simple(p(r(picture("image1", 1000)))), media: { "image1.png": new Uint8Array(10) } });
    expect(codes(imported)).toContain("docx-images");
    expect(imported.blocks.some(({ kind }) => kind === "image")).toBe(false);
  });

  it("breaks pages where the file does, by a break, a property or a section", () => {
    const section = (type: string): string => `<w:sectPr><w:type w:val="${type}"/></w:sectPr>`;
    const parts = simple(
      p(r("甲") + r('<w:br w:type="page"/>') + r("乙")),
      p("丙", { extra: "<w:pageBreakBefore/>" }),
      p("丁", { extra: section("nextPage") }),
      p("戊", { extra: section("continuous") }),
      p("己"),
      section("nextPage"),
    );
    expect(below(parts).map((line) => line.replace("body ", ""))).toEqual([
      "甲",
      "pageBreak",
      "乙",
      "pageBreak",
      "丙",
      "丁",
      "戊",
      "pageBreak",
      "己",
    ]);
  });
});

describe("elements of an official document", () => {
  it("are read from a table, from a frame, and from a name spread over the line", () => {
    const number = "青审发〔2026〕3号";
    const spread = p("青 石 县 审 计 局 文 件", { align: "center" }) + p(number);
    const frame = '<w:framePr w:w="8000" w:hAnchor="margin"/>';
    const framed = p("青石县审计局文件", { extra: frame }) + p(number, { extra: frame });
    const table = tbl(tr(tc("青石县审计局文件")) + tr(tc(number) + tc("签发人：李明")));
    for (const head of [spread, framed, table]) {
      const imported = read({ body: head + title + intro });
      expect(imported.meta).toMatchObject({ issuingOrgan: "青石县审计局", documentNumber: number });
      expect(imported.blocks[0]).toMatchObject({ kind: "title" });
    }
    expect(read({ body: table + title + intro }).meta.signedOffBy).toEqual(["李明"]);
  });

  it("leave a table above the title that holds more than they do", () => {
    const form = tbl(tr(tc("青审发〔2026〕3号") + tc("承办处室：法规处")));
    const imported = read({ body: form + title + intro });
    expect(imported.meta.documentNumber).toBeUndefined();
    expect(imported.blocks[0]).toMatchObject({ kind: "table" });
  });

  it("are found above the number of printed copies, which stays", () => {
    const imprint = p("抄送：县委办公室。") + p("青石县审计局办公室    2026年1月20日印发") + p("（共印20份）");
    const imported = read(simple(imprint));
    expect(imported.meta).toMatchObject({ copyRecipients: "县委办公室", printingDate: "2026-01-20" });
    expect(lines(imported).filter((line) => line.includes("共印"))).toHaveLength(1);
  });

  it("are recognised around the text", () => {
    const { meta, blocks, warnings } = read({
      body: [
        p("000012"),
        p("机密★1年"),
        p("特急"),
        p(r("青石县审计局文件", { font: "方正小标宋简体", size: 40 }), { align: "center" }),
        p("青审发〔2026〕5号          签发人：张某  李某"),
        title,
        p("县人民政府："),
        intro,
        p("附件：1.审计项目表"),
        p("2.整改情况表"),
        p("青石县审计局", { align: "right" }),
        p("2026年2月3日", { align: "right" }),
        p("（此件公开发布）"),
        tbl(tr(tc("抄送：市审计局，县纪委监委。")) + tr(tc(p("青石县审计局办公室    2026年2月4日印发")))),
      ].join(""),
    });
    expect(meta).toEqual({
      copyNumber: "000012",
      secrecy: "机密★1年",
      urgency: "特急",
      issuingOrgan: "青石县审计局",
      documentNumber: "青审发〔2026〕5号",
      signedOffBy: ["张某", "李某"],
      mainRecipients: "县人民政府：",
      attachmentNames: ["审计项目表", "整改情况表"],
      signatories: ["青石县审计局"],
      date: "2026-02-03",
      note: "此件公开发布",
      copyRecipients: "市审计局，县纪委监委",
      printingOrgan: "青石县审计局办公室",
      printingDate: "2026-02-04",
    });
    expect(blocks.map(({ kind }) => kind)).toEqual(["title", "paragraph"]);
    expect(warnings.map(({ code }) => code)).toContain("official-elements");
  });

  it("typed with soft line breaks are lines all the same", () => {
    const { meta } = read(simple(p(`${r("青石县审计局")}${r("<w:br/>")}${r("2026年2月3日")}`)));
    expect(meta).toMatchObject({ signatories: ["青石县审计局"], date: "2026-02-03" });
  });
});

describe("forms of the file", () => {
  it("in the strict namespaces reads the same", () => {
    const parts = simple(p("一、主要工作"), tbl(tr(tc("甲"))));
    expect(lines(read(parts, strict))).toEqual(lines(read(parts)));
  });

  it("keeps its text without styles or numbering, or with damaged ones", () => {
    const imported = read({ ...simple(p("一、主要工作", { style: "x" })), other: { "word/styles.xml": "<w:styles" } });
    expect(lines(imported).at(-1)).toBe("heading1 一、主要工作");
    expect(codes(imported)).toContain("docx-part-damaged");
  });

  it("keeps its text when an entry of the archive cannot be unpacked, and says so of a part that is needed", () => {
    const spoiled = (path: string): ImportedFile => {
      const whole = makeDocx({ ...simple(p("一、主要工作")), styles: "", other: { "more/extra.xml": "<x/>" } });
      const at = Buffer.from(whole).indexOf(path);
      // no such way to pack exists
      whole[at + path.length] = 0x07;
      return readDocx(whole, inspectImage);
    };
    const outside = spoiled("more/extra.xml");
    expect(lines(outside).at(-1)).toBe("heading1 一、主要工作");
    expect(codes(outside)).not.toContain("docx-part-damaged");
    const inside = spoiled("word/styles.xml");
    expect(lines(inside).at(-1)).toBe("heading1 一、主要工作");
    expect(codes(inside)).toContain("docx-part-damaged");
  });

  const refuse = (bytes: Uint8Array): unknown => {
    try {
      readDocx(bytes, inspectImage);
      return null;
    } catch (error) {
      return (error as { code?: string }).code;
    }
  };

  it("is refused when it is cut off, empty, another kind, or made to harm", () => {
    const whole = makeDocx(simple());
    expect(refuse(whole.slice(0, whole.length / 2))).toBe("file-damaged");
    expect(refuse(makeDocx({ body: p("") + p("  ") }))).toBe("file-empty");
    expect(refuse(makeDocx({ body: "", other: { "word/document.xml": "<w:document" } }))).toBe("file-damaged");
    const entities = '<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><w:document>&b;</w:document>';
    expect(refuse(makeDocx({ body: "", other: { "word/document.xml": entities } }))).toBe("file-too-complex");
    const deep = "<w:p>".repeat(5000) + "</w:p>".repeat(5000);
    expect(refuse(makeDocx({ body: deep }))).toBe("file-too-complex");
    expect(refuse(makeDocx({ body: " ".repeat(40_000_000) }))).toBe("file-too-complex");
  });

  it("gives a report that can be stored and shown", () => {
    const imported = read(simple(p("一、主要工作"), tbl(tr(tc("甲") + tc("乙")))));
    const shown = showBlocks({
      body: bodyFromBlocks(imported.blocks, 2025),
      meta: metaSchema.parse(imported.meta),
      year: 2025,
    });
    expect(shown.map(({ kind }) => kind)).toEqual(["title", "paragraph", "heading", "table"]);
  });
});
