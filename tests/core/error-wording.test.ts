import { describe, expect, it } from "vitest";
import { describeError } from "../../core/error-wording.ts";
import { errorCodes } from "../../core/result.ts";

describe("messages", () => {
  it.each(errorCodes)("say in whole Chinese sentences what %s means, with details or without", (code) => {
    const details = {
      name: "年报.docx",
      folder: "导出",
      version: 3,
      limitMb: 10,
      option: "--year",
      value: "abc",
      reason: "原因",
      command: "foo",
    };
    for (const message of [describeError(code), describeError(code, details)]) {
      expect(message).toMatch(/^\S.*。$/u);
      expect(message).not.toMatch(/undefined|null|“”|（）|！|错误码|Error/u);
      expect(message.length).toBeLessThan(120);
    }
  });

  it("name the file, the version and the limit", () => {
    expect(describeError("report-newer-version", { version: 3 })).toContain("格式版本 3");
    expect(describeError("file-too-large", { name: "大.txt", limitMb: 20 })).toMatch(/大\.txt.*20 MB/u);
  });

  it("differ from code to code", () => {
    expect(new Set(errorCodes.map((code) => describeError(code))).size).toBe(errorCodes.length);
  });
});
