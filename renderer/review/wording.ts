import { type ReviewKind, type ReviewState } from "../../core/document/review.ts";

export const kindNames: Readonly<Record<ReviewKind, string>> = {
  year: "年份",
  date: "日期",
  figure: "数据",
  meeting: "会议",
  plan: "规划",
  name: "人名职务",
  docNumber: "文号",
};

export const stateNames: Readonly<Record<ReviewState, string>> = { pending: "待核", kept: "沿用", updated: "已更新" };
