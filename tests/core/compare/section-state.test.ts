import { describe, expect, it } from "vitest";
import { compareReports } from "../../../core/compare/compare-reports.ts";
import { sectionStates } from "../../../core/compare/section-state.ts";
import { heading, reportOf } from "./printed-report.ts";

type Report = ReturnType<typeof reportOf>;
const states = (old: Report, now: Report, fromYear = 2023): readonly string[] => [
  ...sectionStates(compareReports(old, now), { fromYear, toYear: 2024 }).values(),
];

const work = "健全内部管理制度，规范审计执法行为。";
const training = "开展业务培训，干部依法审计能力明显提升。";
const lawyers = "邀请法律顾问参与重大事项论证，出具书面意见。";

describe("the state of a section", () => {
  it("is 沿用 when nothing or nothing but rolled years changed", () => {
    const old = reportOf(heading("一、", "2023年工作"), `2023年，${work}`, "二〇二三年底前完成。", training);
    const now = reportOf(heading("一、", "2024年工作"), `2024年，${work}`, "二〇二四年底前完成。", training);
    expect(states(old, now)).toEqual(["carried"]);
  });

  it("is 已改 when a year went elsewhere than the roll takes it, or a figure changed", () => {
    const old = reportOf(heading("一、", "工作"), `2023年，${work}`);
    expect(states(old, reportOf(heading("一、", "工作"), `2025年，${work}`))).toEqual(["changed"]);
    const counted = reportOf(heading("一、", "工作"), `完成项目32个，${work}`);
    expect(states(counted, reportOf(heading("一、", "工作"), `完成项目33个，${work}`))).toEqual(["changed"]);
  });

  it("is 已改 when one of its sentences was deleted or a new one written", () => {
    const old = reportOf(heading("一、", "工作"), work + training);
    expect(states(old, reportOf(heading("一、", "工作"), work))).toEqual(["changed"]);
    expect(states(old, reportOf(heading("一、", "工作"), work + training + lawyers))).toEqual(["changed"]);
  });

  it("says nothing of a whole section that was deleted behind it", () => {
    const old = reportOf(heading("一、", "工作"), work, heading("二、", "队伍"), training);
    expect(states(old, reportOf(heading("一、", "工作"), work))).toEqual(["carried"]);
  });

  it("is 新写 when none of its text has a counterpart, whatever its heading is", () => {
    const old = reportOf(heading("一、", "工作"), work, heading("二、", "队伍"), training);
    const now = reportOf(
      heading("一、", "工作"),
      work,
      heading("二、", "队伍"),
      lawyers,
      heading("三、", "打算"),
      "再接再厉。",
    );
    expect(states(old, now)).toEqual(["carried", "new", "new"]);
  });

  it("of a heading with others under it is theirs", () => {
    const old = reportOf(
      heading("一、", "工作"),
      heading("（一）", "制度", 2),
      work,
      heading("（二）", "队伍", 2),
      training,
    );
    const now = reportOf(
      heading("一、", "工作"),
      heading("（一）", "制度", 2),
      work,
      heading("（二）", "队伍", 2),
      training + lawyers,
    );
    expect(states(old, now)).toEqual(["changed", "carried", "changed"]);
  });
});
