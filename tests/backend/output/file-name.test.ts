import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fileNameOf } from "../../../backend/output/file-name.ts";

describe("fileNameOf", () => {
  it("keeps a title as it is", () => {
    expect(fileNameOf("青石县审计局2026年法治政府建设情况报告", "docx")).toBe(
      "青石县审计局2026年法治政府建设情况报告.docx",
    );
  });

  it.each([
    ["关于“十四五”规划/计划的通知", "关于“十四五”规划／计划的通知.pdf"],
    ['报告:初稿?"A"<B>|*\\', "报告：初稿？＂A＂＜B＞｜＊＼.pdf"],
    ["  两\u200b段\n标题  ", "两段标题.pdf"],
    ["报告...", "报告.pdf"],
    ["", "未命名报告.pdf"],
    [" . ", "未命名报告.pdf"],
    ["CON", "CON_.pdf"],
    ["lpt1", "lpt1_.pdf"],
  ])("makes %j a name for every system", (title, name) => {
    expect(fileNameOf(title, "pdf")).toBe(name);
  });

  it("never makes a name that a file system refuses", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 400 }), (title) => {
        const name = fileNameOf(title, "html");
        expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255);
        // eslint-disable-next-line no-control-regex -- what Windows refuses
        expect(name).not.toMatch(/[\\/:*?"<>|\u0000-\u001f]|^[. ]|[. ]\.html$/u);
        expect(name).toMatch(/.\.html$/su);
      }),
    );
  });
});
