import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { compareReports } from "../../../core/compare/compare-reports.ts";
import { type CompareView, viewComparison, type ViewRow } from "../../../core/compare/compare-view.ts";
import { printText } from "../../../core/document/assemble.ts";
import { arbitraryBlocks } from "../document/arbitrary-blocks.ts";
import { heading, reportOf } from "./printed-report.ts";

type Report = ReturnType<typeof reportOf>;
const view = (old: Report, now: Report): CompareView =>
  viewComparison(compareReports(old, now), { old: old.blocks, new: now.blocks });
const rowsOf = ({ sections }: CompareView): readonly ViewRow[] =>
  sections.flatMap(({ parts }) => parts.flatMap(({ rows }) => rows));
const wordsOf = ({ segments }: ViewRow): string => segments.map(({ text }) => text).join("");

const work = "健全内部管理制度，规范审计执法行为。";
const training = "开展业务培训，干部依法审计能力明显提升。";
const stays = "坚持每月组织集中学习和业务交流，选派骨干参加跨区域交叉审计，积累大数据分析经验，队伍素质稳步提升。";
const lawyers = "邀请法律顾问参与重大事项论证，出具书面意见。";

describe("the view of a comparison", () => {
  it("says of a moved paragraph where it came from, and where it stood where it went", () => {
    const old = reportOf(heading("一、", "工作"), work, `${training}${lawyers}`, heading("二、", "队伍"), stays);
    const now = reportOf(heading("一、", "工作"), work, heading("二、", "队伍"), stays, `${training}${lawyers}`);
    const rows = rowsOf(view(old, now));
    expect(rows.map(({ status, elsewhere }) => [status, elsewhere])).toEqual([
      ["kept", null],
      ["kept", null],
      ["movedAway", "二、队伍"],
      ["kept", null],
      ["kept", null],
      ["moved", "一、工作"],
      ["moved", "一、工作"],
    ]);
    expect(rows[2]?.count).toBe(2);
  });

  it("gives a section those that stand under it", () => {
    const now = reportOf(
      heading("一、", "工作"),
      heading("（一）", "制度", 2),
      work,
      heading("二、", "队伍"),
      training,
    );
    expect(view(now, now).sections.map(({ name, under }) => [name, under])).toEqual([
      ["一、工作", 1],
      ["（一）制度", 0],
      ["二、队伍", 0],
    ]);
  });

  it("lists the longest stretch without a change first", () => {
    const old = reportOf(work + training, "甲。", training + lawyers + work);
    const now = reportOf(work + training, "乙。", training + lawyers + work);
    expect(view(old, now).runs.map(({ sentences }) => sentences)).toEqual([3, 2]);
  });

  it("holds every sentence of both texts, and places that name its words", () => {
    fc.assert(
      fc.property(arbitraryBlocks, arbitraryBlocks, (oldBlocks, newBlocks) => {
        const old = { blocks: printText(oldBlocks, 2025) };
        const now = { blocks: printText(newBlocks, 2026) };
        const comparison = compareReports(old, now);
        const shown = viewComparison(comparison, { old: old.blocks, new: now.blocks });
        const listed = rowsOf(shown).filter(({ status }) => status !== "movedAway");
        expect(listed.length).toBe(comparison.sentences.length);
        const places = shown.sections.flatMap(({ parts }) =>
          parts.flatMap(({ block, rows }) =>
            rows.flatMap((row) =>
              row.new === null || row.status === "movedAway" ? [] : [{ ...row.new, block: row.new.block + block }],
            ),
          ),
        );
        const expected = comparison.sentences.flatMap(({ new: place }) => (place === null ? [] : [place]));
        expect(places).toEqual(expected.map(({ block, row, cell, start, end }) => ({ block, row, cell, start, end })));
      }),
      { numRuns: 60 },
    );
  });

  it("keeps a row's words as they stand in the texts", () => {
    const rows = rowsOf(view(reportOf("完成项目32个。"), reportOf("完成项目40个。")));
    expect(rows.map(wordsOf)).toEqual(["完成项目3240个。"]);
  });
});
