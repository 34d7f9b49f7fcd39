import { expect, it } from "vitest";
import { signsOfMessage } from "../../renderer/check/signs-of-message.ts";

it.each<[string, readonly string[]]>([
  ["年份起止之间应使用一字线“—”。", ["“—”"]],
  ["省略号应为“……”，破折号应为“——”。", ["“……”", "“——”"]],
  ["中文应使用弯引号“ ”。", ["“ ”"]],
  ["汉字年份中的零应写作“〇”。", ["“〇”"]],
  ["序号后的标点应为“一、”“（一）”“1.”“（1）”。", ["“一、”", "“（一）”", "“1.”", "“（1）”"]],
  ["后面带时间时应用“截至”。", []],
  ["引号“没有合上。", []],
])("shows the signs that %s is about in the face of the text", (message, signs) => {
  const parts = signsOfMessage(message);
  expect(parts.filter(({ isSign }) => isSign).map(({ words }) => words)).toEqual(signs);
  expect(parts.map(({ words }) => words).join("")).toBe(message);
});
