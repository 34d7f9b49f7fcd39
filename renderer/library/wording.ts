import { type ReportSummary } from "../../core/contract.ts";
import { type ReportType } from "../../core/document/schema.ts";

/** Report types as the table and the header name them. */
export const reportTypeNames: Readonly<Record<ReportType, string>> = {
  fazhi: "法治政府建设",
  enforcement: "行政执法",
  "audit-plan": "审计规划",
  other: "其他公文",
};

export const statusNames: Readonly<Record<ReportSummary["status"], string>> = {
  todo: "待写",
  writing: "在写",
  done: "已完成",
};

/** What a report without a title is called. */
export const untitled = "（还没有标题）";
