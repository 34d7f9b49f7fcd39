import { stat } from "node:fs/promises";
import { basename, join } from "node:path";
import { type HouseStyle, standardStyle } from "../../core/layout/rules/house-style.ts";
import { dataFolder } from "../data-folder.ts";
import { readHouseStyleFile } from "../read-house-style-file.ts";
import { houseStyleFileName } from "../store/folders.ts";
import { readBytes } from "./read-input.ts";

/** A style and the file that it comes from; null: the standard. */
export type GivenStyle = { readonly style: HouseStyle; readonly file: string | null };

const standard: GivenStyle = { style: standardStyle, file: null };

const readStyleFile = async (path: string): Promise<GivenStyle> => ({
  style: readHouseStyleFile(await readBytes(path), basename(path)),
  file: path,
});

/**
 * `--style`: the file of a style, or `none` for the standard; left out: the style of this computer, where it has one.
 * @throws AppError style-invalid, report-newer-version, file-…
 */
export async function styleOf(values: ReadonlyMap<string, string>): Promise<GivenStyle> {
  const given = values.get("style");
  if (given === "none") return standard;
  if (given !== undefined) return readStyleFile(given);
  const own = join(dataFolder(), houseStyleFileName);
  const isThere = await stat(own).then(
    () => true,
    () => false,
  );
  return isThere ? readStyleFile(own) : standard;
}
