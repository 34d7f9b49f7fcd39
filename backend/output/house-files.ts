import { join } from "node:path";
import type { HouseFile, Output, ParsedInput } from "../../core/contract.ts";
import { rowsOfDirectory } from "../../core/directory/directory-rows.ts";
import { houseStyleText } from "../../core/layout/rules/house-style-file.ts";
import { AppError } from "../../core/result.ts";
import type { Store } from "../store/store.ts";
import { fileNameOf } from "./file-name.ts";
import { exists } from "./run-export.ts";
import type { WorkingPapersOptions } from "./working-papers.ts";
import { writeOutput } from "./write-output.ts";

type HouseFilesOptions = Pick<WorkingPapersOptions, "folderOf" | "placed" | "memory"> & {
  readonly store: Pick<Store, "directory" | "words" | "houseStyle">;
};

/** 名录 and 词表 as files to hand on. */
type HouseFiles = {
  plan(input: ParsedInput<"houseList.plan">): Promise<Output<"houseList.plan">>;
  /** @throws AppError file-exists, and what writing throws */
  write(input: ParsedInput<"houseList.export">): Promise<Output<"houseList.export">>;
};

/** Of the columns of 名录, in characters. */
const widths = [8, 34, 20, 34, 34, 8];

/** The code that writes sheets is loaded when one is written. */
async function bytesOf(file: HouseFile, store: HouseFilesOptions["store"]): Promise<Uint8Array> {
  if (file === "words.json") {
    const words = await store.words.read();
    return Buffer.from(`${JSON.stringify(words, null, 2)}\n`, "utf8");
  }
  if (file === "house-style.json") return Buffer.from(houseStyleText(await store.houseStyle.read()), "utf8");
  const rows = rowsOfDirectory((await store.directory.read()).entries);
  if (file === "directory.csv") return (await import("../sheets/write-csv.ts")).writeCsv(rows);
  return (await import("../sheets/write-xlsx.ts")).writeXlsx(rows, { sheet: "本单位名录", widths });
}

function nameOf(file: HouseFile, folder: string): string {
  if (file === "words.json") return fileNameOf("本单位词表", "json", { folder });
  if (file === "house-style.json") return fileNameOf("本单位版式", "json", { folder });
  return fileNameOf("本单位名录", file === "directory.csv" ? "csv" : "xlsx", { folder });
}

export function createHouseFiles({ store, folderOf, placed, memory }: HouseFilesOptions): HouseFiles {
  return {
    plan: async ({ file, folderToken }) => {
      const folder = await folderOf(folderToken);
      const name = nameOf(file, folder);
      return { ...placed(folder), name, exists: await exists(join(folder, name)) };
    },
    write: async ({ file, folderToken, overwrite }) => {
      const folder = await folderOf(folderToken);
      const name = nameOf(file, folder);
      const path = join(folder, name);
      if (!overwrite && (await exists(path))) throw new AppError("file-exists", { name });
      const bytes = await bytesOf(file, store);
      await writeOutput(path, bytes, { overwrite });
      await memory.write(folder);
      return { ...placed(folder), name, bytes: bytes.length };
    },
  };
}
