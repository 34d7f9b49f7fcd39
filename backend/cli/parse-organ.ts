import { AppError } from "../../core/result.ts";

const LONGEST_NAME = 100;

/** @throws AppError argument-invalid */
export function parseOrgan(value: string): string {
  const name = value.trim();
  if (name.length <= LONGEST_NAME && !/\p{Cc}|[\u2028\u2029]/u.test(name)) return name;
  const reason = `单位名称应为一行文字，不超过 ${LONGEST_NAME} 个字`;
  throw new AppError("argument-invalid", { option: "--org", reason });
}
