import { describe, expect, it } from "vitest";
import { printText } from "../../../core/document/assemble.ts";
import type { Block } from "../../../core/document/blocks.ts";
import { linesAboveTables, numberCaptions, typedNumberLength } from "../../../core/document/captions.ts";
import { goalsTable, SAMPLE_IMAGE_ID, text, title } from "../export/sample-report.ts";

type Role = Extract<Block, { kind: "paragraph" }>["role"];
const line = (role: Role, words: string, counted = false): Block => ({
  kind: "paragraph",
  role,
  content: [text(words)],
  ...(counted ? { counted } : {}),
});
const image: Block = {
  kind: "image",
  imageId: SAMPLE_IMAGE_ID,
  widthPx: 600,
  heightPx: 400,
  displayWidthMm: null,
  altText: "",
};

describe("the numbers of captions", () => {
  it("count tables and pictures apart, leave out what is not to be counted, and begin again with a new text", () => {
    const blocks = [
      title("报告"),
      line("caption", "项目情况", true),
      line("imageCaption", "整改率", true),
      line("caption", "不编号的"),
      line("caption", "资金情况", true),
      title("附件的题目"),
      line("caption", "目标", true),
      line("tableNote", "注：", true),
    ];
    expect(numberCaptions(blocks)).toEqual([null, "表1", "图1", null, "表2", null, "表1", null]);
  });

  it("find a number that was typed and leave words that only begin alike", () => {
    expect(typedNumberLength("caption", "表2-1　项目情况")).toBe(5);
    expect(typedNumberLength("imageCaption", "图 3：整改率")).toBe(4);
    expect(typedNumberLength("caption", "表彰情况")).toBe(0);
    expect(typedNumberLength("caption", "表3项以上情况")).toBe(0);
  });
});

describe("lines around tables", () => {
  it("stand above the table that they lead to, and below the one that they follow", () => {
    const table = goalsTable(2, 1);
    const unit = line("tableNote", "单位：万元");
    const note = line("tableNote", "注：数据截至年底。");
    expect([...linesAboveTables([line("caption", "情况"), unit, table, note])]).toEqual([unit]);
    expect([...linesAboveTables([table, note, table])]).toEqual([]);
  });

  it("tell a picture that its caption stands below it", () => {
    const [captioned, , bare] = printText([image, line("imageCaption", "整改率"), image], 2025);
    expect(captioned).toMatchObject({ isCaptioned: true });
    expect(bare).not.toHaveProperty("isCaptioned");
  });
});
