import { describe, expect, it } from "vitest";
import { printHtml, webHtml } from "../../core/export/html.ts";
import { paragraph, sampleReport, title } from "../core/export/sample-report.ts";

const missing = {
  kind: "image",
  imageId: "f".repeat(64),
  widthPx: 10,
  heightPx: 10,
  displayWidthMm: null,
  altText: "整改情况图",
} as const;

describe("pages in HTML", () => {
  it("hold no character that HTML refuses", () => {
    const report = sampleReport([title("某市\u0000局\u000b报告\uffff"), paragraph("正\u0007文\ud800\u0085。")]);
    for (const html of [printHtml(report), webHtml(report, new Map())]) {
      // eslint-disable-next-line no-control-regex -- these are what is looked for
      expect(html).not.toMatch(/[\0-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\ufffe\uffff]|\p{Surrogate}/u);
      expect(html).toContain("某市局报告");
      expect(html).toContain("正文。");
    }
  });

  it("show the words of a picture that is missing, and none of its frame", () => {
    const report = sampleReport([title("报告"), missing]);
    const printed = printHtml(report, { images: new Map() });
    expect(printed).toContain('<p class="report-paragraph">整改情况图</p>');
    expect(printed).not.toContain("<img");
    const images = new Map([[missing.imageId, {}]]);
    expect(printHtml(report, { images })).toContain(`<img src="images/${missing.imageId}"`);
  });
});
