import { expect, it } from "vitest";
import { readReportFile } from "../../backend/read-report-file.ts";
import { paragraphsOf } from "../../core/document/block-content.ts";
import { inlineText } from "../../core/document/content-text.ts";
import { blocksFromBody } from "../../core/document/from-lexical.ts";
import { withOpenCdata } from "../../core/import/html/open-cdata.ts";
import { growthOf } from "../support/work.ts";

const words = (name: string, text: string): string => {
  const bytes = new TextEncoder().encode(text);
  const { report } = readReportFile({ name, year: 2026, bytes }, new Date("2026-01-05T08:00:00Z"));
  return blocksFromBody(report.body)
    .flatMap((block) => paragraphsOf(block).map((content) => inlineText(content, 2026)))
    .join("\n");
};

it.each(["报告.md", "报告.html"])("%s keeps the words of CDATA in a page", (name) => {
  const page =
    "<!DOCTYPE html><html><body><h1>工作报告</h1><p>全年<![CDATA[完成审计项目 3<5 & 整改]]>事项。</p><p>完。</p></body></html>";
  expect(words(name, page)).toContain("全年完成审计项目 3<5 & 整改事项。");
});

it("shows nothing of scripts, and keeps the words of a section without end", () => {
  const page =
    "<!DOCTYPE html><html><body><script>//<![CDATA[\nvar 甲 = 1;\n//]]></script><p>第一段。<![CDATA[第二段。</p></body></html>";
  expect(words("报告.md", page)).not.toContain("甲");
  expect(words("报告.md", page)).toContain("第一段。第二段。");
});

it("takes linear time over sections that never end", () => {
  const open = (count: number) => () => withOpenCdata("<![CDATA[文".repeat(count));
  expect(growthOf(open(20_000), open(320_000), 64)).toBeLessThan(64);
});
