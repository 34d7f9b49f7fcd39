import { describe, expect, it } from "vitest";
import { findNames } from "../../../../core/rollover/find-names.ts";
import { viewOf } from "../../../../core/rollover/text-view.ts";

const years = { fromYear: 2024, toYear: 2025 };
const found = (text: string, ...people: readonly string[]) =>
  findNames(viewOf(text, { people }), years).map(({ start, end }) => text.slice(start, end));

describe("people of 名录", () => {
  it("are found whole where their name alone would be cut or missed", () => {
    expect(found("会上能源明珠通报了情况。", "能源明珠")).toEqual(["能源明珠"]);
    expect(found("会上能源明珠通报了情况。")).toEqual([]);
  });

  it("are found with the posts beside them", () => {
    expect(found("党组书记、局长欧阳明月主持会议。", "欧阳明月")).toEqual(["党组书记、局长欧阳明月"]);
    expect(found("欧阳明月副局长带队。", "欧阳明月")).toEqual(["欧阳明月副局长"]);
  });

  it("are no part of words: a name of two characters has to stand as one", () => {
    expect(found("出现用电高峰，负荷上升。", "高峰")).toEqual([]);
    expect(found("会议由高峰主持。", "高峰")).toEqual(["高峰"]);
  });

  it("leave whoever else is named as before", () => {
    const text = "局长郑海主持会议，副局长王敏参加。";
    expect(found(text, "李建国")).toEqual(found(text));
    expect(found(text, "郑海")).toEqual(found(text));
  });

  it("stand in no name of a document", () => {
    expect(found("学习《李建国同志先进事迹》。", "李建国")).toEqual([]);
  });
});
