import { AppError } from "../../result.ts";
import { type HouseStyle, houseStyleSchema } from "./house-style.ts";

const FORMAT = "nianbao-house-style";
const VERSION = 1;

/** What the file of a house style holds: one for all computers of the bureau. */
export type HouseStyleFile = { readonly format: string; readonly version: number; readonly style: HouseStyle };

export const houseStyleFile = (style: HouseStyle): HouseStyleFile => ({ format: FORMAT, version: VERSION, style });

/** The same as text, for a person to look at as well. */
export const houseStyleText = (style: HouseStyle): string => `${JSON.stringify(houseStyleFile(style), null, 2)}\n`;

/**
 * Reads the file of a house style from its JSON.
 * @throws AppError report-newer-version, style-invalid with the `reason`
 */
export function parseHouseStyleFile(json: unknown): HouseStyleFile {
  const file: Readonly<Record<string, unknown>> = typeof json === "object" && json !== null ? { ...json } : {};
  if (file["format"] !== FORMAT) throw new AppError("style-invalid", { reason: "里面不是版式" });
  const version = file["version"];
  if (typeof version === "number" && version > VERSION) throw new AppError("report-newer-version", { version });
  const parsed = houseStyleSchema.safeParse(file["style"]);
  if (parsed.success) return houseStyleFile(parsed.data);
  const field = parsed.error.issues[0]?.path.join(".") ?? "";
  throw new AppError("style-invalid", { reason: field === "" ? "内容不完整" : `“${field}”这一项不合限度` });
}
