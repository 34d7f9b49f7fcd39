import { describe, expect, it } from "vitest";
import { MAX_TEXT_MB } from "../../../core/import/largest-file.ts";
import { checkFile } from "../../../renderer/library/check-file.ts";

describe("checking a file before it is read", () => {
  it("lets Word files through, with room for their pictures", () => {
    for (const name of ["报告.docx", "报告.DOCX", "报告.doc", "报告.wps"])
      expect(checkFile({ name, size: 15 * 1024 * 1024 })).toBeNull();
    expect(checkFile({ name: "报告.docx", size: 200 * 1024 * 1024 })).toContain("200 MB");
  });

  it("lets report files through, which hold their pictures", () => {
    expect(checkFile({ name: "初稿.json", size: 15 * 1024 * 1024 })).toBeNull();
  });

  it("lets a text file of usual size through, whatever the case of its ending", () => {
    expect(checkFile({ name: "去年的报告.txt", size: 60_000 })).toBeNull();
    expect(checkFile({ name: "REPORT.TXT", size: MAX_TEXT_MB * 1024 * 1024 })).toBeNull();
  });

  it("tells how to get a Word file out of older and other formats", () => {
    for (const name of ["报告.uot", "报告.odt", "报告.OFD"]) {
      expect(checkFile({ name, size: 60_000 })).toContain(".docx");
    }
  });

  it("refuses what is no text, and what has no ending", () => {
    expect(checkFile({ name: "照片.png", size: 10 })).toContain(".txt");
    expect(checkFile({ name: "报告", size: 10 })).toContain(".txt");
  });

  it("says that a file is empty", () => {
    expect(checkFile({ name: "报告.txt", size: 0 })).toContain("空的");
  });

  it("names the size of a file that is too large", () => {
    expect(checkFile({ name: "报告.txt", size: 52 * 1024 * 1024 })).toContain("52 MB");
  });
});
