import { describe, expect, it } from "vitest";
import { decodeText } from "../../backend/decode-text.ts";
import { MAX_TEXT_MB } from "../../core/import/largest-file.ts";
import { ACCEPTED_FILES, checkFile, isReportFileName } from "../../renderer/library/check-file.ts";

const size = 60_000;

describe("the files that the window lets through", () => {
  it.each(["网页.mht", "网页.MHTML", "报告.xml", "模板.dotm", "报告.md", "页.htm", "报告.wpt"])(
    "are those that are read: %s",
    (name) => {
      expect(checkFile({ name, size })).toBeNull();
      expect(isReportFileName(name)).toBe(true);
      expect(ACCEPTED_FILES).toContain(name.slice(name.lastIndexOf(".")).toLowerCase());
    },
  );

  it.each([
    ["表.et", "WPS 表格", "复制到 Word"],
    ["表.xlsx", "Excel 表格", "复制到 Word"],
    ["片.dps", "WPS 演示文稿", "复制到 Word"],
    ["文.pdf", "PDF", "转换为 .docx"],
    ["文.ofd", "OFD 版式文件", "转换为 .docx"],
    ["文.odt", "OpenDocument", "另存为 .docx"],
    ["文.uof", "UOF 标文通文档", "另存为 .docx"],
    ["包.zip", "压缩包", "先解压"],
    ["信.eml", "邮件", "附件"],
  ])("and those that are not are refused by name, with what to do: %s", (name, kind, advice) => {
    const message = checkFile({ name, size }) ?? "";
    expect(message).toContain(kind);
    expect(message).toContain(advice);
  });

  it("have the limits that their reader has", () => {
    const most = MAX_TEXT_MB * 1024 * 1024;
    expect(checkFile({ name: "报告.txt", size: most })).toBeNull();
    expect(checkFile({ name: "报告.txt", size: most + 1 })).toContain(`${MAX_TEXT_MB} MB`);
    expect(decodeText(Buffer.alloc(most, "a"), "报告.txt")).toHaveLength(most);
    expect(() => decodeText(Buffer.alloc(most + 1, "a"), "报告.txt")).toThrow("file-too-large");
  });
});
