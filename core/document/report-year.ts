import * as z from "zod";

/** 报告年度 */
export const reportYearSchema = z.int().min(1949).max(2199);
