import { expect, it } from "vitest";
import { rules } from "../../core/check/rules.ts";
import { checked } from "../core/check/checked.ts";

const said = (text: string): readonly (readonly string[])[] =>
  checked(text, ...rules)
    .filter(({ rule }) => rule.startsWith("NU-1"))
    .map(({ rule, severity, text: words, message }) => [rule, severity, words, message]);

it.each([
  ["审计查出的44个问题已整改51个，整改率93.2%。", "44个", "办成的却有", "51个"],
  ["完成审计项目36个，其中经济责任审计48个。", "36个", "其中的一项却有", "48个"],
  ["完成审计项目36个，其中财政审计12个、经济责任审计48个。", "36个", "其中的一项却有", "48个"],
])("is named as the fault, alone: %s", (text, whole, does, part) => {
  const message = `总数是“${whole}”，${does}“${part}”，部分不能多于总数，请核对。`;
  expect(said(text)).toEqual([["NU-12.part", "错误", part, message]]);
});

it("is not guessed at where the whole may be another one: nor is its share reckoned the wrong way round", () => {
  expect(said("查出问题44个，累计整改51个，整改率93.2%。")).toEqual([]);
  expect(said("查出问题44个，已整改问题金额51万元，整改率93.2%。")).toEqual([]);
});

it("is told of parts that are too much together without calling them incomplete", () => {
  const [found] = said("完成审计项目36个，其中财政审计12个、经济责任审计14个、投资审计12个。");
  expect(found?.[0]).toBe("NU-12");
  expect(found?.[3]).toContain("多于“36个”");
  expect(found?.[3]).not.toContain("所列不全");
});
