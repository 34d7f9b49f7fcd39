import { describe, expect, it } from "vitest";
import { saveStateText } from "../../../renderer/header/save-state-text.ts";

describe("the words on saving", () => {
  it("name the time of the last save on the clock of this computer", () => {
    const at = new Date(2026, 0, 5, 10, 21).toISOString();
    expect(saveStateText({ kind: "saved", at }, true)).toEqual({ text: "已保存 10:21", detail: "" });
    expect(saveStateText({ kind: "saved", at: null }, true).text).toBe("已保存");
  });

  it("do not flicker between changed and saving", () => {
    expect(saveStateText({ kind: "dirty" }, true)).toEqual(saveStateText({ kind: "saving" }, true));
  });

  it("carry the reason of a failure", () => {
    const state = { kind: "failed", message: "磁盘已满。请腾出一些空间。" } as const;
    expect(saveStateText(state, true)).toEqual({ text: "未能保存", detail: "磁盘已满。请腾出一些空间。" });
  });

  it("never claim that a read-only report was saved", () => {
    expect(saveStateText({ kind: "saved", at: null }, false).text).toBe("只读");
  });
});
