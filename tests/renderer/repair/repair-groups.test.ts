import { describe, expect, it } from "vitest";
import type { Repair, RepairKind } from "../../../core/repair/repair.ts";
import { choose, groupRepairs, safeRepairs } from "../../../renderer/repair/repair-groups.ts";

const repair = (id: string, kind: RepairKind, isSafe: boolean): Repair => ({
  id,
  kind,
  isSafe,
  block: 0,
  before: "甲",
  after: "乙",
  actions: [],
});
const plan = {
  repairs: [repair("1", "chinese-space", true), repair("2", "bookmark", true), repair("3", "chinese-space", false)],
  unchanged: [],
};

describe("the repairs to choose from", () => {
  it("stand by kind, in the order of the list, with their number of safe ones", () => {
    expect(groupRepairs(plan).map(({ kind, repairs, safe }) => [kind, repairs.map(({ id }) => id), safe])).toEqual([
      ["bookmark", ["2"], 1],
      ["chinese-space", ["1", "3"], 1],
    ]);
  });

  it("have the safe ones chosen, and can be switched one by one and together", () => {
    const chosen = safeRepairs(plan);
    expect([...chosen]).toEqual(["1", "2"]);
    expect([...choose(chosen, plan.repairs, false)]).toEqual([]);
    expect([...choose(chosen, plan.repairs.slice(2), true)]).toEqual(["1", "2", "3"]);
    expect([...chosen]).toEqual(["1", "2"]);
  });
});
