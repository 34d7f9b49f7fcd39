import { parseHouseStyleFile } from "../core/layout/rules/house-style-file.ts";
import type { HouseStyle } from "../core/layout/rules/house-style.ts";
import { AppError } from "../core/result.ts";
import { parseJsonFile } from "./store/parse-json-file.ts";

/** The style that a file holds. @param name of the file, for messages. @throws AppError style-invalid, report-newer-version */
export function readHouseStyleFile(bytes: Uint8Array, name: string): HouseStyle {
  try {
    return parseHouseStyleFile(parseJsonFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength))).style;
  } catch (error) {
    if (error instanceof AppError && error.code !== "report-damaged") {
      throw new AppError(error.code, { name, ...error.details }, { cause: error });
    }
    throw new AppError("style-invalid", { name, reason: "内容不完整或已损坏" }, { cause: error });
  }
}
