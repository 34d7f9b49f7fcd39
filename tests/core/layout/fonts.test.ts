import { layoutOf } from "../../../core/layout/rules/layout.ts";
import { standardStyle } from "../../../core/layout/rules/house-style.ts";
import { describe, expect, it } from "vitest";
import { cssFontFamily, docxFaces } from "../../../core/layout/fonts.ts";
import { screenCss } from "../../../core/layout/css.ts";

describe("faces", () => {
  it("are named for DOCX as every Windows knows them, and by their official name where it is installed", () => {
    expect(docxFaces(new Set())).toEqual({
      fangsong: "仿宋",
      kaiti: "楷体",
      heiti: "黑体",
      xiaobiaosong: "方正小标宋简体",
      songti: "宋体",
    });
    expect(docxFaces(new Set(["仿宋_GB2312", "楷体_GB2312"]))).toMatchObject({
      fangsong: "仿宋_GB2312",
      kaiti: "楷体_GB2312",
    });
  });

  it("never take a local stand-in's name into a DOCX", () => {
    expect(docxFaces(new Set(["STFangsong", "Noto Serif SC"])).fangsong).toBe("仿宋");
  });

  it("end in the face that the program brings along", () => {
    expect(cssFontFamily("kaiti", standardStyle)).toMatch(/^"楷体_GB2312".*"LXGW WenKai", serif$/u);
  });

  it("take Western letters and digits alone from Times, never Chinese quotation marks or dashes", () => {
    const times = { ...standardStyle, westernFace: "times" } as const;
    expect(cssFontFamily("fangsong", times)).toMatch(/^"Nianbao Western", "仿宋_GB2312"/u);
    expect(screenCss(layoutOf(times))).toContain("unicode-range: U+21-7E,");
    expect(screenCss()).not.toContain("Times New Roman");
  });
});
