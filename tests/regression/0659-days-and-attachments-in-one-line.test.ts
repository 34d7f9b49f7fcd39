import { describe, expect, it } from "vitest";
import { importedReport, warningsOf } from "./imported.ts";

const read = (...lines: readonly string[]) =>
  importedReport(["某县审计局2025年工作总结", "2025年，我局认真履职。", ...lines].join("\n")).meta;

it.each([
  ["二○二六年元月二十日", "2026-01-20"],
  ["二〇二六年一月廿日", "2026-01-20"],
  ["二零二六年二月廿三日", "2026-02-23"],
  ["二〇二六年十二月卅一日", "2026-12-31"],
])("the day %s signs a text", (written, date) => {
  expect(read("某县审计局", written)).toMatchObject({ signatories: ["某县审计局"], date });
});

describe("附件说明 on one line", () => {
  it.each([
    ["附件：1.项目清单；2.整改台账", ["项目清单", "整改台账"]],
    ["附件：1.项目清单 2.整改台账 3.制度汇编", ["项目清单", "整改台账", "制度汇编"]],
    ["附件:1、项目清单，2、整改台账", ["项目清单", "整改台账"]],
    ["附件：1.2025年项目清单", ["2025年项目清单"]],
    ["附件：项目清单（1.5版）", ["项目清单（1.5版）"]],
  ])("%s", (line, attachmentNames) => {
    expect(read(line, "某县审计局", "2026年1月20日")).toMatchObject({ attachmentNames });
  });

  it("and on lines of their own may begin with a year", () => {
    expect(read("附件：1.2025年项目清单", "2.2026年项目计划", "某县审计局", "2026年1月20日")).toMatchObject({
      attachmentNames: ["2025年项目清单", "2026年项目计划"],
    });
  });

  it("stays text where its numbers do not count", () => {
    const line = "附件：1.项目清单；3.整改台账";
    expect(read(line, "某县审计局", "2026年1月20日").attachmentNames).toEqual([]);
    expect(warningsOf(`某县审计局2025年工作总结\n${line}\n某县审计局\n2026年1月20日`)).not.toContain("words-missing");
  });
});
