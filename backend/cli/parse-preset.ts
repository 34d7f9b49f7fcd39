import { presetNames } from "../../core/document/element-names.ts";
import { layoutPresets, type LayoutPreset } from "../../core/document/schema.ts";
import { AppError } from "../../core/result.ts";

const isPreset = (value: string): value is LayoutPreset => (layoutPresets as readonly string[]).includes(value);

/** `--preset`: a layout by its id. @throws AppError argument-invalid */
export function parsePreset(value: string): LayoutPreset {
  if (isPreset(value)) return value;
  const known = layoutPresets.map((preset) => `${preset}（${presetNames[preset]}）`).join("、");
  throw new AppError("argument-invalid", { option: "--preset", value, reason: `只能是 ${known}` });
}
