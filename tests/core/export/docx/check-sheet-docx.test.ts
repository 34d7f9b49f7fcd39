import { describe, expect, it } from "vitest";
import { rulesOn } from "../../../../core/check/choose-rules.ts";
import { reportFromImport } from "../../../../core/document/create.ts";
import type { ReportDocument } from "../../../../core/document/schema.ts";
import { checkSheetDocx } from "../../../../core/export/docx/check-sheet-docx.ts";
import { importText } from "../../../../core/import/text.ts";
import { docxOptions, readPackage } from "./read-package.ts";
import { schemaOrderProblems } from "./schema-order.ts";

const lines = [
  "青石县审计局关于2025年工作情况的报告",
  "一、主要工作",
  "加强审计监督的的力度,成效明显。",
  "全年完成审计项目36个，其中财政审计12个、经济责任审计14个、投资审计9个。",
  "（1）健全制度",
  "（二）规范执法",
  "（三）加强整改",
];
const made = reportFromImport({
  imported: importText(lines.join("\n")),
  year: 2025,
  id: "6f1c1f0e-8f5c-4a8e-9d8e-3f3f0a6b2c12",
  now: new Date(0),
});
const dismissed = {
  rule: "NU-12",
  sentence: lines[3] ?? "",
  reason: "另有一项未列",
  by: "李静",
  at: "2026-01-05T01:02:03.000Z",
};
const report: ReportDocument = {
  ...made,
  body: { ...made.body, root: { ...made.body.root, $: { dismissedFindings: [dismissed] } } },
};

const parts = async () => readPackage(await checkSheetDocx(report, rulesOn({}), docxOptions));
const textOf = (xml: string): string => xml.replace(/<[^>]+>/gu, "");
const rowsOf = (xml: string): readonly string[] => [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gsu)].map(([row]) => row);

describe("校核单 as DOCX", () => {
  it("holds every element in the order of the transitional schema", async () => {
    for (const [path, xml] of Object.entries(await parts())) {
      if (path.endsWith(".xml")) expect([path, schemaOrderProblems(xml)]).toEqual([path, []]);
    }
  });

  it("lists each finding with its part, its words underlined, its rule and what would be written", async () => {
    const rows = rowsOf((await parts())["word/document.xml"] ?? "");
    const doubled = rows.find((row) => textOf(row).includes("TY-1")) ?? "";
    expect(textOf(doubled)).toContain(
      "一、主要工作加强审计监督的的力度,成效明显。“的的”重复了“的”字，请核对。（实务，TY-1）的",
    );
    expect(doubled).toMatch(/<w:u w:val="single"\/><\/w:rPr><w:t[^>]*>的的<\/w:t>/u);
    expect(rows.map(textOf).some((text) => text.includes("（1）健全制度") && text.includes("（一）"))).toBe(true);
  });

  it("lists apart what its writer does not follow, with the reason", async () => {
    const text = textOf((await parts())["word/document.xml"] ?? "");
    expect(text).toMatch(/错误 \d+ 处，提示 0 处，已略过 1 处/u);
    expect(text.slice(text.indexOf("三、已略过"))).toContain("另有一项未列，李静");
    expect(text.slice(0, text.indexOf("三、已略过"))).not.toContain("NU-12");
  });

  it("is the same for the same report", async () => {
    const [one, other] = [
      await checkSheetDocx(report, rulesOn({}), docxOptions),
      await checkSheetDocx(report, rulesOn({}), docxOptions),
    ];
    expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  });
});
