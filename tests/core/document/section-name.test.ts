import { describe, expect, it } from "vitest";
import type { OutlineSection } from "../../../core/document/outline.ts";
import { sectionName } from "../../../core/document/section-name.ts";

const section = (part: Partial<OutlineSection>): OutlineSection => ({
  index: 0,
  sectionId: "",
  level: 1,
  number: "",
  text: "",
  words: 0,
  blanks: 0,
  status: "writing",
  runIn: false,
  ...part,
});

describe("What a section is called in lists", () => {
  it("is its printed heading, with a space behind the number of a chapter", () => {
    expect(sectionName(section({ number: "一、", text: "主要做法" }))).toBe("一、主要做法");
    expect(sectionName(section({ number: "第一章", text: "总则" }))).toBe("第一章 总则");
    expect(sectionName(section({ text: "附表" }))).toBe("附表");
  });

  it("is said in words where there is none", () => {
    expect(sectionName(section({ sectionId: "introduction" }))).toBe("引言");
    expect(sectionName(section({}))).toBe("（空标题）");
  });
});
