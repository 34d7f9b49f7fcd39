import { describe, expect, it } from "vitest";
import { decodeCodePage } from "../../../backend/decode-code-page.ts";
import { readReportFile } from "../../../backend/read-report-file.ts";
import { inspectImage } from "../../../backend/store/images.ts";
import { exportText } from "../../../core/export/text.ts";
import { bodyFromBlocks } from "../../../core/document/to-lexical.ts";
import { metaSchema } from "../../../core/document/schema.ts";
import type { ImportedFile } from "../../../core/import/word/imported-file.ts";
import { readRtf } from "../../../core/import/rtf/read-rtf.ts";
import { makePng } from "../../backend/store/image-samples.ts";
import { makeRtf, rtfParagraph, rtfText } from "../../fixtures/rtf/make-rtf.ts";

const read = (body: string): ImportedFile => readRtf(makeRtf(body), inspectImage, decodeCodePage);
const printed = ({ blocks, meta }: ImportedFile): readonly string[] =>
  exportText({ body: bodyFromBlocks(blocks, 2025), meta: metaSchema.parse(meta), year: 2025 })
    .split("\n")
    .filter((line) => line !== "");
const lines = (body: string): readonly string[] => printed(read(body));
const warned = (body: string): readonly string[] => read(body).warnings.map(({ code }) => code);

describe("an RTF file", () => {
  it("gives its text with the ordinals that Word shows, and no other part of the file", () => {
    const imported = read(
      rtfParagraph("青石县审计局2025年工作报告", String.raw`\qc\fs44`) +
        String.raw`{\listtext\pard\plain\f2 ${rtfText("一、")}\tab}` +
        rtfParagraph("主要工作", String.raw`\ls1\ilvl0\f2`) +
        rtfParagraph("（一）加强学习。组织集体学习12次，覆盖156人。") +
        String.raw`{\listtext\pard\plain 1.\tab}` +
        rtfParagraph("重点项目按期办结；"),
    );
    expect(imported.title).toBe("青石县审计局2025年工作报告");
    expect(printed(imported)).toEqual([
      "青石县审计局2025年工作报告",
      "一、主要工作",
      "（一）加强学习。组织集体学习12次，覆盖156人。",
      "1.重点项目按期办结；",
    ]);
    expect(imported.blocks.slice(1, 3)).toMatchObject([
      { kind: "heading", level: 1 },
      { kind: "runInHeading", level: 2, heading: [{ text: "加强学习。" }] },
    ]);
  });

  it("reads bytes by the character set of their font, also where half a character is a letter", () => {
    const bytes = String.raw`\pard\plain\f1 \'b9\'a4\'d7\'f7\'81@\'a1\'a3\f0 \'d2\'bb Word\par `;
    expect(lines(bytes)).toEqual(["工作丂。一 Word"]);
  });

  it("takes the stand-ins of a character for what they are", () => {
    expect(lines(String.raw`\pard\uc2\u24037\'b9\'a4\u20316\'d7\'f7{\uc0\u23436}\uc1\u25104 ?\par `)).toEqual([
      "工作完成",
    ]);
  });

  it("gives headings by their styles", () => {
    const imported = read(
      rtfParagraph("有关情况报告如下。") +
        rtfParagraph("总体情况", String.raw`\s1`) +
        rtfParagraph("全年工作平稳推进，成效明显。"),
    );
    expect(imported.blocks[1]).toMatchObject({ kind: "heading", level: 1, content: [{ text: "总体情况" }] });
  });

  it("gives tables with their merged cells", () => {
    const cell = (text: string): string => String.raw`\pard\intbl ${rtfText(text)}\cell `;
    const merges = [
      String.raw`\clvmgf\cellx2000\cellx4000\cellx6000`,
      String.raw`\clvmrg\cellx2000\cellx4000\cellx6000`,
    ];
    const [first, second] = merges;
    const imported = read(
      String.raw`\trowd\trhdr\cellx2000\cellx4000\cellx6000 ` +
        cell("目标") +
        cell("任务") +
        cell("数量") +
        String.raw`\row\trowd${first} ` +
        cell("提质") +
        cell("审计项目") +
        cell("32") +
        String.raw`\row\trowd${second} ` +
        cell("") +
        cell("审计建议") +
        cell("118") +
        String.raw`\row ` +
        rtfParagraph("以上数据均已核对。"),
    );
    const [table] = imported.blocks;
    expect(
      table?.kind === "table" && {
        headerRows: table.headerRows,
        rows: table.rows.map((row) =>
          row.map(({ paragraphs, rowSpan }) => [
            paragraphs.flat().map((inline) => "text" in inline && inline.text),
            rowSpan,
          ]),
        ),
      },
    ).toEqual({
      headerRows: 1,
      rows: [
        [
          [["目标"], 1],
          [["任务"], 1],
          [["数量"], 1],
        ],
        [
          [["提质"], 2],
          [["审计项目"], 1],
          [["32"], 1],
        ],
        [
          [["审计建议"], 1],
          [["118"], 1],
        ],
      ],
    });
  });

  it("shows what fields show", () => {
    expect(
      lines(
        String.raw`\pard ${rtfText("详见")}{\field{\*\fldinst HYPERLINK "http://example.invalid"}{\fldrslt ${rtfText("公告")}}}` +
          String.raw`${rtfText("第")}{\field{\*\fldinst PAGEREF a}{\fldrslt 3}}${rtfText("页")}\par `,
      ),
    ).toEqual(["详见公告第3页"]);
  });

  it("leaves out what was deleted, hidden, commented or stands on every page, and says so", () => {
    const body =
      String.raw`{\header\pard ${rtfText("内部资料")}\par}\pard ${rtfText("完成")}{\deleted ${rtfText("三十")}}{\revised ${rtfText("32")}}` +
      String.raw`${rtfText("个项目")}{\v ${rtfText("待定")}}{\*\atnid A}{\*\annotation ${rtfText("请核对")}}。\par `.replace(
        "。",
        rtfText("。"),
      );
    expect(lines(body)).toEqual(["完成32个项目。"]);
    expect(warned(body)).toEqual(
      expect.arrayContaining(["docx-tracked-changes", "docx-hidden-text", "docx-comments", "docx-page-text"]),
    );
  });

  it("keeps notes and text boxes at their places", () => {
    const body =
      String.raw`\pard ${rtfText("组织学习12次")}{\footnote\pard \chftn ${rtfText("含视频学习3次。")}}${rtfText("，成效较好。")}\par ` +
      String.raw`\pard ${rtfText("第二段文字在此。")}{\shp{\*\shpinst{\sp{\sn dhgt}{\sv 1}}{\shptxt \pard ${rtfText("框内说明。")}\par}}{\shprslt ${rtfText("重复")}}}\par `;
    expect(lines(body)).toEqual(["组织学习12次〔注：含视频学习3次。〕，成效较好。", "第二段文字在此。", "框内说明。"]);
  });

  it("joins a paragraph with the next one where the end between them was deleted", () => {
    const body = String.raw`\pard ${rtfText("前半句，")}{\deleted\par}${rtfText("后半句。")}\par `;
    expect(lines(body)).toEqual(["前半句，后半句。"]);
  });

  it("takes pictures that a report can hold", () => {
    const png = makePng(40, 20).toString("hex");
    const imported = read(
      String.raw`\pard ${rtfText("见下图。")}\par\pard{\*\shppict{\pict\pngblip\picwgoal600 ${png}}}{\nonshppict{\pict\wmetafile8 00}}\par `,
    );
    expect(imported.images.size).toBe(1);
    expect(imported.blocks.map(({ kind }) => kind)).toContain("image");
    expect(imported.warnings.map(({ code }) => code)).not.toContain("docx-images");
  });

  it("says that the end is missing, and keeps what there is", () => {
    const whole = makeRtf(rtfParagraph("一、基本情况") + rtfParagraph("全年完成审计项目32个，提出建议118条。"));
    const cut = whole.slice(0, -60);
    const imported = readRtf(cut, inspectImage, decodeCodePage);
    expect(printed(imported)[0]).toBe("一、基本情况");
    expect(imported.warnings.map(({ code }) => code)).toContain("file-cut-off");
  });

  it("is known by its content, whatever its name says", () => {
    const bytes = makeRtf(rtfParagraph("青石县审计局2025年工作报告") + rtfParagraph("有话说。"));
    const { report } = readReportFile({ bytes, name: "去年.doc", year: null }, new Date(0));
    expect(JSON.stringify(report.body)).toContain("有话说。");
  });

  it("without a word is an empty file", () => {
    expect(() => read(String.raw`\pard\par `)).toThrow(expect.objectContaining({ code: "file-empty" }));
  });
});
