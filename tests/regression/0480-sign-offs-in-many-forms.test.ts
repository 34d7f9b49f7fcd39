import { describe, expect, it } from "vitest";
import { paragraphsOf } from "../../core/document/block-content.ts";
import { inlineText } from "../../core/document/content-text.ts";
import { metaSchema } from "../../core/document/schema.ts";
import { importText } from "../../core/import/text.ts";
import { applyRepairs } from "../../core/repair/apply-repairs.ts";
import { findRepairs } from "../../core/repair/find-repairs.ts";

const head = ["青石县审计局2025年工作报告", "全年工作平稳推进，成效明显。"];
const read = (...lines: readonly string[]) => importText([...head, ...lines].join("\n"));
const organ = "青石县审计局";
const signed = { signatories: [organ], date: "2026-01-20" };
/** What is left in the text behind its one paragraph, with its role. */
const left = (...lines: readonly string[]): readonly string[] =>
  read(...lines).blocks.slice(2).map((block) =>
    `${block.kind === "paragraph" ? block.role : block.kind} ${paragraphsOf(block).map((content) => inlineText(content, 2025)).join("")}`,
  ); // prettier-ignore

describe("organ and day on one line", () => {
  it.each([
    "青石县审计局 2026.1.20",
    "青石县审计局2026.1.20",
    "青石县审计局　　2026-01-20",
    "青石县审计局 2026/1/20",
    "青石县审计局 2026年1月20日",
    "青石县审计局二〇二六年一月二十日",
    "青石县审计局 ２０２６年１月２０日",
  ])("sign: %s", (line) => {
    expect(read(line).meta).toMatchObject(signed);
    expect(left(line)).toEqual([]);
  });

  it.each(["系统版本2026.1.20", "见青审发2026-1-20", "青石县审计局完成2026.1.20整改。", "数据截至2026.1.20"])(
    "is not what only ends with a day: %s",
    (line) => {
      expect(read(line).meta.date).toBeUndefined();
      expect(left(line)).toEqual([`body ${line}`]);
    },
  );

  it("under the title is no signature", () => {
    const { meta, blocks } = importText([head[0], "青石县审计局 2026年1月20日", head[1], "正文。"].join("\n"));
    expect(meta.date).toBeUndefined();
    expect(blocks[1]).toMatchObject({ kind: "paragraph", role: "body" });
  });
});

describe("the number of a page inside a sign-off", () => {
  it.each([
    [
      [organ, "—3—", "2026年1月20日"],
      ["signatory", "body", "date"],
    ],
    [
      [organ, "2026年1月20日", "- 3 -"],
      ["signatory", "date", "body"],
    ],
    [
      [organ, "第 3 页 共 4 页", "2026年1月20日", "- 4 -"],
      ["signatory", "body", "date", "body"],
    ],
    [
      [organ, "2026年1月20日", "— 5 —", "（此件公开发布）"],
      ["signatory", "date", "body", "note"],
    ],
    [
      ["青石县财政局", "— 5 —", organ, "2026年1月20日"],
      ["signatory", "body", "signatory", "date"],
    ],
  ])("parts nothing, and no line changes places with another: %j", (lines, roles) => {
    expect(left(...lines)).toEqual(lines.map((line, at) => `${roles[at] ?? ""} ${line}`));
    expect(read(...lines).meta.signatories).toBeUndefined();
  });

  it("goes with the doctor, and in the middle of a file the sign-off stays one", () => {
    const lines = [organ, "— 3 —", "2026年1月20日", "联系人：张晓梅，电话：65001234"];
    expect(left(...lines)).toEqual([
      `signatory ${organ}`,
      "body — 3 —",
      "date 2026年1月20日",
      `body ${lines[3] ?? ""}`,
    ]);
    const { blocks, meta } = read(...lines);
    const report = { blocks, meta: metaSchema.parse(meta), year: 2025 };
    const safe = findRepairs(report).repairs.filter(({ isSafe }) => isSafe);
    expect(applyRepairs(report, safe).blocks).toHaveLength(blocks.length - 1);
  });
});

describe("a sign-off of several organs", () => {
  const both = { signatories: ["青石县审计局", "青石县财政局"], date: "2026-01-20" };
  it.each([
    [["青石县审计局", "青石县财政局", "2026年1月20日"]],
    [["青石县审计局 青石县财政局", "2026年1月20日"]],
    [["青石县审计局、青石县财政局", "2026年1月20日"]],
    [["青石县审计局　青石县财政局　2026年1月20日"]],
    [["青石县审计局（盖章）", "青石县财政局（盖章）", "2026.1.20"]],
  ])("has each of them: %j", (lines) => {
    const { meta } = read(...lines);
    expect({ ...meta, signatories: meta.signatories?.map((name) => name.replace("（盖章）", "")) }).toMatchObject(both);
    expect(left(...lines)).toEqual([]);
  });

  it("tells what will stand on lines of its own", () => {
    const { warnings } = read("青石县审计局、青石县财政局", "2026年1月20日");
    expect(warnings.find(({ code }) => code === "elements-rewritten")?.message).toContain("青石县审计局、青石县财政局");
    expect(warnings.map(({ code }) => code)).not.toContain("words-missing");
  });
});

describe("版记 behind the sign-off", () => {
  const imprint = {
    copyRecipients: "县委办，县人大办",
    printingOrgan: "青石县审计局办公室",
    printingDate: "2026-01-21",
  };
  it.each([
    [["抄送：县委办，县人大办。", "青石县审计局办公室　2026年1月21日印发"]],
    [["抄送：县委办，县人大办", "青石县审计局办公室", "2026年1月21日印发"]],
    [["抄  送：县委办，", "县人大办。", "青石县审计局办公室2026.1.21印发"]],
    [["抄送：县委办，县人大办。", "青石县审计局办公室 二〇二六年一月二十一日印制"]],
    [["抄送：县委办，县人大办。", "青石县审计局办公室 2026年01月21日印"]],
  ])("is read: %j", (lines) => {
    expect(read(organ, "2026年1月20日", ...lines).meta).toMatchObject({ ...signed, ...imprint });
    expect(left(organ, "2026年1月20日", ...lines)).toEqual([]);
  });

  it.each([
    [["印发：各乡镇", "校对：张三"]],
    [["抄报：县委。"]],
    [["信息公开选项：主动公开"]],
    [["联系人：张晓梅，电话：65001234"]],
    [["（共印20份）"]],
  ])("of another kind stays under a sign-off that stays, too: %j", (lines) => {
    expect(left(organ, "2026年1月20日", ...lines)).toEqual([
      `signatory ${organ}`,
      "date 2026年1月20日",
      ...lines.map((line) => `body ${line}`),
    ]);
  });
});
