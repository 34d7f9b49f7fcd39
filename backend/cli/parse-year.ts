import { reportYearSchema } from "../../core/document/report-year.ts";
import { AppError } from "../../core/result.ts";

/** @throws AppError argument-invalid */
export function parseYear(value: string, option = "--year"): number {
  const year = reportYearSchema.safeParse(/^\d{4}$/u.test(value) ? Number(value) : Number.NaN);
  if (year.success) return year.data;
  throw new AppError("argument-invalid", { option, value, reason: "年度应为四位数字，在 1949 至 2199 之间" });
}
