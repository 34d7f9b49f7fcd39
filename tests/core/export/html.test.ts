import { describe, expect, it } from "vitest";
import { encodeBase64 } from "../../../core/export/base64.ts";
import { webHtml } from "../../../core/export/html.ts";
import { heading, paragraph, SAMPLE_IMAGE_ID, sampleImageBytes, sampleReport, title } from "./sample-report.ts";

const bodyOf = (html: string): string => html.slice(html.indexOf("<body>"));
const images = new Map([[SAMPLE_IMAGE_ID, { mediaType: "image/png", bytes: sampleImageBytes }]]);

describe("a report as HTML", () => {
  const html = webHtml(sampleReport(), images);

  it("names language, title and author", () => {
    expect(html).toContain('<html lang="zh-CN">');
    expect(html).toContain("<title>某市审计局关于2025年法治政府建设情况的报告</title>");
    expect(html).toContain('<meta name="author" content="某市审计局">');
  });

  it("has ordinals as text in headings of their rank", () => {
    expect(html).toMatch(/<h2 [^>]*data-level="1" data-form="standalone">一、主要举措和成效<\/h2>/u);
    expect(html).toMatch(/data-form="runIn"><h3 class="heading-part">（一）健全制度。<\/h3>制定/u);
    expect(html).toMatch(/<p [^>]*data-level="4" data-form="listItem">（1）第一项。<\/p>/u);
  });

  it("leaves the title's lines to the reader's window", () => {
    expect(html).toMatch(/<h1 class="report-title">某市审计局关于[^<]+<\/h1>/u);
  });

  it("has blanks as 【label】 and bold as strong", () => {
    expect(html).toContain('<span class="blank">【制度全称】</span>');
    expect(html).toContain("<strong>全年办结</strong>");
  });

  it("repeats the header row and merges cells", () => {
    expect(html).toMatch(/<thead><tr>(?:<th scope="col"[^>]*>.*?<\/th>){4}<\/tr><\/thead>/su);
    expect(html).toMatch(/<td rowspan="2" data-align="center">/u);
    const widths = [...html.matchAll(/<col style="width:([\d.]+)%">/gu)].map(([, width]) => Number(width));
    expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(100, 1);
  });

  it("parts a second title from the text before it", () => {
    const blocks = [title("通知"), paragraph("甲。"), title("规划"), heading(0, "总则")];
    const attached = webHtml(sampleReport(blocks), images);
    expect(bodyOf(attached).match(/<div class="page-break"><\/div>/gu)).toHaveLength(1);
    expect(attached).toContain("第一章　总则</h2>");
  });

  it("lets no text of the report become markup", () => {
    const html = webHtml(sampleReport([paragraph('<script>&"')]), images);
    expect(bodyOf(html)).toContain("&lt;script&gt;&amp;&quot;");
  });

  it("is whole on its own", () => {
    const html = webHtml(sampleReport(), images);
    expect(html).toContain("data:image/png;base64,iVBORw0KGgo");
    expect(html).not.toMatch(/(?:src|href)="(?!data:)/u);
    expect(html).not.toContain("<script");
  });

  it("says an image's words where the image is missing", () => {
    expect(webHtml(sampleReport(), new Map())).toContain("整改情况图");
  });

  it("encodes bytes as everybody does", () => {
    for (const length of [0, 1, 2, 3, 4, 255]) {
      const bytes = Uint8Array.from({ length }, (_, index) => (index * 7) % 256);
      expect(encodeBase64(bytes)).toBe(Buffer.from(bytes).toString("base64"));
    }
  });
});
