import { describe, expect, it } from "vitest";
import { proposeEntries } from "../../../core/directory/propose-entries.ts";
import { reportFromImport } from "../../../core/document/create.ts";
import { importText } from "../../../core/import/text.ts";

const reportOf = (year: number, ...lines: readonly string[]) =>
  reportFromImport({
    imported: importText([`青石县审计局关于${year}年工作情况的报告`, ...lines].join("\n")),
    year,
    id: "6f1c1f0e-8f5c-4a8e-9d8e-3f3f0a6b2c12",
    now: new Date(0),
  });

const names = (...reports: readonly ReturnType<typeof reportOf>[]) =>
  proposeEntries([], reports).map(({ change: { after } }) => `${after.kind} ${after.name}`);

describe("what reports would add to 名录", () => {
  it("is the organ whose report it is, organs that are introduced, people at their posts, and departments", () => {
    const report = reportOf(
      2025,
      "一、主要工作",
      "县政府党组成员、副县长李建国听取汇报。局长郑海主持会议，法规股牵头，会同青石县财政局（以下简称县财政局）开展检查。",
      "法规股负责整改，各业务股配合。",
    );
    const proposals = proposeEntries([], [report]);
    expect(proposals.map(({ change }) => change)).toEqual([
      { kind: "add", after: { kind: "organ", name: "青石县审计局", short: "", others: [], isOwn: true } },
      { kind: "add", after: { kind: "organ", name: "青石县财政局", short: "县财政局", others: [], isOwn: false } },
      { kind: "add", after: { kind: "person", name: "李建国", post: expect.stringContaining("副县长") as string } },
      { kind: "add", after: { kind: "person", name: "郑海", post: "局长" } },
      { kind: "add", after: { kind: "department", name: "法规股", short: "", others: [] } },
    ]);
    expect(proposals.at(-1)).toMatchObject({ count: 2, titles: ["青石县审计局关于2025年工作情况的报告"] });
  });

  it("takes the post of the later year, whatever the order of the reports", () => {
    const [older, newer] = [
      reportOf(2023, "一、概况", "副局长郑海带队。"),
      reportOf(2025, "一、概况", "局长郑海带队。"),
    ];
    for (const reports of [
      [older, newer],
      [newer, older],
    ]) {
      const found = proposeEntries([], reports).find(({ change }) => change.after.name === "郑海");
      expect(found?.change.after).toMatchObject({ post: "局长" });
      expect(found?.count).toBe(2);
    }
  });

  it("has nothing of masked names, of rooms and of what 名录 holds already", () => {
    const report = reportOf(2025, "一、概况", "局长郑某某带队，在会议室学习。会议室的布置，各股室配合。");
    expect(names(report)).toEqual(["organ 青石县审计局"]);
    const known = { kind: "organ", name: "青石县审计局", short: "县审计局", others: [], isOwn: true } as const;
    expect(proposeEntries([known], [report])).toEqual([]);
  });
});
