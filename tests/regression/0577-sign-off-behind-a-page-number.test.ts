import { describe, expect, it } from "vitest";
import { blocksFromBody } from "../../core/document/from-lexical.ts";
import { applyRepairs } from "../../core/repair/apply-repairs.ts";
import { findRepairs } from "../../core/repair/find-repairs.ts";
import { importedReport } from "./imported.ts";

const head = "青石县审计局2025年工作报告\n\n一、主要做法\n\n我局完成审计项目32个。\n\n";
/** A report with the safe repairs made: its 署名 and 成文日期, and the last line of its text. */
function repaired(tail: string) {
  const { body, meta, year } = importedReport(`${head}${tail}\n`);
  const report = { blocks: blocksFromBody(body), meta, year };
  const made = applyRepairs(
    report,
    findRepairs(report).repairs.filter(({ isSafe }) => isSafe),
  );
  const last = made.blocks.at(-1);
  const text =
    last?.kind === "paragraph" ? last.content.map((inline) => (inline.kind === "text" ? inline.text : "")) : [];
  return { signatories: made.meta.signatories, date: made.meta.date, note: made.meta.note, last: text.join("") };
}

const signed = { signatories: ["青石县审计局"], date: "2026-01-20", note: "", last: "我局完成审计项目32个。" };

describe("a sign-off with the number of a page in it or behind it", () => {
  it.each([
    "青石县审计局\n2026年1月20日\n— 3 —",
    "青石县审计局\n— 3 —\n2026年1月20日",
    "青石县审计局\n— 2 —\n2026年1月20日\n— 3 —",
    "— 3 —\n青石县审计局\n2026年1月20日",
  ])("goes into 公文要素 when the doctor has removed the number: %j", (tail) => {
    expect(repaired(tail)).toEqual(signed);
  });

  it("goes there with its note and both its organs", () => {
    expect(repaired("青石县审计局\n青石县财政局\n2026年1月20日\n（此件公开发布）\n— 3 —")).toEqual({
      ...signed,
      signatories: ["青石县审计局", "青石县财政局"],
      note: "此件公开发布",
    });
  });

  it("stays where its day would be printed in another way", () => {
    expect(repaired("青石县审计局\n2026年01月20日\n— 3 —").date).toBe("");
  });
});
