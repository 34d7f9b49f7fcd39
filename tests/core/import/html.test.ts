import { describe, expect, it } from "vitest";
import { readReportFile } from "../../../backend/read-report-file.ts";
import { makePng } from "../../backend/store/image-samples.ts";
import { blocksFromBody } from "../../../core/document/from-lexical.ts";
import { exportText } from "../../../core/export/text.ts";
import type { ReportDocument } from "../../../core/document/schema.ts";
import { AppError } from "../../../core/result.ts";
import { below, randomOf } from "../../support/seeded-random.ts";

const page = (body: string): string =>
  `<html xmlns:w="urn:schemas-microsoft-com:office:word"><head><meta charset="utf-8"><title>不是正文</title>` +
  `<style>p.MsoNormal {font-family:"仿宋"}</style><!--[if gte mso 9]><xml><w:WordDocument/></xml><![endif]--></head>` +
  `<body lang=ZH-CN><div class=WordSection1>${body}</div></body></html>`;
const read = (body: string, name = "去年.doc") =>
  readReportFile({ bytes: Buffer.from(page(body)), name, year: 2025 }, new Date(0));
const printed = ({ body, meta, year }: ReportDocument): readonly string[] =>
  exportText({ body, meta, year })
    .split("\n")
    .filter((line) => line !== "");
const lines = (body: string): readonly string[] => printed(read(body).report);

describe("a page that calls itself a Word file", () => {
  it("gives its text with the ordinals that Word shows", () => {
    expect(
      lines(
        `<p class=MsoTitle align=center>青石县审计局2025年工作报告<o:p></o:p></p>
         <h1 style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>一、<span>&nbsp;</span></span><![endif]>主要工作</h1>
         <p class=MsoNormal><b>（一）加强学习。</b>组织集体学习<span lang=EN-US>12</span>次，覆盖156
         人。</p>
         <ol start=3><li>按期办结；<li>逐项销号。</ol>`,
      ),
    ).toEqual([
      "青石县审计局2025年工作报告",
      "一、主要工作",
      "（一）加强学习。组织集体学习12次，覆盖156 人。",
      "3.按期办结；",
      "4.逐项销号。",
    ]);
  });

  it("leaves out the stamp of a draft that this program wrote, and says so", () => {
    const { report, warnings } = read('<p class="draft-stamp">【待核稿】</p><p>全年工作平稳推进。</p>');
    expect(printed(report)).toEqual(["全年工作平稳推进。"]);
    expect(warnings.map(({ code }) => code)).toContain("draft-stamp");
  });

  it("joins Chinese text that was broken over lines of the file", () => {
    expect(lines("<p>认真履行审计\n监督职责，\r\n   持续推进。</p>")).toEqual(["认真履行审计监督职责，持续推进。"]);
  });

  it("gives tables with merged cells, and leaves out a frame around the whole text", () => {
    const { report } = read(
      `<table><tr><td>${"<p>第一段文字在这里。</p>".repeat(9)}
        <table><thead><tr><th>目标</th><th>任务</th></tr></thead>
        <tr><td rowspan=2>提质</td><td>审计项目</td></tr><tr><td>审计建议</td></tr></table></td></tr></table>`,
    );
    const table = blocksFromBody(report.body).find(({ kind }) => kind === "table");
    expect(
      table?.kind === "table" && [
        table.headerRows,
        table.rows.map((row) => row.map(({ paragraphs, rowSpan }) => [paragraphs[0]?.[0], rowSpan])),
      ],
    ).toEqual([
      1,
      [
        [
          [{ kind: "text", text: "目标" }, 1],
          [{ kind: "text", text: "任务" }, 1],
        ],
        [
          [{ kind: "text", text: "提质" }, 2],
          [{ kind: "text", text: "审计项目" }, 1],
        ],
        [[{ kind: "text", text: "审计建议" }, 1]],
      ],
    ]);
  });

  it("leaves out what is deleted, hidden, commented or no text, and says so", () => {
    const { report, warnings } = read(
      `<p>完成<del>三十</del><ins>32</ins>个项目<span style='display:none'>待定</span>。</p>
       <script>var a = "脚本";</script><select><option>选项</option></select>
       <div style='mso-element:comment-list'><div style='mso-element:comment'><p>请核对</p></div></div>`,
    );
    expect(printed(report)).toEqual(["完成32个项目。"]);
    expect(warnings.map(({ code }) => code)).toEqual(
      expect.arrayContaining(["docx-tracked-changes", "docx-hidden-text", "docx-comments"]),
    );
  });

  it("takes the pictures that stand in it, and fetches none", () => {
    const data = makePng(40, 20).toString("base64");
    const imported = read(
      `<p>见图。</p><img src="data:image/png;base64,${data}"><img src="http://example.invalid/a.png">`,
    );
    expect(imported.images.size).toBe(1);
    expect(imported.warnings.map(({ code }) => code)).toContain("docx-images");
  });

  it("is read in GBK and UTF-16, and as a part of a page", () => {
    const utf16 = Buffer.concat([Buffer.from([0xff, 0xfe]), Buffer.from(page("<p>有话说。</p>"), "utf16le")]);
    // 工作。 in GBK
    const gbk = Buffer.concat([
      Buffer.from("<html><body>" + "<p>", "latin1"),
      Buffer.from(Array<readonly number[]>(40).fill([0xb9, 0xa4, 0xd7, 0xf7, 0xa1, 0xa3]).flat()),
      Buffer.from("</p></body></html>", "latin1"),
    ]);
    const text = (bytes: Buffer): string =>
      printed(readReportFile({ bytes, name: "a.doc", year: null }, new Date(0)).report).join("");
    expect(text(utf16)).toBe("有话说。");
    expect(text(gbk)).toBe("工作。".repeat(40));
    expect(text(Buffer.from("<table><tr><td>项目</td><td>32个</td></tr></table>"))).toContain("32个");
  });

  it("gives a report or a clear error however it is damaged", () => {
    const whole = page(
      `<h2>一、工作</h2><p align=center>文字<b>加粗</b><br></p><table><tr><td rowspan=3 colspan=2>甲<td>乙</table><ul><li>项</ul>`,
    );
    const parts = [
      "<table>",
      "</tr>",
      "<td colspan=9999 rowspan=9999>",
      "</div>",
      "<b>",
      "<!--",
      "-->",
      "<svg>",
      "<select>",
      "&#x110000;",
      "<br style='page-break-before:always'>",
    ];
    for (let seed = 1; seed <= 500; seed += 1) {
      const random = randomOf(seed);
      let broken = whole;
      for (let count = 1 + below(random, 8); count > 0; count -= 1) {
        const at = below(random, broken.length);
        broken = broken.slice(0, at) + (parts[below(random, parts.length)] ?? "") + broken.slice(at + below(random, 4));
      }
      try {
        readReportFile({ bytes: Buffer.from(broken), name: "a.doc", year: null }, new Date(0));
      } catch (error) {
        if (!(error instanceof AppError)) throw new Error(`seed ${seed}`, { cause: error });
      }
    }
    const deep = Buffer.from(`<html><body>${"<div>".repeat(200_000)}深`);
    expect(() => readReportFile({ bytes: deep, name: "a.doc", year: null }, new Date(0))).toThrow(
      expect.objectContaining({ code: "file-too-complex" }),
    );
  });
});
