import { expect, it } from "vitest";
import { progressText, sizeText } from "../../../renderer/export/export-wording.ts";

it("says what an export is doing right now", () => {
  const progress = { id: "", format: "docx", finished: 0, total: 2 } as const;
  expect(progressText(null)).toBe("正在准备");
  expect(progressText({ ...progress, step: "layout" })).toBe("正在排版Word 文档");
  expect(progressText({ ...progress, format: "pdf", step: "write" })).toBe("正在写入PDF");
});

it("gives sizes the way people read them", () => {
  expect(sizeText(300)).toBe("1 KB");
  expect(sizeText(311_000)).toBe("304 KB");
  expect(sizeText(3 * 1024 * 1024)).toBe("3.0 MB");
});
