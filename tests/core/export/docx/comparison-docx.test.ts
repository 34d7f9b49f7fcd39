import { describe, expect, it } from "vitest";
import { comparisonDocx } from "../../../../core/export/docx/comparison-docx.ts";
import { heading, reportOf } from "../../compare/printed-report.ts";
import { docxOptions, readPackage } from "./read-package.ts";
import { schemaOrderProblems } from "./schema-order.ts";

const work = "健全内部管理制度，规范审计执法行为。";
const training = "开展业务培训，干部依法审计能力明显提升。";
const plan = "坚持每月组织集中学习和业务交流，选派骨干参加跨区域交叉审计，积累大数据分析经验。";
const times = { author: "青石县审计局", createdAt: "2026-01-05T01:02:03.000Z", updatedAt: "2026-02-05T01:02:03.000Z" };
const paper = {
  old: {
    title: "2025年报告",
    year: 2025,
    ...reportOf(heading("一、", "工作"), `2025年，${work}`, training, "撤销一个机构。", heading("二、", "打算"), plan),
  },
  now: {
    title: "2026年报告",
    year: 2026,
    ...reportOf(heading("一、", "工作"), `2026年，${work}`, "招录干部六名。", heading("二、", "打算"), plan, training),
  },
  ...times,
};

const parts = async () => readPackage(await comparisonDocx(paper, docxOptions));
const textOf = (xml: string): string => xml.replace(/<[^>]+>/gu, "");
const rowsOf = (xml: string): readonly string[] => [...xml.matchAll(/<w:tr>.*?<\/w:tr>/gsu)].map(([row]) => row);

describe("对照稿 as DOCX", () => {
  it("holds every element in the order of the transitional schema", async () => {
    for (const [path, xml] of Object.entries(await parts())) {
      if (path.endsWith(".xml")) expect([path, schemaOrderProblems(xml)]).toEqual([path, []]);
    }
  });

  it("is an A4 sheet across, with page numbers", async () => {
    const { "word/document.xml": document = "", "word/footer1.xml": footer = "" } = await parts();
    expect(document).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/u);
    expect(footer).toContain("PAGE");
  });

  it("strikes through what went on one side and underlines what came on the other", async () => {
    const rows = rowsOf((await parts())["word/document.xml"] ?? "");
    const changed = rows.find((row) => textOf(row).includes(`2026年，${work}`)) ?? "";
    expect(changed).toMatch(/<w:strike\/><\/w:rPr><w:t[^>]*>2025年<\/w:t>/u);
    expect(changed).toMatch(/<w:u w:val="single"\/><\/w:rPr><w:t[^>]*>2026年<\/w:t>/u);
    expect(textOf(changed)).toMatch(/改写$/u);
    const removed = rows.find((row) => textOf(row).includes("撤销一个机构。")) ?? "";
    expect(removed).toContain("<w:strike/>");
    expect(textOf(removed)).toBe("撤销一个机构。删除");
    const added = rows.find((row) => textOf(row).includes("招录干部六名。")) ?? "";
    expect(added).toContain('<w:u w:val="single"/>');
    expect(textOf(added)).toBe("招录干部六名。新增");
  });

  it("names both reports, 雷同度 of every section and where a moved sentence was", async () => {
    const text = textOf((await parts())["word/document.xml"] ?? "");
    expect(text).toContain("2025年报告（2025年度）");
    expect(text).toContain("2026年报告（2026年度）");
    expect(text).toMatch(/全文雷同度\d+\.\d%/u);
    expect(text).toContain("移动：去年在“一、工作”");
    expect(text).toContain("移走：已移到“二、打算”");
  });

  it("is the same file every time", async () => {
    expect(await comparisonDocx(paper, docxOptions)).toEqual(await comparisonDocx(paper, docxOptions));
  });
});
