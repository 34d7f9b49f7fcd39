import type { ViewRow } from "./compare-view.ts";
import type { SectionState } from "./section-state.ts";

/** What became of a sentence, as panel and 对照稿 say it. */
export const statusNames: Readonly<Record<ViewRow["status"], string>> = {
  kept: "保留",
  changed: "改写",
  moved: "移动",
  movedAway: "移走",
  added: "新增",
  removed: "删除",
};

export const stateNames: Readonly<Record<SectionState, string>> = { carried: "沿用", changed: "已改", new: "新写" };

/** 0.8325 → 83.3% */
export const percentText = (share: number): string => `${(share * 100).toFixed(1)}%`;

const LONGEST_NAME = 18;
const shortName = (name: string): string =>
  name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name || "空标题";

/** Where a sentence came from or went to; "" when it stayed. */
export function elsewhereText({ status, elsewhere, count }: ViewRow): string {
  if (elsewhere === null) return "";
  if (status === "movedAway") {
    const what = count > 1 ? `这里起 ${count} 句已移到` : "已移到";
    return elsewhere === "" ? `${what}本节的新位置` : `${what}“${shortName(elsewhere)}”`;
  }
  return elsewhere === "" ? "位置有移动" : `去年在“${shortName(elsewhere)}”`;
}
